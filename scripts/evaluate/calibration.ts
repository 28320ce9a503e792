/** How far a probability can be taken at its word. */

export interface Guess {
  /** 0–1. */
  readonly probability: number;
  readonly right: boolean;
}

export interface Bin {
  readonly count: number;
  /** Mean of the probabilities in the bin, 0 for an empty one. */
  readonly said: number;
  /** Share that was right, 0 for an empty bin. */
  readonly was: number;
}

export const BINS = 10;

/** Ten bins of equal width, and the expected calibration error: the mean gap between said and was, by count. */
export function calibrate(guesses: readonly Guess[]): { error: number; bins: Bin[] } {
  const sums = Array.from({ length: BINS }, () => ({ count: 0, said: 0, was: 0 }));
  for (const { probability, right } of guesses) {
    const bin = sums[Math.min(BINS - 1, Math.floor(probability * BINS))];
    if (!bin) throw new RangeError(`no probability: ${probability}`);
    bin.count++;
    bin.said += probability;
    if (right) bin.was++;
  }
  const gap = sums.reduce((sum, { said, was }) => sum + Math.abs(said - was), 0);
  return {
    error: guesses.length ? gap / guesses.length : 0,
    bins: sums.map(({ count, said, was }) => ({ count, said: count ? said / count : 0, was: count ? was / count : 0 })),
  };
}
