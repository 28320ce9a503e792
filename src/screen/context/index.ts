import type { ContextName } from '../../knowledge/vocabulary';
import type { Candidate } from '../types';
import type { View } from '../view';
import { advice } from './advice';
import { complaint } from './complaint';
import { judgmentCondition } from './judgment-condition';
import { negation } from './negation';
import { news } from './news';
import { officialForm } from './official-form';
import { question } from './question';
import { quotation } from './quotation';
import { warning } from './warning';

/**
 * One reason why words that look like a violation are not one here.
 *
 * @returns `drop`: no accusation; `verify`: it needs the reader's own check; nothing: this context does not apply
 */
export type Context = (candidate: Candidate, view: View) => 'drop' | 'verify' | undefined;

/** All contexts by name; each has its own file and its own test. */
export const contexts: Readonly<Record<ContextName, Context>> = {
  negation,
  quotation,
  warning,
  news,
  advice,
  question,
  complaint,
  'judgment-condition': judgmentCondition,
  'official-form': officialForm,
};

/**
 * Takes accusations back where the context explains the words. Candidates of level `lawful` and `verify` accuse
 * nobody; only a message that merely talks about collection (a warning, news, advice, a complaint) takes them away too.
 */
export function applyContexts(candidates: readonly Candidate[], view: View): Candidate[] {
  return candidates.flatMap((candidate) => {
    let level = candidate.level;
    for (const [name, context] of Object.entries(contexts) as [ContextName, Context][]) {
      if (candidate.despite.includes(name)) continue;
      const outcome = context(candidate, view);
      if (outcome === 'drop') return [];
      if (outcome === 'verify' && level === 'violation') level = 'verify';
    }
    return [level === candidate.level ? candidate : { ...candidate, level }];
  });
}
