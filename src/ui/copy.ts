/**
 * Copies a text. On pages without a secure connection, or that forbid the clipboard, it goes through the older copy
 * command.
 *
 * @param document the one that has the keyboard: the command works nowhere else
 * @throws Error when neither way is open
 */
export async function copyText(text: string, document: Document): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyByCommand(text, document);
  }
}

function copyByCommand(text: string, document: Document): void {
  let copied = false;
  const fill = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    copied = true;
  };
  document.addEventListener('copy', fill, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  if (!copied) throw new Error('copying refused');
}
