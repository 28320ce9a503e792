/** What the schema of the guide's pages cannot say: references, addresses, and words that are copied and sent. */
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../scripts/knowledge/read';
import { knowledge } from '../../src/knowledge';
import { guidePages } from '../../src/knowledge/guide';

const { guide } = readKnowledge();
const unique = (ids: readonly string[]) => new Set(ids).size === ids.length;

it('every page is compiled, each once', () => {
  expect(guidePages.map(({ id }) => id).sort()).toEqual(guide.map(({ data }) => data.id).sort());
  expect(unique(guidePages.map(({ id }) => id))).toBe(true);
});

describe.each(guide)('$file', ({ name, data: { id, sections, offered } }) => {
  it('is named by its id, which leads to no other page', () => {
    expect(id).toBe(name);
    expect(['facts', 'law', 'channels']).not.toContain(id);
  });

  it('names existing articles, channels and facts', () => {
    for (const section of sections) {
      for (const article of section.law) expect(knowledge.articles, section.id).toHaveProperty(article);
      for (const channel of section.channels) expect(knowledge.channels, section.id).toHaveProperty(channel);
    }
    const facts = knowledge.facts.map((fact) => fact.id);
    for (const fact of offered.facts) expect(facts).toContain(fact);
  });

  it('each section has an address of its own and says something', () => {
    expect(unique(sections.map((section) => section.id))).toBe(true);
    for (const { id: section, text, steps, points, copy, figure } of sections) {
      expect(text.length + steps.length + points.length > 0 || copy || figure, section).toBeTruthy();
    }
  });

  it('nothing is said twice in one list: the page tells its parts by their words', () => {
    for (const { id: section, text, steps, points } of sections) {
      for (const list of [text, steps, points]) expect(unique(list.map(({ zh }) => zh)), section).toBe(true);
    }
  });
});
