import type { Article, Knowledge } from '../knowledge/compiled';
import type { Lender, Role } from '../knowledge/vocabulary';
import type { Candidate } from './types';

/** At most this many articles for a finding: the first is what matters, the rest supports it. */
const MOST_ARTICLES = 5;

/** Whether an article was in force on a day (`YYYY-MM-DD`, China Standard Time), both ends included. */
export function inForce(article: Pick<Article, 'from' | 'until'>, day: string): boolean {
  return article.from <= day && (!article.until || day <= article.until);
}

type Articles = Knowledge['articles'];
const replacements = new WeakMap<Articles, ReadonlyMap<string, Article | undefined>>();

/** What replaced an article, by its id; nothing where several did: only an author can say which of them is meant. */
function replacedBy(articles: Articles): ReadonlyMap<string, Article | undefined> {
  const known = replacements.get(articles);
  if (known) return known;
  const found = new Map<string, Article | undefined>();
  for (const article of Object.values(articles))
    if (article.replaces) found.set(article.replaces, found.has(article.replaces) ? undefined : article);
  replacements.set(articles, found);
  return found;
}

/**
 * The version of an article that was in force on a day: the article itself, or what stood before or came after it.
 *
 * @param day `YYYY-MM-DD` in China Standard Time
 * @returns nothing where none was in force, where several came after it, or where the id is unknown
 */
export function versionOn(id: string, day: string, articles: Articles): Article | undefined {
  let article = articles[id];
  while (article && day < article.from) article = article.replaces ? articles[article.replaces] : undefined;
  while (article?.until && article.until < day) article = replacedBy(articles).get(article.id);
  return article && inForce(article, day) ? article : undefined;
}

/** The articles that were in force on a day, each once, in the order of their ids. */
export function articlesOn(ids: readonly string[], day: string, articles: Articles): Article[] {
  return [...new Set(ids.flatMap((id) => versionOn(id, day, articles) ?? []))];
}

/** Whether an article is about this kind of lender; an unknown one may be of any kind. */
export function concerns({ binds }: Pick<Article, 'binds'>, lender: Lender): boolean {
  return !binds || lender === 'unknown' || binds.includes(lender);
}

/**
 * Articles for a candidate, best first: the rule's own, then its category's order, in the version of the day of
 * receipt, for this lender and this reader. A crime article never comes first, and what needs an act done is left out
 * where one is only announced. What only needs a check gets no more than the rule's own articles and what merely
 * explains the reader's own place: the category's order would accuse.
 *
 * @param day `YYYY-MM-DD` in China Standard Time
 * @returns article ids
 */
export function selectLaw(
  candidate: Candidate,
  reader: { readonly lender: Lender; readonly role: Role },
  day: string,
  { articles, lawOrder }: Pick<Knowledge, 'articles' | 'lawOrder'>,
): string[] {
  const { lender, role } = reader;
  const order = (lawOrder[candidate.category ?? ''] ?? [])
    .filter((entry) => !entry.lender || entry.lender.includes(lender))
    .filter((entry) => !entry.role || entry.role.includes(role))
    .filter((entry) => !entry.rule || entry.rule.includes(candidate.rule))
    .filter((entry) => !entry.exceptRule?.includes(candidate.rule))
    .filter(
      (entry) => candidate.level === 'violation' || (entry.role && versionOn(entry.article, day, articles)?.explains),
    );
  const ids = [
    ...order.filter(({ first }) => first).map(({ article }) => article),
    ...candidate.law,
    ...order.map(({ article }) => article),
  ];
  const announced = candidate.act === 'announced' || candidate.act === 'conditional';
  const usable = articlesOn(ids, day, articles).filter(
    (article) => concerns(article, lender) && !(announced && article.done),
  );
  const sorted = usable.sort((a, b) => Number(a.crime ?? false) - Number(b.crime ?? false)).slice(0, MOST_ARTICLES);
  return sorted.some(({ crime }) => !crime) ? sorted.map(({ id }) => id) : [];
}
