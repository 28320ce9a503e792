/** Rules and reader on small tests of one ability each: what has worked once must go on working. */
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../scripts/evaluate/corpus';
import { readBaseline, readFunctions, runFunction } from '../../scripts/evaluate/functions';
import { bare } from '../../scripts/evaluate/near';
import { canonicalText, systems } from '../../scripts/evaluate/systems';
import { loadReader } from '../../src/cli/reader';

const functions = readFunctions();
const baseline = readBaseline();
const { both } = systems(loadReader(), '2026-11-22');
const results = functions.map((each) => runFunction(each, both));
const HOW_TO_RAISE = 'npm run evaluate:functions -- --record';

describe('the functions themselves', () => {
  it('are at least sixty, each with a name of its own and a recorded result', () => {
    expect(functions.length).toBeGreaterThanOrEqual(60);
    expect(functions.map(({ name }) => name).sort()).toEqual(Object.keys(baseline).sort());
  });

  it('hold pairs that differ, in texts that are not those of the corpus', () => {
    const corpus = new Set(readCorpus().map(({ text }) => bare(text)));
    const texts = functions.flatMap(({ pairs }) => pairs.flat().map(({ message }) => message.text));
    expect(texts.filter((text) => corpus.has(bare(text)))).toEqual([]);
    for (const { name, pairs } of functions) {
      for (const [one, other] of pairs) {
        expect(
          one.expected !== other.expected || canonicalText(one.message.text) !== canonicalText(other.message.text),
          name,
        ).toBe(true);
      }
    }
  });
});

it.each(results)('$group: $name is told as well as recorded', ({ name, texts, wrong }) => {
  const recorded = baseline[name] ?? 0;
  expect(texts.hit, JSON.stringify(wrong, undefined, 1)).toBeGreaterThanOrEqual(recorded);
  expect(recorded, 'a baseline below half').toBeGreaterThanOrEqual(texts.of / 2);
  if (texts.hit > recorded)
    console.warn(`${name}: ${texts.hit} instead of ${recorded} right. Raise it: ${HOW_TO_RAISE}`);
});

it('no genuine notice of a court, the police or a bank is accused', () => {
  expect(functions.filter(({ genuine }) => genuine).length).toBeGreaterThanOrEqual(8);
  expect(results.flatMap(({ accused }) => accused)).toEqual([]);
});
