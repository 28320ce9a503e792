import type { Article } from '../../knowledge/compiled';
import { ArticleDetails } from './ArticleDetails';
import { stanceOf } from './describe';

/** Articles that explain, folded under one line; they accuse nobody. */
export function FoldedLaw({ law, summary }: { law: readonly Article[]; summary: string }) {
  if (!law.length) return null;
  return (
    <details class="law">
      <summary>{summary}</summary>
      {law.map((article) => (
        <ArticleDetails key={article.id} article={article} stance={stanceOf({ level: 'lawful' }, article)} />
      ))}
    </details>
  );
}
