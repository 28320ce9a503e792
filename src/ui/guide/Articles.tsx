import { knowledge } from '../../knowledge';
import type { Article } from '../../knowledge/compiled';
import { chinaDay } from '../../screen/clock';
import { inForce } from '../../screen/law';
import { t } from '../i18n';
import { ArticleDetails } from '../result/ArticleDetails';

/** A crime article never stands without its condition. */
export const stanceInGuide = ({ crime, explains }: Article): string | undefined =>
  crime && !explains ? t('mayInvolve') : undefined;

/** The articles behind a text: those in force today first, crimes folded with their condition in the heading. */
export function Articles({ ids }: { ids: readonly string[] }) {
  const today = chinaDay(new Date());
  const articles = ids
    .flatMap((id) => knowledge.articles[id] ?? [])
    .sort((a, b) => Number(inForce(b, today)) - Number(inForce(a, today)));
  const isCrime = (article: Article) => stanceInGuide(article) !== undefined;
  const crimes = articles.filter(isCrime);
  const others = articles.filter((article) => !isCrime(article));
  if (!articles.length) return null;
  return (
    <div class="law">
      <h4>{t('lawTitle')}</h4>
      {others.map((article) => (
        <ArticleDetails key={article.id} article={article} />
      ))}
      {crimes.length > 0 && (
        <details>
          <summary>{t('crimeMore', crimes.length)}</summary>
          {crimes.map((article) => (
            <ArticleDetails key={article.id} article={article} stance={stanceInGuide(article)} />
          ))}
        </details>
      )}
    </div>
  );
}
