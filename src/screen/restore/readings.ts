/** In how many ways each place of a text may be read. */
import { classOf, HAN } from '../normalize/classes';
import { isLetter, LONGEST_SYLLABLE } from '../sound/syllables';
import type { Confusions } from './confusions';
import { EDGE } from './language';
import { INITIAL, PLAIN, SYLLABLES } from './latin';
import type { Edge } from './lattice';

export const SPELT = 1;
export const FIRST_LETTER = 2;
export const RESEMBLING = 3;
export const PIECES = 4;
export const SOUNDS_ALIKE = 5;
/** The two ways in which one ideograph stands for another. */
export type Exchange = typeof RESEMBLING | typeof SOUNDS_ALIKE;

/** What it costs to take a character for another; in the measure of `Language.cost`. */
const COST_OF_LIKENESS = 3;
const COST_OF_PIECES = 1;
const COST_OF_SOUND = 4;
/** The same in a text that is known to do so: in the way it mostly does, and in the other. */
const COST_OF_USUAL = 3;
const COST_OF_UNUSUAL = 6;
/** Leaving a letter as it is where letters stand for characters. */
const COST_OF_LETTER = 9;
const BLANK = 0x20;

/**
 * The readings of each place of a canonical text, for `bestPath`.
 *
 * @param marks from `readLatin`
 * @param mainly in which way characters are exchanged where the text is known to do so: then also one that fits its
 *   neighbours may stand for another
 */
export function readingsOf(text: string, marks: Uint8Array | undefined, confusions: Confusions, mainly?: Exchange) {
  const { language } = confusions;
  const costOf = (kind: Exchange, unknown: number): number => {
    if (!mainly) return unknown;
    return kind === mainly ? COST_OF_USUAL : COST_OF_UNUSUAL;
  };
  const costOfLikeness = costOf(RESEMBLING, COST_OF_LIKENESS);
  const costOfSound = costOf(SOUNDS_ALIKE, COST_OF_SOUND);
  const codeAt = (at: number): number => {
    const unit = text.charCodeAt(at);
    return at >= 0 && at < text.length && classOf(unit) === HAN ? unit : EDGE;
  };
  const isOdd = (at: number): boolean =>
    !language.seen(codeAt(at - 1), text.charCodeAt(at)) || !language.seen(text.charCodeAt(at), codeAt(at + 1));
  return (at: number, before: readonly number[]): Edge[] => {
    const unit = text.charCodeAt(at);
    const mark = marks?.[at] ?? PLAIN;
    const code = codeAt(at);
    const edges: Edge[] = [{ to: at + 1, code, cost: mark === PLAIN ? 0 : COST_OF_LETTER, kind: 0 }];
    if (mark === SYLLABLES) spell(text, at, confusions, edges);
    else if (mark === INITIAL) begin(at, unit, before, confusions, edges);
    else if (code !== EDGE) {
      for (const { written, meant } of confusions.pieces.get(unit) ?? []) {
        if (text.startsWith(written, at)) {
          edges.push({ to: at + written.length, code: meant, cost: COST_OF_PIECES, kind: PIECES });
        }
      }
      if (!mainly && !isOdd(at)) return edges;
      for (const meant of confusions.resembling.get(unit) ?? []) {
        edges.push({ to: at + 1, code: meant, cost: costOfLikeness, kind: RESEMBLING });
      }
      const next = codeAt(at + 1);
      for (const meant of confusions.alike(unit)) {
        if (meant !== unit && (language.seen(meant, next) || before.some((code) => language.seen(code, meant)))) {
          edges.push({ to: at + 1, code: meant, cost: costOfSound, kind: SOUNDS_ALIKE });
        }
      }
    }
    return edges;
  };
}

function spell(text: string, at: number, { bySyllable }: Confusions, edges: Edge[]): void {
  for (let size = 1; size <= LONGEST_SYLLABLE && isLetter(text.charCodeAt(at + size - 1)); size++) {
    const end = at + size;
    const blank = text.charCodeAt(end) === BLANK && isLetter(text.charCodeAt(end + 1));
    for (const code of bySyllable.get(text.slice(at, end)) ?? []) {
      edges.push({ to: blank ? end + 1 : end, code, cost: 0, kind: SPELT });
    }
  }
}

function begin(at: number, unit: number, before: readonly number[], confusions: Confusions, edges: Edge[]): void {
  const allowed = confusions.byInitial.get(unit);
  const codes = new Set<number>();
  for (const code of before)
    for (const next of confusions.language.after(code)) if (allowed?.has(next)) codes.add(next);
  for (const code of codes) edges.push({ to: at + 1, code, cost: 0, kind: FIRST_LETTER });
}
