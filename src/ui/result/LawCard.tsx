import type { Article, Finding } from '../../screen';
import { language, pick, t } from '../i18n';
import { articlesOf, citationOf, stanceOf } from './describe';

function ArticleView({ article, finding }: { article: Article; finding: Finding }) {
  const { kind, from, until, text, threshold, notCovered, changed, checked, site, title } = article;
  return (
    <div class="article">
      <p class="citation">
        <span class="stance">{stanceOf(finding, article)}</span>{' '}
        <strong>{citationOf(article, language.value === 'en')}</strong>
      </p>
      <p class="small">
        {pick(title)} · {t(`law_${kind}`)} · {t('lawSince', from)}
        {until ? ` · ${t('lawUntil', until)}` : ''}
      </p>
      <blockquote lang="zh-CN">{text}</blockquote>
      <p>
        <strong>{t('lawThreshold')}</strong>
        {pick(threshold)}
      </p>
      {notCovered && (
        <p>
          <strong>{t('lawNotCovered')}</strong>
          {pick(notCovered)}
        </p>
      )}
      {changed && (
        <p>
          <strong>{t('lawChanged')}</strong>
          {pick(changed)}
        </p>
      )}
      <p class="small">
        {t('lawChecked', checked)} ·{' '}
        <a href={site} target="_blank" rel="noreferrer">
          {t('lawRead')}
        </a>
      </p>
    </div>
  );
}

/** The first rule open, the others folded, crimes folded on their own with their condition in the heading. */
export function LawCard({ finding }: { finding: Finding }) {
  const { usual, crime } = articlesOf(finding);
  const [first, ...rest] = usual;
  if (!first) return finding.level !== 'violation' ? null : <p class="small">{t('lawNone')}</p>;
  return (
    <div class="law">
      <h4>{t('lawTitle')}</h4>
      <ArticleView article={first} finding={finding} />
      {rest.length > 0 && (
        <details>
          <summary>{t('lawMore', rest.length)}</summary>
          {rest.map((article) => (
            <ArticleView key={article.id} article={article} finding={finding} />
          ))}
        </details>
      )}
      {crime.length > 0 && (
        <details>
          <summary>{t('crimeMore', crime.length)}</summary>
          {crime.map((article) => (
            <ArticleView key={article.id} article={article} finding={finding} />
          ))}
        </details>
      )}
    </div>
  );
}
