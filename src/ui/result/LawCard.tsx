import type { ExplainedFinding } from '../../screen/explain';
import { t } from '../i18n';
import { ArticleDetails } from './ArticleDetails';
import { stanceOf } from './describe';

/** The first rule, the others folded, crimes folded on their own with their condition in the heading. */
export function LawCard({ finding, open }: { finding: ExplainedFinding; open: boolean }) {
  const { law, crimes } = finding;
  const [first, ...rest] = law;
  if (!first) return finding.level !== 'violation' ? null : <p class="small">{t('lawNone')}</p>;
  return (
    <div class="law">
      <h4>{t('lawTitle')}</h4>
      <ArticleDetails article={first} stance={stanceOf(finding, first)} open={open} />
      {rest.length > 0 && (
        <details>
          <summary>{t('lawMore', rest.length)}</summary>
          {rest.map((article) => (
            <ArticleDetails key={article.id} article={article} stance={stanceOf(finding, article)} />
          ))}
        </details>
      )}
      {crimes.length > 0 && (
        <details>
          <summary>{t('crimeMore', crimes.length)}</summary>
          {crimes.map((article) => (
            <ArticleDetails key={article.id} article={article} stance={stanceOf(finding, article)} />
          ))}
        </details>
      )}
    </div>
  );
}
