import type { Category } from '../knowledge/vocabulary';
import type { Candidate, SecondOpinion } from './types';
import type { View } from './view';

/**
 * Below this probability the reader finds a rule's accusation improbable. On messages that nobody tuned to, rules below
 * it were wrong four times in five, rules above it once in twelve.
 */
const DOUBT = 0.1;

/** A loose pattern needs this probability: words and reading must both say it. */
const AGREEMENT = 0.6;

/** Kinds in which the reader alone accuses innocent messages too often: it may only ask for a second look. */
const NEVER_ALONE: readonly Category[] = ['insult', 'extortion-payment', 'doxxing'];

/** What a message about a debt has; without it the reader, who has read little else, is out of its depth. */
const CUES = ['@talks-of-money', '@speaks-to-someone'] as const;

function isOfItsKind(view: View): boolean {
  return CUES.every((cue) => view.hits(cue).length > 0);
}

/** Whether any opinion could change the result: an ordinary message need not be read at all. */
export function wantsOpinion(candidates: readonly Candidate[], view: View): boolean {
  return isOfItsKind(view) || candidates.some(({ level, needsReader }) => needsReader || level === 'violation');
}

/**
 * Brings rules and reader together, so that nobody is accused on weak evidence.
 *
 * - A rule's violation that the reader finds improbable becomes something to check; its loose patterns count only where
 *   the reader finds their category probable.
 * - The reader alone is heard only where the message talks of money and to a person. Its mere suspicion adds nothing
 *   where the category is found already.
 *
 * Without a reader (not started yet, or broken) the rules stand alone.
 */
export function weigh(candidates: readonly Candidate[], view: View, opinion: SecondOpinion | undefined): Candidate[] {
  const probability = ({ category }: Candidate) => (category && opinion?.probability.get(category)) ?? 0;
  const usable = candidates.filter((each) => !each.needsReader || probability(each) >= AGREEMENT);
  if (!opinion) return usable;
  const rules = usable.map((each) =>
    each.level === 'violation' && probability(each) < DOUBT ? { ...each, level: 'verify' as const } : each,
  );
  if (!isOfItsKind(view)) return rules;
  const alone = opinion.candidates.map(
    (candidate): Candidate =>
      candidate.category && NEVER_ALONE.includes(candidate.category) ? { ...candidate, level: 'verify' } : candidate,
  );
  const accused = new Set(
    [...rules, ...alone].filter(({ level }) => level === 'violation').map(({ category }) => category),
  );
  return [...rules, ...alone.filter(({ level, category }) => level === 'violation' || !accused.has(category))];
}
