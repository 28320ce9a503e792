/** How likely one character follows another in messages about money, from counted pairs. */

/** Stands for everything that is no ideograph. */
export const EDGE = 0x23;
const SEEN = 0.85;
/** Count given to what was not seen often enough to be stored. */
const UNSEEN = 0.3;

export interface Language {
  /** Negative logarithm of the chance that `second` follows `first`; small is ordinary. */
  cost(first: number, second: number): number;
  /** Whether the two were often met side by side. */
  readonly seen: (first: number, second: number) => boolean;
  /** What was often met after `first`. */
  readonly after: (first: number) => readonly number[];
  /** Whether the character was often met after any. */
  readonly knows: (character: number) => boolean;
}

const NONE: readonly number[] = [];

/** @param pairs as `scripts/pairs.ts` writes them */
export function decodeLanguage(pairs: string): Language {
  const counts = new Map<number, number>();
  const rows = new Map<number, number[]>();
  const firsts = new Map<number, number>();
  const seconds = new Map<number, number>();
  let total = 0;
  for (const line of pairs.split('\n')) {
    const first = line.charCodeAt(0);
    const row: number[] = [];
    let count = 1;
    let sum = 0;
    for (let i = 1; i < line.length; i++) {
      const unit = line.charCodeAt(i);
      if (unit < 0x80 && unit !== EDGE) count = 2 ** Number.parseInt(line[i] as string, 16);
      else {
        counts.set(first * 0x10000 + unit, count);
        seconds.set(unit, (seconds.get(unit) ?? 0) + count);
        row.push(unit);
        sum += count;
      }
    }
    rows.set(first, row);
    firsts.set(first, sum);
    total += sum;
  }
  return {
    cost(first, second) {
      const followed = firsts.get(first) ?? 0;
      const together = followed ? (counts.get(first * 0x10000 + second) ?? 0) / followed : 0;
      return -Math.log(SEEN * together + ((1 - SEEN) * ((seconds.get(second) ?? 0) + UNSEEN)) / total);
    },
    seen: (first, second) => counts.has(first * 0x10000 + second),
    after: (first) => rows.get(first) ?? NONE,
    knows: (character) => seconds.has(character),
  };
}
