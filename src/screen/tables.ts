/**
 * Character tables of the first stage. They are made when the knowledge is compiled
 * (`scripts/tables.ts`), travel as JSON, and are decoded once when a surface starts.
 */
import type { Tables } from '../knowledge/compiled';
import { RADICALS } from './normalize/radicals';

/** One way of writing a word in pieces, already taken apart for matching. */
export interface Split {
  readonly written: readonly number[];
  readonly meant: readonly number[];
  /** Code points at either end that are the same in both and keep their own place. */
  readonly head: number;
  readonly tail: number;
}

/** The decoded tables that `normalize` works with. */
export interface FoldTables {
  /** For code points below U+10000: what to write instead, 0 where nothing changes. */
  readonly swap: Uint16Array;
  /** The same for the rest of Unicode. */
  readonly swapHigh: ReadonlyMap<number, number>;
  /** Code points whose swap is a disguise, not an ordinary variant. */
  readonly lookAlikes: ReadonlySet<number>;
  /** Splits by the first code point of the written form, longest first. */
  readonly splits: ReadonlyMap<number, readonly Split[]>;
  /** 1 for code points below U+10000 that some split begins with. */
  readonly splitStarts: Uint8Array;
  /** Neighbours inside one of the words, first and second UTF-16 unit as `first * 65536 + second`. */
  readonly bonds: ReadonlySet<number>;
  /** Results of folding single code points, filled as they are met. */
  readonly folded: Map<number, readonly number[]>;
}

const points = (text: string): number[] => Array.from(text, (c) => c.codePointAt(0) ?? 0);

function toSplit(written: string, meant: string): Split {
  const from = points(written);
  const to = points(meant);
  if (to.length > from.length) throw new RangeError(`split longer than written: ${written}`);
  let head = 0;
  while (head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < to.length - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  return { written: from, meant: to, head, tail };
}

/** Neighbours inside `words` (divided by blanks), as `first * 65536 + second`. */
export function bondsOf(words: string): ReadonlySet<number> {
  const bonds = new Set<number>();
  for (const word of words.split(' ')) {
    for (let i = 1; i < word.length; i++) bonds.add(word.charCodeAt(i - 1) * 0x10000 + word.charCodeAt(i));
  }
  return bonds;
}

/** Decodes the stored tables. Throws a RangeError where a split would lengthen the text. */
export function decodeTables(raw: Tables): FoldTables {
  const swap = new Uint16Array(0x10000);
  const swapHigh = new Map<number, number>();
  const lookAlikes = new Set<number>();
  const fill = (pairs: string, visit?: (from: number) => void): void => {
    const list = points(pairs);
    for (let i = 0; i + 1 < list.length; i += 2) {
      const from = list[i] ?? 0;
      const to = list[i + 1] ?? 0;
      if (from < 0x10000 && to < 0x10000) swap[from] = to;
      else swapHigh.set(from, to);
      visit?.(from);
    }
  };
  fill(RADICALS);
  fill(raw.traditional);
  fill(raw.lookAlikes, (from) => lookAlikes.add(from));
  const splits = new Map<number, Split[]>();
  for (let i = 0; i + 1 < raw.splits.length; i += 2) {
    const split = toSplit(raw.splits[i] ?? '', raw.splits[i + 1] ?? '');
    const first = split.written[0];
    if (first === undefined) continue;
    const list = splits.get(first);
    if (list) list.push(split);
    else splits.set(first, [split]);
  }
  for (const list of splits.values()) list.sort((a, b) => b.written.length - a.written.length);
  const splitStarts = new Uint8Array(0x10000);
  for (const first of splits.keys()) if (first < 0x10000) splitStarts[first] = 1;
  return { swap, swapHigh, lookAlikes, splits, splitStarts, bonds: bondsOf(raw.words), folded: new Map() };
}
