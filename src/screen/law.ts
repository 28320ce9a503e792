import type { Lender } from '../knowledge/vocabulary';
import type { Article, Candidate, Knowledge } from './types';

/** At most this many articles for a finding: the first is what matters, the rest supports it. */
const MOST_ARTICLES = 5;

/** Whether an article was in force on a day (`YYYY-MM-DD`, China Standard Time), both ends included. */
export function inForce(article: Pick<Article, 'from' | 'until'>, day: string): boolean {
  return article.from <= day && (!article.until || day <= article.until);
}

/**
 * Articles for a candidate, best first: the rule's own, then its category's order, filtered by the day of receipt
 * and by whom the instrument binds. A crime article never comes first. What only needs a check gets no more than the
 * rule's own articles: the category's order would accuse.
 *
 * @param day `YYYY-MM-DD` in China Standard Time
 * @returns article ids
 */
export function selectLaw(candidate: Candidate, lender: Lender, day: string, knowledge: Knowledge): string[] {
  const order = candidate.level === 'violation' ? (knowledge.lawOrder[candidate.category ?? ''] ?? []) : [];
  const ids = [
    ...candidate.law,
    ...order
      .filter((entry) => !entry.lender || entry.lender.includes(lender))
      .filter((entry) => !entry.rule || entry.rule.includes(candidate.rule))
      .map((entry) => entry.article),
  ];
  const usable = [...new Set(ids)].filter((id) => {
    const article = knowledge.articles[id];
    if (!article || !inForce(article, day)) return false;
    return !article.binds || lender === 'unknown' || article.binds.includes(lender);
  });
  const crime = (id: string) => Number(knowledge.articles[id]?.crime ?? false);
  const sorted = usable.sort((a, b) => crime(a) - crime(b)).slice(0, MOST_ARTICLES);
  return sorted.some((id) => !crime(id)) ? sorted : [];
}
