/** Remembers what has the keyboard and what is selected on the page, to put both back. */
export function rememberFocus(): { restore(): void } {
  const active = document.activeElement;
  const selection = document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
  return {
    restore() {
      if (active instanceof HTMLElement && active !== document.body) active.focus({ preventScroll: true });
      // A text field keeps its own selection.
      if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) return;
      const now = document.getSelection();
      if (!range || !now?.isCollapsed || !range.startContainer.isConnected) return;
      now.removeAllRanges();
      now.addRange(range);
    },
  };
}
