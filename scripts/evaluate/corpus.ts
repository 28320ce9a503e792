import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { CATEGORIES, type Category } from '../../src/knowledge/vocabulary';
import { ROOT } from '../knowledge/read';

const labels = v.array(v.picklist(CATEGORIES));

/** Where a message came from. */
export const KINDS = ['sms', 'wechat', 'call', 'post', 'letter', 'notice', 'email'] as const;

/** One span may stand without its list. */
const quotes = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value) => (typeof value === 'string' ? [value] : value)),
);

export const labelledSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^(A|W\d+-)\d{3,4}$/)),
  text: v.pipe(v.string(), v.nonEmpty()),
  labels,
  borderline: labels,
  kind: v.picklist(KINDS),
  trait: v.array(v.string()),
  spans: v.record(v.picklist(CATEGORIES), quotes),
  why: v.optional(v.string()),
});
export type Labelled = v.InferOutput<typeof labelledSchema>;

export type Part = 'tuning' | 'fifth' | 'writers' | 'realistic' | 'contrastive';

const partsSchema = v.strictObject({
  /** Writers whose messages nobody looks at while tuning; chosen once, by hash, before anything was trained. */
  heldOut: v.array(v.string()),
  /**
   * Held out whole, and saw nothing of the rest. Who tunes after seeing their totals asks other writers, and frees
   * these.
   */
  latest: v.record(v.string(), v.picklist(['realistic', 'contrastive'] satisfies Part[])),
  /** Written to tighten the rules with, and read. */
  tuned: v.array(v.string()),
  /** Never trained on, so that thresholds are chosen on styles that the reader has not met: `training/` only. */
  choosing: v.array(v.string()),
  /** From this writer on all but the latest trains the reader, so that the parts measured stay what they were. */
  firstTraining: v.number(),
});
const parts = v.parse(partsSchema, JSON.parse(readFileSync(join(ROOT, 'tests/corpus/parts.json'), 'utf8')));

/**
 * Which part of the corpus a message belongs to. `training/labels.py` splits the same way: whole writers first, because
 * messages of one writer resemble each other, then a fifth of the rest by the SHA-256 of the id.
 */
export function partOf(id: string): Part {
  const writer = id.split('-')[0] as string;
  if (parts.heldOut.includes(writer)) return 'writers';
  const latest = parts.latest[writer];
  if (latest) return latest;
  const number = Number(/^W(\d+)$/.exec(writer)?.[1] ?? 0);
  if (parts.tuned.includes(writer) || number >= parts.firstTraining) return 'tuning';
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 8);
  return Number.parseInt(hash, 16) % 5 === 0 ? 'fifth' : 'tuning';
}

/** What is wrong with a message beyond its fields, in words; empty when nothing is. */
export function faultsOf({ id, text, labels, borderline, spans }: Labelled): string[] {
  const faults: string[] = [];
  const all = [...labels, ...borderline];
  if (new Set(all).size < all.length) faults.push('a label stands twice, or is also borderline');
  for (const label of labels) if (!spans[label]?.length) faults.push(`${label} has no span`);
  for (const [label, quoted] of Object.entries(spans)) {
    if (!labels.includes(label as Category)) faults.push(`a span for ${label}, which is no label here`);
    for (const quote of quoted) if (!quote || !text.includes(quote)) faults.push(`${label}: not in the text: ${quote}`);
  }
  return faults.map((fault) => `${id}: ${fault}`);
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
