/** The written corpus itself: well-formed, every span exact, nothing twice, nothing in two parts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { faultsOf, type Labelled, labelledSchema, partOf, readCorpus } from '../../scripts/evaluate/corpus';
import { bare, nearPairs } from '../../scripts/evaluate/near';
import { ROOT } from '../../scripts/knowledge/read';

// Reading already refuses unknown fields, labels and kinds.
const corpus = readCorpus();

/** Ids of messages whose text, seen through `as`, an earlier message already has. */
function repeated(as: (text: string) => string): string[] {
  const seen = new Set<string>();
  return corpus.flatMap(({ id, text }) => {
    const form = as(text);
    const known = seen.has(form);
    seen.add(form);
    return known ? [id] : [];
  });
}

describe('the checks themselves', () => {
  const good = {
    id: 'W1-001',
    text: '后果自负',
    labels: ['threat'],
    borderline: ['insult'],
    kind: 'sms',
    trait: [],
    spans: { threat: ['后果自负'] },
  };

  it('accept a good message, also with a single span outside a list', () => {
    expect(faultsOf(v.parse(labelledSchema, good))).toEqual([]);
    expect(v.parse(labelledSchema, { ...good, spans: { threat: '后果自负' } }).spans).toEqual(good.spans);
  });

  it.each([
    ['an unknown field', { verdict: 'found' }],
    ['an unknown label', { labels: ['menace'] }],
    ['an unknown borderline label', { borderline: ['menace'] }],
    ['an unknown kind', { kind: 'fax' }],
    ['an id of another form', { id: 'W1-1' }],
    ['an empty text', { text: '' }],
    ['a missing field', { trait: undefined }],
  ])('refuse %s', (_, change) => expect(v.safeParse(labelledSchema, { ...good, ...change }).success).toBe(false));

  it.each([
    ['a label that is also borderline', { borderline: ['threat'] }],
    ['a label twice', { labels: ['threat', 'threat'] }],
    ['a label without a span', { spans: {} }],
    ['a label with an empty list of spans', { spans: { threat: [] } }],
    ['a span without a label', { spans: { ...good.spans, insult: ['后果'] } }],
    ['a span that is not in the text', { spans: { threat: ['后果自付'] } }],
    ['an empty span', { spans: { threat: [''] } }],
  ])('report %s', (_, change) => expect(faultsOf({ ...good, ...change } as Labelled)).toHaveLength(1));
});

it('has at least 90 thousand messages, about half of them clean', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(90_000);
  const clean = corpus.filter(({ labels }) => !labels.length).length / corpus.length;
  expect(clean).toBeGreaterThan(0.4);
  expect(clean).toBeLessThan(0.6);
});

it('every label has a span, every span stands in its text, and no label is also borderline', () => {
  expect(corpus.flatMap(faultsOf)).toEqual([]);
});

it('ids are unique and no text stands twice, also without punctuation, blanks and case', () => {
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
  expect(repeated((text) => text)).toEqual([]);
  expect(repeated(bare)).toEqual([]);
});

it('the held-out parts are what they were, and large enough to measure on', () => {
  const sizes = { tuning: 0, fifth: 0, writers: 0, realistic: 0, contrastive: 0 };
  for (const { id } of corpus) sizes[partOf(id)]++;
  expect(sizes.fifth).toBe(2127);
  expect(sizes.writers).toBe(1299);
  expect(sizes.realistic).toBeGreaterThan(400);
  expect(sizes.contrastive).toBeGreaterThan(250);
});

it('no held-out message nearly repeats one that trains, but for those listed in near.json with a reason', () => {
  const training = corpus.filter(({ id }) => partOf(id) === 'tuning');
  const heldOut = corpus.filter(({ id }) => partOf(id) !== 'tuning');
  const found = [(text: string) => text, bare].flatMap((form) => {
    const texts = (messages: Labelled[]) => messages.map(({ text }) => form(text));
    return nearPairs(texts(heldOut), texts(training)).map(
      ({ first, second }) => `${heldOut[first]?.id} ~ ${training[second]?.id}`,
    );
  });
  const known: { heldOut: string; training: string; reason: string }[] = JSON.parse(
    readFileSync(join(ROOT, 'tests/corpus/near.json'), 'utf8'),
  );
  expect(known.filter(({ reason }) => !reason)).toEqual([]);
  expect([...new Set(found)].sort()).toEqual(known.map((pair) => `${pair.heldOut} ~ ${pair.training}`).sort());
  expect(known.length).toBeLessThan(0.005 * heldOut.length);
}, 30_000);
