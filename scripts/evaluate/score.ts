import { CATEGORIES, type Category } from '../../src/knowledge/vocabulary';
import type { Screening } from '../../src/screen';
import type { Labelled } from './corpus';

export interface Counts {
  tp: number;
  fp: number;
  fn: number;
}

export interface Score {
  readonly messages: number;
  readonly labels: Record<Category, Counts>;
  /** Messages with a violation: how many came back with one. */
  readonly found: { hit: number; of: number };
  /** Messages with neither label nor borderline label: how many were accused. */
  readonly alarms: { hit: number; of: number };
  /** Found labels with a gold span: how often a finding overlaps it. */
  readonly spans: { hit: number; of: number };
}

/**
 * Only findings of level `violation` count. A hit on a borderline label counts neither way.
 */
export function score(messages: readonly Labelled[], screen: (message: Labelled) => Screening): Score {
  const labels = Object.fromEntries(CATEGORIES.map((c) => [c, { tp: 0, fp: 0, fn: 0 }])) as Record<Category, Counts>;
  const result: Score = { messages: messages.length, labels, found: zero(), alarms: zero(), spans: zero() };
  for (const message of messages) {
    const violations = screen(message).findings.filter(({ level }) => level === 'violation');
    const found = new Set(violations.flatMap(({ category }) => category ?? []));
    for (const category of CATEGORIES) {
      const counts = labels[category];
      if (message.labels.includes(category)) counts[found.has(category) ? 'tp' : 'fn']++;
      else if (found.has(category) && !message.borderline.includes(category)) counts.fp++;
    }
    if (message.labels.length) add(result.found, found.size > 0);
    else if (!message.borderline.length) add(result.alarms, found.size > 0);
    for (const [category, quotes] of Object.entries(message.spans)) {
      if (!message.labels.includes(category as Category) || !found.has(category as Category)) continue;
      const ranges = quotes.map((quote) => [message.text.indexOf(quote), message.text.indexOf(quote) + quote.length]);
      add(
        result.spans,
        violations.some(
          ({ category: own, start = 0, end = 0 }) =>
            own === category && ranges.some(([a, b]) => start < (b as number) && end > (a as number)),
        ),
      );
    }
  }
  return result;
}

const zero = () => ({ hit: 0, of: 0 });

function add(count: { hit: number; of: number }, hit: boolean): void {
  count.of++;
  if (hit) count.hit++;
}

export function f1({ tp, fp, fn }: Counts): number {
  return tp ? (2 * tp) / (2 * tp + fp + fn) : 0;
}

/** Mean F1 over the labels with at least eight messages. */
export function macroF1({ labels }: Score): number {
  const counted = Object.values(labels).filter(({ tp, fn }) => tp + fn >= 8);
  return counted.reduce((sum, counts) => sum + f1(counts), 0) / Math.max(1, counted.length);
}
