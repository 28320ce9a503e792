import { describe, expect, it } from 'vitest';
import { createRecall } from './phrases';

const BYTES = 100_000;
const text = (...chars: number[]) => Uint16Array.from(chars);
const uniform = (byte: number) => createRecall(new Uint8Array(BYTES).fill(byte));

/** Runs that end with the first character of a text: one to four long, and pairs two to five apart. */
const RUNS = 8;

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

  it('tells the same characters in another order apart', () => {
    const mixed = createRecall(Uint8Array.from({ length: BYTES }, (_, at) => (at * 151) & 0xff));
    expect(mixed(text(3, 1, 2))).not.toBeCloseTo(mixed(text(1, 2, 3)));
  });
});
