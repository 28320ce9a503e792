/** Decides whether symbols between two characters are noise inside a word, a division of sense, or worth keeping. */
import { classOf, DIGIT, HAN, isMask, LETTER, SPACE, SPEAKING, SYMBOL } from './classes';
import { GAP, INSERTED } from './flags';
import { PIECE } from './runs';
import type { Track } from './track';

export const KEEP = -1;
/** A lone ASCII full stop that ends a Chinese sentence. */
export const SENTENCE_END = -2;

export interface Surroundings {
  /** Class of what stands before and after. */
  readonly before: number;
  readonly after: number;
  /** Ideographs in the runs on both sides, counted up to PIECE + 1. */
  readonly left: number;
  readonly right: number;
  /** Class of what stands before the left run. */
  readonly beforeLeft: number;
  /** Whether another separator stands nearby with only a short piece between. */
  readonly chained: boolean;
}

const codes = (text: string): ReadonlySet<number> => new Set(Array.from(text, (c) => c.codePointAt(0) ?? 0));
/** Symbols with a sense of their own in plain text: they are noise only where a word is cut into several pieces. */
const SENSIBLE = codes('@+&=#%<>$');
/** Symbols that join words as often as they split them. */
const JOINING = codes('-—/|~.');
/** Marks that stand for a hidden letter at least as often as they disguise. */
const DISCREET = codes('*×○□■●✕');
const DOT = 0x2e;
const LONGEST_NOISE = 3;

/** Flags for the next character where the symbols are noise, else KEEP or SENTENCE_END. */
export function judgeSeparator(track: Track, from: number, to: number, around: Surroundings): number {
  let symbols = 0;
  let blanks = 0;
  let first = 0;
  let same = true;
  for (let i = from; i < to; i++) {
    const code = track.at(i);
    const kind = classOf(code);
    if (kind === SPEAKING) return KEEP;
    if (kind === SPACE) blanks++;
    else {
      if (symbols++ === 0) first = code;
      same &&= code === first;
    }
  }
  const sentenceEnd = symbols === 1 && first === DOT && around.before === HAN && !isWord(around.after);
  if (symbols > LONGEST_NOISE || (symbols > 1 && same && hides(first))) return KEEP;
  if (!sitsInWord(around)) return sentenceEnd ? SENTENCE_END : KEEP;
  const shortest = Math.min(around.left, around.right);
  if (around.chained && around.left <= PIECE + 1) return INSERTED | (blanks > 0 ? GAP : 0);
  // "12 元.请" ends a sentence, "起.诉" does not.
  if (sentenceEnd && (isWord(around.beforeLeft) || around.beforeLeft === SYMBOL)) return SENTENCE_END;
  const limit = SENSIBLE.has(first) ? 0 : JOINING.has(first) ? 1 : PIECE;
  if (around.before !== HAN || around.after !== HAN || shortest > limit) return sentenceEnd ? SENTENCE_END : KEEP;
  return (shortest === 1 && !DISCREET.has(first) ? INSERTED : 0) | (blanks > 0 ? GAP : 0);
}

const isWord = (kind: number): boolean => kind === LETTER || kind === DIGIT;

const hides = (code: number): boolean => isMask(code) || code === 0x2d || code === 0x2014 || code === DOT;

function sitsInWord({ before, after, chained }: Surroundings): boolean {
  if (before === HAN && after === HAN) return true;
  return chained && ((before === HAN && after === LETTER) || (before === LETTER && after === HAN));
}
