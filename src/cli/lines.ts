/** Longest line kept in memory, in bytes; a message has at most 20,000 characters, JSON-escaped six bytes each. */
export const LINE_LIMIT = 1_048_576;

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Absent when the line was longer than {@link LINE_LIMIT} and was skipped. */
  readonly text?: string;
}

const NEWLINE = 0x0a;

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
    const text = Buffer.concat(parts).toString('utf8');
    // Editors on Windows begin a file with a byte order mark.
    const line = size > LINE_LIMIT ? { number } : { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text };
    [parts, size] = [[], 0];
    return line;
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
