import { knowledge } from '../../knowledge';
import { language, t } from '../i18n';
import { ArticleDetails } from '../result/ArticleDetails';
import { citationOf } from '../result/describe';

/** How an article is cited, by its id. */
export function cite(id: string): string {
  const article = knowledge.articles[id];
  return article ? citationOf(article, language.value === 'en') : '';
}

/** Articles by their ids, each with its words, its condition and what it does not say. */
export function Rules({ ids }: { ids: readonly string[] }) {
  return (
    <section class="tool-rules">
      <h3>{t('toolRulesTitle')}</h3>
      {ids.map((id) => {
        const article = knowledge.articles[id];
        return article && <ArticleDetails key={id} article={article} />;
      })}
    </section>
  );
}
