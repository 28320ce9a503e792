import { FIELD_LIMIT } from './limits';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line end; absent where it is longer than {@link FIELD_LIMIT}. */
  readonly text?: string;
}

/** Cuts a text that comes in pieces into lines, those of one piece at a time; of a line beyond the limit nothing is kept. */
export async function* readLines(source: AsyncIterable<string>): AsyncGenerator<Line[]> {
  let rest = '';
  let overlong = false;
  let number = 0;
  const line = (text: string): Line => {
    number++;
    const keep = !overlong && text.length <= FIELD_LIMIT;
    overlong = false;
    return keep ? { number, text: text.endsWith('\r') ? text.slice(0, -1) : text } : { number };
  };
  for await (const piece of source) {
    const parts = piece.split('\n');
    if (parts.length === 1) rest += piece;
    else {
      parts[0] = rest + parts[0];
      rest = parts.pop() as string;
      yield parts.map(line);
    }
    if (rest.length > FIELD_LIMIT) [rest, overlong] = ['', true];
  }
  if (rest || overlong) yield [line(rest)];
}
