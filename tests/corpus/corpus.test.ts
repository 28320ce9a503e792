/** The written corpus itself: well-formed, every span exact, nothing twice, nothing in two parts. */
import { expect, it } from 'vitest';
import { partOf, readCorpus } from '../../scripts/evaluate/corpus';

const corpus = readCorpus();

it('ids are unique and no text stands twice', () => {
  expect(corpus.length).toBeGreaterThan(10_000);
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
  expect(new Set(corpus.map(({ text }) => text)).size).toBe(corpus.length);
});

it('every label has a span and every span stands in its text', () => {
  const wrong = corpus.filter(({ text, labels, spans }) =>
    labels.some((label) => !spans[label]?.length || spans[label].some((span) => !text.includes(span))),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('both held-out parts are large enough to measure on', () => {
  const sizes = { tuning: 0, fifth: 0, writers: 0 };
  for (const { id } of corpus) sizes[partOf(id)]++;
  expect(sizes.fifth).toBeGreaterThan(1500);
  expect(sizes.writers).toBeGreaterThan(1000);
});
