/**
 * Gives the user a file. The link is never put into a document, so that a page around us sees no click, and belongs to
 * one of ours, because the page hears of every download from its own (its `navigation`), with the address.
 *
 * @param name with extension
 * @param ours the document of the button that was pressed
 */
export function download(content: Blob, name: string, ours: Document): void {
  const address = URL.createObjectURL(content);
  const link = ours.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
