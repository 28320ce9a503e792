import type { Encoded } from './fold';

/** Places of the table, 2 to the power of this. */
const BITS = 24;

/** How far back of a character a pair may begin. */
const REACH = 5;

/** Stands before the text. */
const NOTHING = 0;

/** What the memory of phrases says of a text: positive where its runs speak for a violation. */
export type Recall = (text: Encoded) => number;

/**
 * The memory of phrases: each run of up to four characters, each pair of them two to five apart, and each run of two to
 * four sounds has its place in a table, which says of a few that they speak for a violation and of a few that they speak
 * against it. What is known of a text is summed up; what the table is silent about, as of disguised words, does not
 * count. training/phrases.py made it, and numbers the kinds of runs alike.
 */
export function createRecall(inFavour: Iterable<number>, against: Iterable<number>): Recall {
  const speaksFor = membership(inFavour);
  const speaksAgainst = membership(against);
  return ({ chars, sounds }) => {
    const places = new Set<number>();
    const add = (kind: number, ...run: number[]) => places.add(placeOf(kind, run));
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
    let known = 0;
    for (const place of places) {
      const [yes, no] = [speaksFor(place), speaksAgainst(place)];
      sum += yes - no;
      known += yes + no;
    }
    return sum / Math.sqrt(Math.max(1, known));
  };
}

/** Whether a place is among these: 1 or 0. */
function membership(places: Iterable<number>): (place: number) => number {
  const bits = new Uint8Array(2 ** BITS / 8);
  for (const place of places) bits[place >> 3] = (bits[place >> 3] as number) | (1 << (place & 7));
  return (place) => ((bits[place >> 3] as number) >> (place & 7)) & 1;
}

/** A place by a 32-bit hash of the kind of run and its ids, with the constants of MurmurHash3 and of the golden ratio. */
function placeOf(kind: number, run: readonly number[]): number {
  let hash = Math.imul(kind, 0x85ebca6b);
  for (const id of run) {
    hash = Math.imul(hash ^ (id + 1), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - BITS);
}
