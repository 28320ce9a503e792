/** Decides whether symbols between two characters are noise inside a word, a division of sense, or worth keeping. */
import { classOf, HAN, isMask, isNumeral, isWord, LETTER, SPACE, SPEAKING, SYMBOL } from './classes';
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
  /** Whether both are neighbours in a word that is never divided. */
  readonly bonded: boolean;
  /** Ideographs in the runs on both sides, counted up to PIECE + 1. */
  readonly left: number;
  readonly right: number;
  /** Class of what stands before the left run. */
  readonly beforeLeft: number;
  /** Whether another separator stands on that side with only a short piece between. */
  readonly chainedLeft: boolean;
  readonly chainedRight: boolean;
}

const codes = (text: string): ReadonlySet<number> => new Set(Array.from(text, (c) => c.codePointAt(0) ?? 0));
/** Symbols with a sense of their own in plain text: they are noise only where a word is cut into several pieces. */
const SENSIBLE = codes('@+&=#%<>$');
/** Symbols that join words as often as they split them. */
const JOINING = codes('-—/|~.');
/** Marks that stand for a hidden letter at least as often as they disguise. */
const DISCREET = codes('*×○□■●✕~-—·');
/** Doubled, these are a pause or a break in the sentence. */
const DASHES = codes('-—');
const DOT = 0x2e;
const LONGEST_NOISE = 3;
/** Geometric shapes, dingbats and hearts: nobody writes them between two words without a reason. */
const ORNAMENTS = 0x25a0;
const PICTURES = 0x1f000;

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
  const otherwise = sentenceEnd ? SENTENCE_END : KEEP;
  if (around.bonded && symbols <= LONGEST_NOISE && !(symbols > 1 && isMask(first))) return INSERTED;
  const chained = around.chainedLeft || around.chainedRight;
  const hidden = symbols > 1 && same && (isMask(first) || (!chained && (first === DOT || DASHES.has(first))));
  if (symbols > LONGEST_NOISE || hidden || !sitsInWord(around)) return otherwise;
  const gap = blanks > 0 ? GAP : 0;
  // "12 元.请" and 10元/月 are honest, "起.诉" is not.
  const afterNumber = isWord(around.beforeLeft) || around.beforeLeft === SYMBOL;
  if (JOINING.has(first) && afterNumber && !around.chainedLeft) return otherwise;
  if (chained) return INSERTED | gap;
  if (around.before !== HAN || around.after !== HAN) return otherwise;
  if (first === DOT && isNumeral(track.at(from - 1)) && around.left === 1) return around.right === 1 ? KEEP : otherwise;
  const shortest = Math.min(around.left, around.right);
  if (shortest > limitFor(first)) return otherwise;
  const suspicious = first >= PICTURES ? around.left === 1 && around.right === 1 : shortest === 1;
  return gap | (shortest > PIECE ? GAP : 0) | (suspicious && gap === 0 && !DISCREET.has(first) ? INSERTED : 0);
}

/** How long the shorter side may be for a single symbol to be noise. */
function limitFor(symbol: number): number {
  if (SENSIBLE.has(symbol)) return 0;
  if (JOINING.has(symbol)) return 1;
  return symbol >= ORNAMENTS && symbol < PICTURES ? Number.POSITIVE_INFINITY : PIECE;
}

function sitsInWord({ before, after, chainedLeft, chainedRight }: Surroundings): boolean {
  if (before === HAN && after === HAN) return true;
  return (
    (chainedLeft || chainedRight) && ((before === HAN && after === LETTER) || (before === LETTER && after === HAN))
  );
}
