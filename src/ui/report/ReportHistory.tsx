import type { HistoryFinding } from '../../case/history';
import { citationOf, stanceOf } from '../result/describe';

/** What only the history shows: counts, never a breach. The days stand with it, because no words can be marked. */
export function ReportHistory({ findings }: { findings: readonly HistoryFinding[] }) {
  if (!findings.length) return null;
  return (
    <section>
      <h2>从次数和时间看（需要核对）</h2>
      <p class="small">
        以下只是按记录数出来的次数，记录可能不全，也看不出双方有没有另外约定，所以只提示核对，不表示违法。
      </p>
      <ol>
        {findings.map((finding) => {
          const { rule, sender, days, title, why, law } = finding;
          return (
            <li key={`${rule} ${sender} ${days[0]?.day}`}>
              <strong>{title.zh}</strong>：{why.zh}
              <br />
              {days.map(({ day, count }) => `${day}（${count}次）`).join('、')}
              {law.map((article) => (
                <span key={article.id}>
                  <br />
                  {stanceOf(finding, article)}
                  {citationOf(article, false)}（自{article.from}起）。前提：{article.threshold.zh}
                </span>
              ))}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
