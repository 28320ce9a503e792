import type { HistoryFinding } from '../../case/history';
import { t } from '../i18n';
import { FindingCard } from '../result/FindingCard';

/** Days shown at once; a long history has hundreds. */
const SHOWN = 14;

const line = ({ day, count }: HistoryFinding['days'][number]): string => t('historyDay', day, count);

/** The days that a finding rests on, with how often: it has no words to point at. */
export function HistoryDays({ finding: { days } }: { finding: HistoryFinding }) {
  const rest = days.slice(SHOWN);
  return (
    <div class="small">
      <strong>{t('historyDays', days.length)}</strong>
      <ul class="days">
        {days.slice(0, SHOWN).map((one) => (
          <li key={one.day}>{line(one)}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('historyMoreDays', rest.length)}</summary>
          <ul class="days">
            {rest.map((one) => (
              <li key={one.day}>{line(one)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What only the history shows: always something to check. */
export function HistoryFindings({ findings }: { findings: readonly HistoryFinding[] }) {
  if (!findings.length) return null;
  return (
    <section>
      <h3>{t('timelineFindings')}</h3>
      <ol class="findings">
        {findings.map((finding, at) => (
          <FindingCard
            key={`${finding.rule} ${finding.sender} ${finding.days[0]?.day}`}
            finding={finding}
            number={at + 1}
            blurred={false}
            anchor={() => {}}
          >
            <HistoryDays finding={finding} />
          </FindingCard>
        ))}
      </ol>
    </section>
  );
}
