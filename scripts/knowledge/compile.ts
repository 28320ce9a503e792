import { createHash } from 'node:crypto';
import { CommandError } from '../../src/cli/command';
import type { Article, CompiledRule, Knowledge, Tables } from '../../src/knowledge/compiled';
import type { GuidePage } from '../../src/knowledge/guide-schema';
import { type Pattern, parsePattern } from '../../src/knowledge/pattern';
import type { RuleFile } from '../../src/knowledge/schema';
import { GUIDE_GROUPS } from '../../src/knowledge/vocabulary';
import { normalize } from '../../src/screen/normalize';
import { decodeTables } from '../../src/screen/tables';
import type { KnowledgeFiles } from './read';

/**
 * Brings the knowledge files into the form that the pipeline runs on: patterns parsed, words folded the way a
 * message is folded, articles flattened. Examples stay behind; only tests need them.
 *
 * @throws CommandError naming the rule whose pattern cannot be read or names an unknown concept
 */
export function compileKnowledge(files: KnowledgeFiles, tables: Tables): Knowledge {
  const foldTables = decodeTables(tables);
  const fold = (word: string) => normalize(word, foldTables).text.trim();
  const concepts = Object.fromEntries(
    files.concepts.map(({ name, data }) => [name, [...new Set(data.words.map(fold))].filter(Boolean)]),
  );
  const rules = files.rules
    .filter(({ data }) => data.status !== 'retired')
    .map(({ file, data }) => compileRule(file, data, fold, concepts));
  const { categories, facts, evidence, verify, leads, numbers } = files;
  const body: Omit<Knowledge, 'version'> = {
    concepts,
    rules,
    articles: flattenArticles(files),
    lawOrder: files.lawOrder.categories,
    channels: Object.fromEntries(files.channels.map(({ data }) => [data.id, data])),
    routing: files.routing,
    categories,
    facts,
    evidence,
    verify,
    leads,
    numbers,
    guide: files.guide.map(({ data: { id, title, offered } }) => ({ id, title, offered })),
  };
  const version = createHash('sha256')
    .update(JSON.stringify([body, tables]))
    .digest('hex')
    .slice(0, 12);
  return { version, ...body };
}

/** The pages of the guide in their order. They stay apart from the rest: only the guide itself loads them. */
export function compileGuide(files: KnowledgeFiles): GuidePage[] {
  const place = ({ group, order }: GuidePage) => GUIDE_GROUPS.indexOf(group) * 1000 + order;
  return files.guide.map(({ data }) => data).sort((a, b) => place(a) - place(b));
}

function compileRule(
  file: string,
  rule: RuleFile,
  fold: (word: string) => string,
  concepts: Record<string, readonly string[]>,
): CompiledRule {
  const patterns = (sources: readonly string[] = []): Pattern[] =>
    sources.flatMap((source) => {
      try {
        const parsed = parsePattern(source, fold);
        for (const term of parsed.flatMap(({ steps }) => steps.flatMap(({ terms, not }) => [...terms, ...not]))) {
          if (term.startsWith('@') && !concepts[term.slice(1)]) throw new Error(`no concept ${term.slice(1)}`);
        }
        return parsed;
      } catch (error) {
        throw new CommandError(`${file}: ${(error as Error).message}`);
      }
    });
  const { id, category, level, title, why, lawful, lead, fact } = rule;
  return {
    id,
    level,
    title,
    why,
    ...(category && { category }),
    ...(lawful && { lawful }),
    ...(lead && { lead }),
    ...(fact && { fact }),
    match: patterns(rule.match),
    likely: patterns(rule.likely),
    unless: patterns(rule.unless),
    unlessAnywhere: patterns(rule.unlessAnywhere),
    despite: rule.despite ?? [],
    law: rule.law ?? [],
    verify: rule.verify ?? [],
  };
}

function flattenArticles(files: KnowledgeFiles): Record<string, Article> {
  return Object.fromEntries(
    files.instruments.flatMap(({ data: { articles, instrument, kind, issuer, en, full, site, binds } }) =>
      articles.map((article) => [
        article.id,
        { ...(binds && { binds }), ...article, instrument, kind, issuer, instrumentEn: en, full, site },
      ]),
    ),
  );
}
