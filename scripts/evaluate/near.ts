/** Which texts of two sets nearly repeat each other. */

export interface NearPair {
  /** Index in the first set. */
  readonly first: number;
  /** Index in the second set. */
  readonly second: number;
  /** Shared shingles divided by all shingles of both texts, 0 to 1. */
  readonly jaccard: number;
}

const SHINGLE = 5;

/** A text without punctuation, blanks, invisible characters, width and case: what is left when two disguises fall. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}]/gu, '');
}

/** Every run of five characters once; a shorter text is its own only run. */
export function shingles(text: string): Set<string> {
  const chars = [...text];
  const runs = new Set<string>();
  for (let at = 0; at + SHINGLE <= chars.length; at++) runs.add(chars.slice(at, at + SHINGLE).join(''));
  if (!runs.size) runs.add(text);
  return runs;
}

/**
 * Pairs with one text from each set whose shingles overlap by more than `above` (Jaccard), most alike first.
 * Only texts that share a shingle are ever compared, so thirty thousand messages take a few seconds; put the smaller
 * set first, it is the one kept in the index.
 */
export function nearPairs(firsts: readonly string[], seconds: readonly string[], above = 0.5): NearPair[] {
  const sizes: number[] = [];
  const holders = new Map<string, number[]>();
  firsts.forEach((text, first) => {
    const runs = shingles(text);
    sizes.push(runs.size);
    for (const run of runs) {
      const list = holders.get(run);
      if (list) list.push(first);
      else holders.set(run, [first]);
    }
  });
  const pairs: NearPair[] = [];
  seconds.forEach((text, second) => {
    const runs = shingles(text);
    const shared = new Map<number, number>();
    for (const run of runs) {
      for (const first of holders.get(run) ?? []) shared.set(first, (shared.get(first) ?? 0) + 1);
    }
    for (const [first, count] of shared) {
      const jaccard = count / ((sizes[first] as number) + runs.size - count);
      if (jaccard > above) pairs.push({ first, second, jaccard });
    }
  });
  return pairs.sort((a, b) => b.jaccard - a.jaccard);
}
