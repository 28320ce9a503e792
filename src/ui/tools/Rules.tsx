import { knowledge } from '../../knowledge';
import { CheckedOn } from '../CheckedOn';
import { language, pick, t } from '../i18n';
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
        if (!article) return null;
        return (
          <details key={id} class="article">
            <summary>
              <strong class="citation">{cite(id)}</strong>{' '}
              <span class="small">
                {pick(article.title)} · {t(`law_${article.kind}`)} · {t('lawSince', article.from)}
              </span>
            </summary>
            <blockquote lang="zh-CN">{article.text}</blockquote>
            <p>
              <strong>{t('lawThreshold')}</strong>
              {pick(article.threshold)}
            </p>
            {article.notCovered && (
              <p>
                <strong>{t('lawNotCovered')}</strong>
                {pick(article.notCovered)}
              </p>
            )}
            <p class="small">
              <CheckedOn day={article.checked} /> ·{' '}
              <a href={article.site} target="_blank" rel="noreferrer">
                {t('lawRead')}
              </a>
            </p>
          </details>
        );
      })}
    </section>
  );
}
