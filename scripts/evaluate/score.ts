import { CATEGORIES, type Category } from '../../src/knowledge/vocabulary';
import type { Screening } from '../../src/screen';
import type { Labelled } from './corpus';

export interface Rate {
  hit: number;
  of: number;
}

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
  /** Found labels: how often a finding overlaps one of the label's own spans. */
  spans: Rate;
}

export interface Score {
  readonly messages: number;
  readonly labels: Record<Category, Counts>;
  /** Messages with a violation: how many came back with one. */
  readonly found: Rate;
  /** Messages with neither label nor borderline label: how many were accused. */
  readonly alarms: Rate;
  /** The spans of all labels together. */
  readonly spans: Rate;
}

export interface Words {
  readonly start: number;
  readonly end: number;
}

/** Where the words that prove a label stand in a message. */
export function wordsOf({ text, spans }: Labelled, category: Category): Words[] {
  return (spans[category] ?? []).map((quote) => {
    const start = text.indexOf(quote);
    return { start, end: start + quote.length };
  });
}

/** Categories found as violations, with the places of each. */
export function violationsOf({ findings }: Screening): Map<Category, Words[]> {
  const found = new Map<Category, Words[]>();
  for (const { level, category, start = 0, end = 0 } of findings) {
    if (level === 'violation' && category) found.set(category, [...(found.get(category) ?? []), { start, end }]);
  }
  return found;
}

export const meet = (found: readonly Words[], wanted: readonly Words[]): boolean =>
  found.some((a) => wanted.some((b) => a.start < b.end && a.end > b.start));

/**
 * Only findings of level `violation` count. A hit on a borderline label counts neither way.
 */
export function score(messages: readonly Labelled[], screen: (message: Labelled) => Screening): Score {
  const labels = Object.fromEntries(
    CATEGORIES.map((c) => [c, { tp: 0, fp: 0, fn: 0, spans: rate() }]),
  ) as Score['labels'];
  const result: Score = { messages: messages.length, labels, found: rate(), alarms: rate(), spans: rate() };
  for (const message of messages) {
    const violations = violationsOf(screen(message));
    for (const category of CATEGORIES) {
      const counts = labels[category];
      const places = violations.get(category);
      if (!message.labels.includes(category)) {
        if (places && !message.borderline.includes(category)) counts.fp++;
        continue;
      }
      counts[places ? 'tp' : 'fn']++;
      if (!places) continue;
      const marked = meet(places, wordsOf(message, category));
      add(counts.spans, marked);
      add(result.spans, marked);
    }
    if (message.labels.length) add(result.found, violations.size > 0);
    else if (!message.borderline.length) add(result.alarms, violations.size > 0);
  }
  return result;
}

export const rate = (): Rate => ({ hit: 0, of: 0 });

export function add(count: Rate, hit: boolean): void {
  count.of++;
  if (hit) count.hit++;
}

export const precision = ({ tp, fp }: Counts): number => tp / Math.max(1, tp + fp);
export const recall = ({ tp, fn }: Counts): number => tp / Math.max(1, tp + fn);
export const f1 = ({ tp, fp, fn }: Counts): number => (tp ? (2 * tp) / (2 * tp + fp + fn) : 0);

/** Mean F1 over the labels with at least eight messages. */
export function macroF1({ labels }: Score): number {
  const counted = Object.values(labels).filter(({ tp, fn }) => tp + fn >= 8);
  return counted.reduce((sum, counts) => sum + f1(counts), 0) / Math.max(1, counted.length);
}
