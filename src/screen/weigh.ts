import type { Category } from '../knowledge/vocabulary';
import type { Candidate, SecondOpinion } from './types';
import type { View } from './view';

/**
 * Below this probability the reader finds a rule's accusation improbable. Not higher: in a long letter it gives even a
 * plain announcement little more.
 */
const DOUBT = 0.15;

/** A loose pattern needs this probability: words and reading must both say it. */
const AGREEMENT = 0.35;

/** Kinds in which the reader alone accuses innocent messages too often (codes, receipts): it may only ask for a look. */
const NEVER_ALONE: readonly Category[] = ['extortion-payment'];

/**
 * Brings rules and reader together, so that nobody is accused on weak evidence.
 *
 * - A rule's violation that the reader finds improbable becomes something to check; its loose patterns count only where
 *   the reader finds their category probable.
 * - The reader alone is heard only where the message talks of money, since it takes everyday notices and quarrels for
 *   violations; with a mere suspicion only where it speaks to a person too. Its suspicion adds nothing where the
 *   category is found already.
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
  if (!talksOfMoney(view)) return rules;
  const toSomeone = view.hits('@speaks-to-someone').length > 0;
  const alone = opinion.candidates
    .map((each): Candidate => (isOneOf(NEVER_ALONE, each.category) ? { ...each, level: 'verify' } : each))
    .filter(({ level }) => level === 'violation' || toSomeone);
  const accused = new Set(
    [...rules, ...alone].filter(({ level }) => level === 'violation').map(({ category }) => category),
  );
  return [...rules, ...alone.filter(({ level, category }) => level === 'violation' || !accused.has(category))];
}

/** Whether any opinion could change the result: most ordinary messages need not be read at all. */
export function wantsOpinion(candidates: readonly Candidate[], view: View): boolean {
  return talksOfMoney(view) || candidates.some(({ level, needsReader }) => needsReader || level === 'violation');
}

function isOneOf(kinds: readonly Category[], category: Category | undefined): boolean {
  return category !== undefined && kinds.includes(category);
}

function talksOfMoney(view: View): boolean {
  return view.hits('@talks-of-money').length > 0;
}
