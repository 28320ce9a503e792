import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Takes files that are dropped anywhere on the page while the component is there.
 *
 * @returns whether files are over the page now
 */
export function useDrop(take: (files: readonly File[]) => unknown): ReadonlySignal<boolean> {
  const over = useSignal(false);
  const latest = useRef(take);
  latest.current = take;
  useLayoutEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const files = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    document.addEventListener(
      'dragover',
      (event) => {
        if (!files(event)) return;
        event.preventDefault();
        over.value = true;
      },
      { signal },
    );
    document.addEventListener(
      'dragleave',
      (event) => {
        // Leaving one element for another is not leaving the page.
        if (!event.relatedTarget) over.value = false;
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        over.value = false;
        if (!files(event)) return;
        event.preventDefault();
        void latest.current([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => end.abort();
  }, []);

  return over;
}
