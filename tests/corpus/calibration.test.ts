import { expect, it } from 'vitest';
import { calibrate } from '../../scripts/evaluate/calibration';

it('is without error where the share that was right is what was said', () => {
  const guesses = Array.from({ length: 10 }, (_, i) => ({ probability: 0.2, right: i < 2 }));
  const { error, bins } = calibrate(guesses);
  expect(error).toBeCloseTo(0);
  expect(bins[2]).toMatchObject({ count: 10, was: 0.2 });
});

it('weighs the gap of each bin by its guesses', () => {
  // Three that say 1 and are wrong, one that says 0 and is right to: three quarters of a whole.
  const guesses = [1, 1, 1, 0].map((probability) => ({ probability, right: false }));
  expect(calibrate(guesses).error).toBeCloseTo(0.75);
});

it('puts 1 into the last bin, and refuses what is no probability', () => {
  expect(calibrate([{ probability: 1, right: true }]).bins[9]?.count).toBe(1);
  expect(calibrate([]).error).toBe(0);
  expect(() => calibrate([{ probability: Number.NaN, right: true }])).toThrow(RangeError);
});
