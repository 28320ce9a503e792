import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CATEGORIES } from '../../src/knowledge/vocabulary';
import { ROOT } from '../knowledge/read';

const labels = v.array(v.picklist(CATEGORIES));

export const labelledSchema = v.looseObject({
  id: v.string(),
  text: v.string(),
  labels,
  borderline: v.optional(labels, []),
  spans: v.optional(v.record(v.picklist(CATEGORIES), v.array(v.string())), {}),
});
export type Labelled = v.InferOutput<typeof labelledSchema>;

/** Writers whose messages nobody looks at while tuning; chosen once, by hash, before anything was trained. */
const HELD_OUT_WRITERS = ['W2', 'W4', 'W22'];

/** Written to tighten the rules with: their messages were read. */
const TUNED_WRITERS = ['W24', 'W25', 'W26'];

export type Part = 'tuning' | 'fifth' | 'writers';

/**
 * Which part of the corpus a message belongs to. `training/data.py` splits the same way: whole writers first, because
 * messages of one writer resemble each other, then a fifth of the rest by the SHA-256 of the id.
 */
export function partOf(id: string): Part {
  const writer = id.split('-')[0] as string;
  if (HELD_OUT_WRITERS.includes(writer)) return 'writers';
  if (TUNED_WRITERS.includes(writer)) return 'tuning';
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return Number.parseInt(hash, 16) % 5 === 0 ? 'fifth' : 'tuning';
}

/** All written messages, in file order. @throws ValiError naming the field of a message that does not fit */
export function readCorpus(): Labelled[] {
  const folder = join(ROOT, 'tests/corpus');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => v.parse(labelledSchema, JSON.parse(line)));
}
