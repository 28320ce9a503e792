import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { Automaton } from './automaton';

function hitsOf(words: string[], text: string): string[] {
  const hits: string[] = [];
  new Automaton(words).scan(text, (word, start, end) => {
    expect(text.slice(start, end)).toBe(words[word]);
    hits.push(`${words[word]}@${start}`);
  });
  return hits.sort();
}

/** The same by the obvious slow method. */
function slowHits(words: string[], text: string): string[] {
  return words
    .flatMap((word) =>
      [...Array(text.length).keys()].filter((at) => text.startsWith(word, at)).map((at) => `${word}@${at}`),
    )
    .sort();
}

it('finds overlapping and nested words', () => {
  expect(hitsOf(['法院', '人民法院', '院', '院长'], '人民法院院长')).toEqual(
    ['人民法院@0', '法院@2', '院@3', '院@4', '院长@4'].sort(),
  );
});

it('agrees with the slow method on any words and text', () => {
  const small = fc.string({ unit: fc.constantFrom('催', '收', 'a', '还'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.uniqueArray(small, { minLength: 1, maxLength: 12 }), fc.array(small), (words, parts) => {
      expect(hitsOf(words, parts.join(''))).toEqual(slowHits(words, parts.join('')));
    }),
  );
});

it('units that no word holds, and an empty text, are no hits', () => {
  expect(hitsOf(['催收'], '')).toEqual([]);
  expect(hitsOf(['催收'], '\ud83d\u0000催\uffff收')).toEqual([]);
});
