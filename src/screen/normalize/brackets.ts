/** Single characters put in brackets to break a word: 【催】收, (催)(收). */
import { classOf, closerOf, HAN, isNumeral, OPEN } from './classes';
import { INSERTED } from './flags';
import { bracketedSingle, classAt } from './runs';
import type { Writer } from './writer';

/** Chat reactions that are one character long: [强][强]. */
const REACTIONS: ReadonlySet<number> = new Set(Array.from('强弱色囧汗吐困衰咒酷晕嘘闭', (c) => c.charCodeAt(0)));
const TITLES: ReadonlySet<number> = new Set(Array.from('《「{<', (c) => c.charCodeAt(0)));
const SQUARE = 0x5b;
const BRACE_END = 0x7d;

/**
 * Whether the bracketed single character at the reading place belongs to a word: bracketed characters follow each
 * other, or it makes a known word with its neighbour. Anything else (院（系）, （男）, 【急】) is honest.
 */
function isBracketNoise(w: Writer): boolean {
  const { track, read } = w;
  if (w.noise.brackets) return true;
  const opener = track.at(read);
  const inner = track.at(read + 1);
  if (TITLES.has(opener) || isNumeral(inner) || (opener === SQUARE && REACTIONS.has(inner))) return false;
  const after = track.at(read + 3);
  if (classOf(after) === OPEN && bracketedSingle(track, read + 3, closerOf(after))) return true;
  const { bonds } = w.tables;
  return bonds.has(track.at(w.write - 1) * 0x10000 + inner) || bonds.has(inner * 0x10000 + after);
}

/** Handles the opening bracket at the reading place. */
export function bracket(w: Writer): void {
  const { track } = w;
  const closer = closerOf(track.at(w.read));
  const before = w.last;
  if (closer !== BRACE_END && track.at(w.read + 1) === closer && before === HAN && classAt(track, w.read + 2) === HAN) {
    w.drop(2, w.bondedAcross(w.read + 2) ? INSERTED : 0);
    return;
  }
  const single = bracketedSingle(track, w.read, closer);
  if (!single || !(w.joining || isBracketNoise(w))) {
    w.keep(asFullWidth(track.at(w.read)));
    return;
  }
  const start = track.start[w.read] ?? 0;
  w.drop(1, before === HAN ? INSERTED : 0);
  w.keepHan();
  track.start[w.write - 1] = start;
  track.end[w.write - 1] = track.end[w.read] ?? 0;
  w.drop(1, INSERTED);
  const after = classAt(track, w.read);
  if (after !== HAN && after !== OPEN) w.pending = 0;
  w.joining = after === OPEN;
}

/** Full-width form of a round bracket, any other code point unchanged. */
export function asFullWidth(code: number): number {
  return code === 0x28 || code === 0x29 ? code - 0x28 + 0xff08 : code;
}
