import { describe, expect, it } from 'vitest';
import { createRecall } from './phrases';

const BYTES = 100_000;
const text = (...ids: number[]) => ({ chars: Uint16Array.from(ids), sounds: Uint16Array.from(ids) });
const uniform = (byte: number) => createRecall(new Uint8Array(BYTES).fill(byte));

/** Runs that end with the first character of a text: one to four long, pairs two to five apart, and three of sounds. */
const RUNS = 11;

describe('memory of phrases', () => {
  it('says nothing of an empty text', () => expect(uniform(0xff)(text())).toBe(0));

  it('weighs what each run says by the root of how many there are', () => {
    expect(uniform(0xff)(text(7))).toBeCloseTo(1.5 * Math.sqrt(RUNS));
    expect(uniform(0b10101010)(text(7))).toBeCloseTo(0.5 * Math.sqrt(RUNS));
    expect(uniform(0b01010101)(text(7))).toBeCloseTo(-0.5 * Math.sqrt(RUNS));
    expect(uniform(0)(text(7))).toBeCloseTo(-1.5 * Math.sqrt(RUNS));
  });

  it('counts a run once, however often it comes', () => {
    const once = uniform(0xff)(text(...Array(6).fill(7)));
    expect(uniform(0xff)(text(...Array(60).fill(7)))).toBeCloseTo(once);
  });

  describe('of a table that says this and that', () => {
    const recall = createRecall(Uint8Array.from({ length: BYTES }, (_, at) => (at * 151) & 0xff));
    const orders = [
      [1, 2, 3, 4],
      [4, 3, 2, 1],
      [2, 1, 4, 3],
      [3, 1, 4, 2],
    ];
    const different = (texts: Parameters<typeof recall>[0][]) => new Set(texts.map(recall)).size;

    it('tells the same characters in another order apart', () => {
      const { sounds } = text(1, 2, 3, 4);
      expect(different(orders.map((ids) => ({ ...text(...ids), sounds })))).toBeGreaterThan(1);
    });

    it('hears the sounds too', () => {
      const { chars } = text(1, 2, 3, 4);
      expect(different(orders.map((ids) => ({ ...text(...ids), chars })))).toBeGreaterThan(1);
    });
  });
});
