/**
 * Gives the user a file. The link is never part of a document, so a page around us sees no click and no address.
 *
 * @param name with extension
 */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
