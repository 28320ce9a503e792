/**
 * On paper nothing can be unfolded: everything folded is opened while the page is printed, and folded again after.
 *
 * @returns stops doing so
 */
export function unfoldForPrint(): () => void {
  const end = new AbortController();
  const { signal } = end;
  let opened: HTMLDetailsElement[] = [];
  addEventListener(
    'beforeprint',
    () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
      for (const details of opened) details.open = true;
    },
    { signal },
  );
  addEventListener(
    'afterprint',
    () => {
      for (const details of opened) details.open = false;
    },
    { signal },
  );
  return () => end.abort();
}
