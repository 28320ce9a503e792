import { describe, expect, it } from 'vitest';
import { createRecall } from './phrases';

const PLACES = 2 ** 24;

/** Runs that end with the first character of a text: one to four long, pairs two to five apart, and three of sounds. */
const RUNS = 11;

const text = (...ids: number[]) => ({ chars: Uint16Array.from(ids), sounds: Uint16Array.from(ids) });

function* each(step: number, from = 0): Generator<number> {
  for (let place = from; place < PLACES; place += step) yield place;
}

describe('memory of phrases', () => {
  const everything = createRecall(each(1), []);
  const half = createRecall(each(2), []);
  const mixed = createRecall(each(3), each(3, 1));

  it('says nothing of an empty text', () => expect(everything(text())).toBe(0));

  it('weighs what each run says by the root of how many say something', () => {
    expect(everything(text(7))).toBeCloseTo(Math.sqrt(RUNS));
    expect(createRecall([], each(1))(text(7))).toBeCloseTo(-Math.sqrt(RUNS));
  });

  it('counts a run once, however often it comes', () => {
    const once = everything(text(...Array(6).fill(7)));
    expect(everything(text(...Array(60).fill(7)))).toBeCloseTo(once);
  });

  it('does not count what it knows nothing of', () => {
    const long = text(...Array.from({ length: 200 }, (_, at) => (at * 37) % 1000));
    const [all, known] = [everything(long) ** 2, half(long) ** 2];
    expect(known).toBeCloseTo(Math.round(known));
    expect(known / all).toBeGreaterThan(0.4);
    expect(known / all).toBeLessThan(0.6);
    expect(createRecall([], [])(long)).toBe(0);
  });

  describe('of runs that say this and that', () => {
    const orders = [
      [1, 2, 3, 4],
      [4, 3, 2, 1],
      [2, 1, 4, 3],
      [3, 1, 4, 2],
    ];
    const different = (texts: Parameters<typeof mixed>[0][]) => new Set(texts.map(mixed)).size;

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
