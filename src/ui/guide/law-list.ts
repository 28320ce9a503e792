/** All articles as the guide lists them: by instrument, what is in force today apart from what was before. */
import type { Article } from '../../knowledge/compiled';
import { LAW_KINDS } from '../../knowledge/vocabulary';
import { inForce } from '../../screen/law';

export interface LawGroup {
  /** Full Chinese name of the instrument. */
  readonly full: string;
  /** At least one; all of them share instrument, kind and issuer. */
  readonly articles: readonly [Article, ...Article[]];
}

/**
 * Groups articles by instrument: the most binding kind first, crimes last.
 *
 * @param day `YYYY-MM-DD` in China Standard Time
 */
export function groupLaw(articles: readonly Article[], day: string): Record<'now' | 'other', LawGroup[]> {
  const now = articles.filter((article) => inForce(article, day));
  const other = articles.filter((article) => !inForce(article, day));
  return { now: grouped(now), other: grouped(other) };
}

function grouped(articles: readonly Article[]): LawGroup[] {
  const groups = new Map<string, [Article, ...Article[]]>();
  for (const article of articles) {
    const group = groups.get(article.full);
    if (group) group.push(article);
    else groups.set(article.full, [article]);
  }
  const rank = ([{ kind, crime }]: readonly [Article, ...Article[]]) =>
    LAW_KINDS.indexOf(kind) + (crime ? LAW_KINDS.length : 0);
  return [...groups]
    .map(([full, all]) => ({ full, articles: all }))
    .sort((a, b) => rank(a.articles) - rank(b.articles));
}
