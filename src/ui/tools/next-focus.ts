import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Whoever removes a row by keyboard goes on at the button of the next one instead of at the top of the page.
 *
 * @param box holds the rows, each with its key as `data-row`
 * @param keys of the rows, in the order they are shown
 * @param otherwise selects in the box what is focused when no row is left
 */
export function useNextFocus(box: RefObject<HTMLElement | null>, keys: readonly string[], otherwise: string): void {
  const known = useRef(keys);
  useLayoutEffect(() => {
    const gone = known.current.findIndex((key) => !keys.includes(key));
    const wasRemoved = keys.length === known.current.length - 1;
    known.current = keys;
    if (!wasRemoved || document.activeElement !== document.body) return;
    const next = keys[Math.min(gone, keys.length - 1)];
    box.current?.querySelector<HTMLElement>(next ? `[data-row="${next}"] button` : otherwise)?.focus();
  }, [keys.join('\n')]);
}
