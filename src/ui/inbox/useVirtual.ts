import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';

interface Options {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Height of a line in pixels before it is measured. */
  readonly height: number;
  /** This line stays in the document wherever the list is scrolled, so that the keyboard is not lost. */
  readonly kept: number;
}

/** Which lines of a long list stand in the document. */
export function useVirtual({ count, scroller, height, kept }: Options): Virtualizer<HTMLElement, HTMLElement> {
  const [, renderAgain] = useReducer((times: number) => times + 1, 0);
  const held = useRef<Virtualizer<HTMLElement, HTMLElement> | undefined>(undefined);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    overscan: 8,
    onChange: () => renderAgain(undefined as never),
    rangeExtractor({ startIndex, endIndex, overscan }: { startIndex: number; endIndex: number; overscan: number }) {
      const [first, last] = [Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)];
      const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
      if (kept < first && count) return [kept, ...lines];
      return kept > last && kept < count ? [...lines, kept] : lines;
    },
  };
  held.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const virtual = held.current;
  virtual.setOptions(options);
  useLayoutEffect(() => virtual._didMount(), [virtual]);
  useLayoutEffect(() => virtual._willUpdate());
  return virtual;
}
