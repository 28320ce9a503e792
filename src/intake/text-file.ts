/** Largest text file of a check, in bytes; a phone's whole backup is an import. */
export const TEXT_FILE_LIMIT = 2_000_000;

export class NotTextError extends Error {
  override readonly name = 'NotTextError';
}

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Reads a text file as people save them in China: with a byte order mark what it says, else UTF-8, else GB 18030.
 *
 * @throws NotTextError for a picture, a document or anything else that is none of these
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  // A text in these encodings never holds a NUL; almost every other file does.
  if (!marked && bytes.includes(0)) throw new NotTextError();
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw new NotTextError();
}
