/** Bounded looks around a place in the text; each takes constant time. */
import { CLOSE, classOf, HAN, isNumeral, SPACE, SYMBOL } from './classes';
import type { Track } from './track';

/** Longest run that still counts as a piece of a word that was cut apart. */
export const PIECE = 2;
/** Separators longer than this are layout, not noise. */
const SEPARATOR_LIMIT = 8;

/** Class of the entry at `at`, 0 outside; 〇 between words is a symbol (公〇安), among numerals a digit. */
export function classAt(track: Track, at: number): number {
  if (at < 0 || at >= track.length) return 0;
  const code = track.at(at);
  if (code !== 0x3007) return classOf(code);
  const before = track.at(at - 1);
  const after = track.at(at + 1);
  const between = before !== 0x3007 && after !== 0x3007 && classOf(before) === HAN && classOf(after) === HAN;
  return between && !isNumeral(before) && !isNumeral(after) ? SYMBOL : HAN;
}

/** Length of the run of ideographs from `at`, counted no further than PIECE + 1. */
export function hanRun(track: Track, at: number): number {
  let length = 0;
  while (length <= PIECE && classAt(track, at + length) === HAN) length++;
  return length;
}

/** Whether a short piece from `at` is followed by one more separator and text: a word cut into several pieces. */
export function continues(track: Track, at: number, run: number): boolean {
  if (run > PIECE) return false;
  let i = at + run;
  let symbols = 0;
  const limit = i + SEPARATOR_LIMIT;
  for (; i < limit; i++) {
    const kind = classAt(track, i);
    if (kind === SYMBOL) symbols++;
    else if (kind !== SPACE) break;
  }
  return symbols > 0 && classAt(track, i) === HAN;
}

/** How many single characters follow each other from `at`, each set off by `mark`; counted up to `limit`. */
export function singlesAhead(track: Track, at: number, mark: number, limit: number): number {
  let count = 0;
  for (let i = at; count < limit; i += 2) {
    if (classAt(track, i) !== HAN || classAt(track, i + 1) === HAN) break;
    count++;
    if (track.at(i + 1) !== mark) break;
  }
  return count;
}

/** Whether the closing bracket `closer` ends a single bracketed ideograph that opens at `at`. */
export function bracketedSingle(track: Track, at: number, closer: number): boolean {
  return classAt(track, at + 1) === HAN && track.at(at + 2) === closer && classAt(track, at + 2) === CLOSE;
}
