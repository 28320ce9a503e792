/**
 * Reads and validates the knowledge files. The compiler and the tests use it,
 * the product imports the compiled module.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';
import { CommandError } from '../../src/cli/command';
import type { Knowledge } from '../../src/knowledge/compiled';
import { type DraftFile, draftSchema } from '../../src/knowledge/draft-schema';
import {
  categoriesSchema,
  evidenceSchema,
  factsSchema,
  type GuidePage,
  guidePageSchema,
  leadsSchema,
  numbersSchema,
  verifySchema,
} from '../../src/knowledge/guide-schema';
import { type LprTable, lprSchema } from '../../src/knowledge/lpr-schema';
import { routingSchema } from '../../src/knowledge/routing-schema';
import {
  type ChannelFile,
  type ConceptFile,
  channelSchema,
  conceptSchema,
  type InstrumentFile,
  instrumentSchema,
  type LawOrderFile,
  lawOrderSchema,
  type RuleFile,
  ruleSchema,
} from '../../src/knowledge/schema';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = join(ROOT, 'src');

export interface Sourced<T> {
  /** Path from the project's root, for messages. */
  readonly file: string;
  readonly name: string;
  readonly data: T;
}

/** What compiling takes over as it stands. */
type AsItStands = 'routing' | 'categories' | 'facts' | 'evidence' | 'verify' | 'leads' | 'numbers';

export interface KnowledgeFiles extends Pick<Knowledge, AsItStands> {
  readonly concepts: readonly Sourced<ConceptFile>[];
  readonly rules: readonly Sourced<RuleFile>[];
  readonly instruments: readonly Sourced<InstrumentFile>[];
  readonly lawOrder: LawOrderFile;
  readonly channels: readonly Sourced<ChannelFile>[];
  readonly guide: readonly Sourced<GuidePage>[];
  readonly drafts: readonly Sourced<DraftFile>[];
  readonly lpr: LprTable;
}

/** Paths below `src/<folder>` of YAML files, in a fixed order; names with a leading `_` are tables, not entries. */
export function yamlFiles(folder: string): string[] {
  return readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(SOURCE, folder, name));
}

/** @throws CommandError naming the file and each wrong field */
function load<S extends v.GenericSchema>(path: string, schema: S): v.InferOutput<S> {
  const file = relative(ROOT, path);
  let data: unknown;
  try {
    data = parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CommandError(`${file}: ${(error as Error).message}`);
  }
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const issues = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? '(file)'}: ${issue.message}`);
  throw new CommandError(`${file}\n${issues.join('\n')}`);
}

function loadAll<S extends v.GenericSchema>(folder: string, schema: S): Sourced<v.InferOutput<S>>[] {
  return yamlFiles(folder)
    .filter((path) => !path.includes('/_'))
    .map((path) => ({
      file: relative(ROOT, path),
      name: (path.split('/').pop() as string).replace('.yaml', ''),
      data: load(path, schema),
    }));
}

/**
 * @throws CommandError with the file and the field for anything that does not fit its schema
 */
export function readKnowledge(): KnowledgeFiles {
  return {
    concepts: loadAll('lexicon', conceptSchema),
    rules: loadAll('rules', ruleSchema),
    instruments: loadAll('law', instrumentSchema),
    lawOrder: load(join(SOURCE, 'law/_order.yaml'), lawOrderSchema),
    channels: loadAll('channels', channelSchema),
    routing: load(join(SOURCE, 'channels/_routing.yaml'), routingSchema),
    categories: load(join(SOURCE, 'guide/categories.yaml'), categoriesSchema),
    facts: load(join(SOURCE, 'guide/facts.yaml'), factsSchema),
    evidence: load(join(SOURCE, 'guide/evidence.yaml'), evidenceSchema),
    verify: load(join(SOURCE, 'guide/verify.yaml'), verifySchema),
    leads: load(join(SOURCE, 'guide/leads.yaml'), leadsSchema),
    numbers: load(join(SOURCE, 'guide/numbers.yaml'), numbersSchema),
    guide: loadAll('guide/pages', guidePageSchema),
    drafts: loadAll('drafts', draftSchema),
    lpr: load(join(SOURCE, 'tools/lpr.yaml'), lprSchema),
  };
}
