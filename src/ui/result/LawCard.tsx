import type { Article } from '../../screen';
import type { ExplainedFinding } from '../../screen/explain';
import { language, pick, t } from '../i18n';
import { citationOf, stanceOf } from './describe';

interface ArticleProps {
  readonly article: Article;
  readonly finding: ExplainedFinding;
  readonly open?: boolean;
}

/** The citation with its kind and dates always in view; words, threshold and source one step away. */
function ArticleView({ article, finding, open = false }: ArticleProps) {
  const { kind, from, until, text, threshold, notCovered, changed, checked, site, title } = article;
  return (
    <details class="article" open={open}>
      <summary>
        <span class="stance">{stanceOf(finding, article)}</span>{' '}
        <strong class="citation">{citationOf(article, language.value === 'en')}</strong>{' '}
        <span class="small">
          {pick(title)} · {t(`law_${kind}`)} · {t('lawSince', from)}
          {until ? ` · ${t('lawUntil', until)}` : ''}
        </span>
      </summary>
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
    </details>
  );
}

/** The first rule, the others folded, crimes folded on their own with their condition in the heading. */
export function LawCard({ finding, open }: { finding: ExplainedFinding; open: boolean }) {
  const { law, crimes } = finding;
  const [first, ...rest] = law;
  if (!first) return finding.level !== 'violation' ? null : <p class="small">{t('lawNone')}</p>;
  return (
    <div class="law">
      <h4>{t('lawTitle')}</h4>
      <ArticleView article={first} finding={finding} open={open} />
      {rest.length > 0 && (
        <details>
          <summary>{t('lawMore', rest.length)}</summary>
          {rest.map((article) => (
            <ArticleView key={article.id} article={article} finding={finding} />
          ))}
        </details>
      )}
      {crimes.length > 0 && (
        <details>
          <summary>{t('crimeMore', crimes.length)}</summary>
          {crimes.map((article) => (
            <ArticleView key={article.id} article={article} finding={finding} />
          ))}
        </details>
      )}
    </div>
  );
}
