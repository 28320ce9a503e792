import type { Encoded } from './fold';

/** How far back of a character a pair may begin. */
const REACH = 5;

/** Stands before the text. */
const NOTHING = 0;

/** What the memory of phrases says of a text: positive where its runs speak for a violation. */
export type Recall = (text: Encoded) => number;

/**
 * The memory of phrases: each run of up to four characters, each pair of them two to five apart, and each run of two to
 * four sounds has its place in a table of two-bit numbers, 0 to 3 for −1.5 to 1.5, that say how much it speaks for a
 * violation. A plain linear model; training/phrases.py made it, and numbers the kinds of runs alike.
 *
 * @param table four places a byte, the first in the lowest bits
 */
export function createRecall(table: Uint8Array): Recall {
  const size = table.length * 4;
  return ({ chars, sounds }) => {
    const places = new Set<number>();
    const add = (kind: number, ...run: number[]) => places.add(placeOf(size, kind, run));
    for (let t = 0; t < chars.length; t++) {
      const char = (back: number) => chars[t - back] ?? NOTHING;
      const sound = (back: number) => sounds[t - back] ?? NOTHING;
      add(1, char(0));
      add(2, char(1), char(0));
      add(3, char(2), char(1), char(0));
      add(4, char(3), char(2), char(1), char(0));
      for (let apart = 2; apart <= REACH; apart++) add(3 + apart, char(apart), char(0));
      add(9, sound(1), sound(0));
      add(10, sound(2), sound(1), sound(0));
      add(11, sound(3), sound(2), sound(1), sound(0));
    }
    let sum = 0;
    for (const place of places) sum += (((table[place >> 2] as number) >> (2 * (place & 3))) & 3) - 1.5;
    return sum / Math.sqrt(Math.max(1, places.size));
  };
}

/** A place by a 32-bit hash of the kind of run and its ids, with the constants of MurmurHash3 and of the golden ratio. */
function placeOf(size: number, kind: number, run: readonly number[]): number {
  let hash = Math.imul(kind, 0x85ebca6b);
  for (const id of run) {
    hash = Math.imul(hash ^ (id + 1), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return Math.floor(((hash >>> 0) * size) / 2 ** 32);
}
