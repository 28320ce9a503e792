/** How far back of a character a run may begin. */
const REACH = 5;

/** Stands before the text. */
const NOTHING = 0;

/** What the memory of phrases says of a text: positive where its runs of characters speak for a violation. */
export type Recall = (chars: Uint16Array) => number;

/**
 * The memory of phrases: each run of up to four characters, and each pair two to five apart, has its place in a table of
 * two-bit numbers that say how much it speaks for a violation. A plain linear model; training/phrases.py made it.
 *
 * @param table four places a byte, the first in the lowest bits
 */
export function createRecall(table: Uint8Array): Recall {
  const size = table.length * 4;
  return (chars) => {
    const places = new Set<number>();
    const back = (t: number, steps: number) => chars[t - steps] ?? NOTHING;
    for (let t = 0; t < chars.length; t++) {
      const [c0, c1, c2, c3] = [back(t, 0), back(t, 1), back(t, 2), back(t, 3)];
      places.add(placeOf(size, 1, c0));
      places.add(placeOf(size, 2, c1, c0));
      places.add(placeOf(size, 3, c2, c1, c0));
      places.add(placeOf(size, 4, c3, c2, c1, c0));
      for (let apart = 2; apart <= REACH; apart++) places.add(placeOf(size, 3 + apart, back(t, apart), c0));
    }
    let sum = 0;
    for (const place of places) sum += (((table[place >> 2] as number) >> (2 * (place & 3))) & 3) - 1.5;
    return sum / Math.sqrt(Math.max(1, places.size));
  };
}

/** A place by a 32-bit hash of the kind of run and its characters, with the constants of MurmurHash3 and of the golden ratio. */
function placeOf(size: number, kind: number, ...characters: number[]): number {
  let hash = Math.imul(kind, 0x85ebca6b);
  for (const character of characters) {
    hash = Math.imul(hash ^ (character + 1), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return Math.floor(((hash >>> 0) * size) / 2 ** 32);
}
