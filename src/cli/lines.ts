/** Longest line kept in memory, in bytes; a message has at most 20,000 characters, JSON-escaped six bytes each. */
export const LINE_LIMIT = 1_048_576;

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Absent when the line was skipped. */
  readonly text?: string;
  /** Why it was: longer than {@link LINE_LIMIT}, or no UTF-8. */
  readonly skipped?: 'too-long' | 'not-utf8';
}

const NEWLINE = 0x0a;
// Replaced, what it cannot read would be screened as if it were the message.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Splits a byte stream into lines with bounded memory: of a line beyond the limit nothing is kept.
 *
 * @param source UTF-8 bytes; a final line needs no newline
 */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const finish = (): Line => {
    number++;
    const [bytes, isTooLong] = [Buffer.concat(parts), size > LINE_LIMIT];
    [parts, size] = [[], 0];
    if (isTooLong) return { number, skipped: 'too-long' };
    try {
      const text = decoder.decode(bytes);
      // Editors on Windows begin a file with a byte order mark.
      return { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text };
    } catch {
      return { number, skipped: 'not-utf8' };
    }
  };
  for await (const chunk of source) {
    let from = 0;
    for (;;) {
      const at = chunk.indexOf(NEWLINE, from);
      const part = chunk.subarray(from, at < 0 ? chunk.length : at);
      size += part.length;
      if (size <= LINE_LIMIT) parts.push(part);
      else parts = [];
      if (at < 0) break;
      yield finish();
      from = at + 1;
    }
  }
  if (size) yield finish();
}
