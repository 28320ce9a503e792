import type { Category, ContextName } from '../knowledge/vocabulary';
import type { SecondOpinion } from '../screen/types';
import type { Reading } from './read';

/** Contexts inside a sentence: part of what the reader has learned to read. */
const INSIDE: readonly ContextName[] = ['negation', 'quotation', 'question', 'judgment-condition'];

/**
 * What the reader tells `assess`: its own candidates (a violation where it is sure, a thing to check where it only
 * suspects), and how probable it finds each category, so that a rule's accusation it finds improbable is not made.
 *
 * The voice of the whole message (a warning, news, advice, a complaint) may still take its accusations back.
 */
export function toOpinion({ spans, message }: Reading, labels: readonly string[]): SecondOpinion {
  return {
    probability: new Map(labels.map((label, at) => [label as Category, message[at] ?? 0])),
    candidates: spans.map(({ label, start, end, score, chance, sure }) => ({
      source: 'reader',
      rule: `reader:${label}`,
      category: label as Category,
      level: sure ? 'violation' : 'verify',
      basis: 'text',
      range: { start, end },
      law: [],
      despite: INSIDE,
      score,
      chance,
    })),
  };
}
