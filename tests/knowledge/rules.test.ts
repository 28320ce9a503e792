/** Walks every rule file. A failing line says which rule, which example, and what was found instead. */
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileKnowledge } from '../../scripts/knowledge/compile';
import { readKnowledge } from '../../scripts/knowledge/read';
import { buildTables } from '../../scripts/tables';
import { vocabularyOf } from '../../src/screen';
import { applyContexts } from '../../src/screen/context';
import { normalize, originalSpan } from '../../src/screen/normalize';
import { createProposer } from '../../src/screen/propose';
import { createScanner } from '../../src/screen/scan';
import { decodeTables } from '../../src/screen/tables';

const files = readKnowledge();
const raw = buildTables();
const tables = decodeTables(raw);
const knowledge = compileKnowledge(files, raw);
const scanner = createScanner(vocabularyOf(knowledge));

/** The words that a rule alone marks in a message, after the contexts. */
function marked(ruleId: string, text: string): { quote: string; level: string }[] {
  const rule = knowledge.rules.filter(({ id }) => id === ruleId);
  const canonical = normalize(text, tables);
  const view = scanner.scan(canonical);
  return applyContexts(createProposer(rule)(view), view)
    .filter(({ needsReader }) => !needsReader)
    .map(({ range, level }) => {
      const span = range ? originalSpan(canonical, range.start, range.end) : { start: 0, end: 0 };
      return { quote: text.slice(span.start, span.end), level };
    });
}

describe.each(files.rules.filter(({ data }) => data.status !== 'retired'))('$file', ({ file, name, data: rule }) => {
  it.each(rule.hits)('finds %s', (example) => {
    const words = /\[\[(.*?)\]\]/s.exec(example)?.[1];
    expect(words, 'mark the expected words with [[…]]').toBeDefined();
    const found = marked(rule.id, example.replaceAll('[[', '').replaceAll(']]', ''));
    expect(found).toContainEqual({ quote: words, level: rule.level });
  });

  it.each(rule.misses)('leaves alone %s', (example) => {
    const found = marked(rule.id, example);
    expect(found.filter(({ level }) => level === rule.level)).toEqual([]);
  });

  it('stands where its name says and refers to things that exist', () => {
    expect(name).toBe(rule.id);
    const folder = basename(dirname(file));
    expect(folder).toBe(rule.lead ? 'leads' : rule.level === 'violation' ? rule.category : rule.level);
    for (const id of rule.law ?? []) expect(knowledge.articles, id).toHaveProperty([id]);
    if (rule.fact) expect(knowledge.facts.map(({ id }) => id)).toContain(rule.fact);
    if (rule.level === 'violation') expect(rule.category).toBeDefined();
  });

  it('was reviewed when it was added, or later', () => {
    expect(rule.reviewed >= rule.added).toBe(true);
  });
});

it('no two rules share an id', () => {
  const ids = files.rules.map(({ data }) => data.id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

it('no two rules share an example', () => {
  const seen = new Map<string, string>();
  for (const { data } of files.rules) {
    for (const example of data.hits) {
      const plain = example.replaceAll('[[', '').replaceAll(']]', '');
      expect(seen.get(`${data.category} ${plain}`), `${data.id}: ${plain}`).toBeUndefined();
      seen.set(`${data.category} ${plain}`, data.id);
    }
  }
});
