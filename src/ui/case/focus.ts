import { useEffect, useRef } from 'preact/hooks';

/** Id of the heading that names the open case. */
export const CASE_NAME = 'case-name';

/** Gives the keyboard to an element if what had it is gone, or cannot be pressed any more. */
export function keepFocus(element: HTMLElement | null | undefined): void {
  const at = document.activeElement;
  if (!at || at === document.body || at.matches(':disabled')) element?.focus();
}

/** The same once `state` changes, which takes something away that may have had the keyboard. */
export function useFocusAfter(state: unknown, find: () => HTMLElement | null): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== state) keepFocus(find());
    before.current = state;
  }, [state]);
}
