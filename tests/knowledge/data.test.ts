/** What the schemas cannot say: references between files, official hosts and numbers, honest wording. */
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../scripts/knowledge/read';
import { knowledge } from '../../src/knowledge';
import { CATEGORIES, LENDERS } from '../../src/knowledge/vocabulary';

const files = readKnowledge();
const articleIds = new Set(Object.keys(knowledge.articles));
const channelIds = new Set(Object.keys(knowledge.channels));

/** Every number that may be dialled from a result. */
const DIAL_ALLOWED = [
  '110',
  '12110',
  '96110',
  '12389',
  '12378',
  '12345',
  '12363',
  '12315',
  '01012321',
  '12300',
  '12368',
  '12309',
  '12348',
  '12377',
  '12356',
];

describe('law', () => {
  it('ids are unique, files are in force before they end', () => {
    const all = files.instruments.flatMap(({ data }) => data.articles);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id, from, until } of all) expect(!until || from <= until, id).toBe(true);
  });

  it('every criminal text is marked as one', () => {
    for (const article of Object.values(knowledge.articles)) {
      if (article.instrument === '刑法' || article.instrument.includes('刑事案件'))
        expect(article.crime, article.id).toBe(true);
    }
  });

  it('the order names existing articles for every category, crimes last', () => {
    for (const category of CATEGORIES) {
      const order = (knowledge.lawOrder[category] ?? []).map(({ article }) => article);
      expect(order.length, category).toBeGreaterThan(2);
      for (const id of order) expect(articleIds, `${category}: ${id}`).toContain(id);
      const crimes = order.map((id) => knowledge.articles[id]?.crime ?? false);
      expect(crimes, category).toEqual([...crimes].sort());
    }
  });

  it('facts rest on existing articles', () => {
    for (const { id, law } of knowledge.facts) for (const article of law) expect(articleIds, id).toContain(article);
  });
});

describe('channels', () => {
  it('only official hosts are linked, and only known numbers dialled', () => {
    const hosts = new Set(knowledge.routing.hosts);
    const urls = [...Object.values(knowledge.channels), ...Object.values(knowledge.articles)].map((entry) =>
      'url' in entry ? entry.url : 'site' in entry ? entry.site : undefined,
    );
    const linked = Object.values(knowledge.channels).flatMap(({ url }) => url ?? []);
    expect(linked.length).toBeGreaterThan(15);
    for (const url of linked) expect(hosts, url).toContain(new URL(url).host);
    for (const url of urls)
      if (url) expect(new URL(url).host, url).toMatch(/\.(gov\.cn|org\.cn|cn|net|com\.cn)$|^tousu\.sina/);
    for (const { id, dial } of Object.values(knowledge.channels)) if (dial) expect(DIAL_ALLOWED, id).toContain(dial);
  });

  it('each file is named by its id', () => {
    for (const { name, data } of files.channels) expect(name).toBe(data.id);
  });

  it('routes and checks name existing channels, with a ladder for every lender', () => {
    const { routes, ladders } = knowledge.routing;
    for (const lender of LENDERS) expect(ladders, lender).toHaveProperty(lender);
    for (const category of CATEGORIES) expect(routes, category).toHaveProperty(category);
    const steps = [...Object.values(ladders), ...Object.values(routes).flatMap((route) => Object.values(route))].flat();
    for (const { channel, ladder } of steps)
      expect(ladder || (channel && channelIds.has(channel)), channel).toBeTruthy();
    for (const flow of Object.values(knowledge.verify))
      for (const id of flow.channels) expect(channelIds).toContain(id);
  });

  it('the private platform is never part of a route', () => {
    expect(JSON.stringify(knowledge.routing)).not.toContain('heimao');
  });
});

describe('wording', () => {
  const texts: [string, string][] = [];
  const collect = (path: string, value: unknown): void => {
    if (typeof value === 'string') texts.push([path, value]);
    else if (value && typeof value === 'object')
      for (const [key, part] of Object.entries(value)) collect(`${path}.${key}`, part);
  };
  for (const { file, data } of files.rules) collect(file, { title: data.title, why: data.why, lawful: data.lawful });

  it('rules never call a sender a fraud or a message fake, and promise nothing', () => {
    for (const [path, text] of texts) {
      expect(text, path).not.toMatch(
        /(?<!不等于|不代表|不能说|是否|未必)(是假的|是骗子|肯定违法|必然违法|一定违法|保证(能|会|你)|一定能)/,
      );
      expect(text, path).not.toMatch(
        /\b(is fake|is a scam|definitely illegal|we guarantee|guaranteed to (win|work|succeed))/i,
      );
    }
  });

  it('nobody is told that he does not owe', () => {
    for (const [path, text] of texts)
      expect(text, path).not.toMatch(/你(就|其实|根本)?(不用还|不必还|无需还|不欠)|you (don't|do not) owe/i);
  });
});
