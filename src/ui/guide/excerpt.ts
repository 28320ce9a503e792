/** The part of a text that shows why it was found. */
import { tokens } from './tokens';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** So much of a text is shown, in UTF-16 code units. */
const LONGEST = 110;
/** So much stands before the first word found. */
const BEFORE = 24;

/**
 * Cuts a text around the first place where one of the terms stands, and marks all of them in it.
 *
 * @param terms as `tokens` writes them
 * @returns nothing where no term occurs
 */
export function excerpt(text: string, terms: ReadonlySet<string>): Piece[] | undefined {
  const places = tokens(text)
    .filter(({ term }) => terms.has(term))
    .sort((a, b) => a.start - b.start);
  const [first] = places;
  if (!first) return undefined;
  const from = first.start <= BEFORE ? 0 : edge(text, first.start - BEFORE);
  const to = from + LONGEST >= text.length ? text.length : edge(text, from + LONGEST);
  const pieces: Piece[] = from > 0 ? [{ text: '…', marked: false }] : [];
  let at = from;
  for (const { start, end } of places) {
    if (end > to || end <= at) continue;
    const begin = Math.max(start, at);
    const last = pieces.at(-1);
    if (begin === at && last?.marked) {
      pieces[pieces.length - 1] = { text: last.text + text.slice(begin, end), marked: true };
    } else {
      pieces.push({ text: text.slice(at, begin), marked: false }, { text: text.slice(begin, end), marked: true });
    }
    at = end;
  }
  pieces.push({ text: `${text.slice(at, to)}${to < text.length ? '…' : ''}`, marked: false });
  return pieces.filter((piece) => piece.text);
}

/** Not inside a word of letters, nor inside a character of two code units. */
function edge(text: string, wanted: number): number {
  for (let at = wanted; at > wanted - BEFORE / 2; at--) {
    if (!/^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1)) || /^[\u3400-\u9fff]/.test(text.slice(at))) return at;
  }
  return wanted;
}
