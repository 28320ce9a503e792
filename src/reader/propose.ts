import type { Category } from '../knowledge/vocabulary';
import type { Candidate } from '../screen/types';
import type { LabelledSpan } from './spans';

/**
 * What the reader's spans propose to `assess`: a violation where it is sure, a thing to check where it only suspects.
 * Negation, questions and quotation inside a sentence are part of what the reader has learned to read; the voice of the
 * whole message (a warning, news, advice, a complaint) still takes its accusations back.
 */
export function toCandidates(spans: readonly LabelledSpan[]): Candidate[] {
  return spans.map(({ label, start, end, score, sure }) => ({
    source: 'reader',
    rule: `reader:${label}`,
    category: label as Category,
    level: sure ? 'violation' : 'verify',
    basis: 'text',
    range: { start, end },
    law: [],
    despite: ['negation', 'quotation', 'question', 'judgment-condition'],
    score,
  }));
}
