import { useSignal } from '@preact/signals';
import { historyFindings } from '../../case/history';
import { type Figures, type Period, timeline } from '../../case/timeline';
import { knowledge } from '../../knowledge';
import { t } from '../i18n';
import { AddOwn } from './AddOwn';
import type { OpenCase } from './cases';
import { DaysChart } from './DaysChart';
import { daysOf, MOST_BARS } from './days';
import { HistoryFindings } from './HistoryFindings';

function Table({ periods, title }: { periods: readonly Period[]; title: string }) {
  return (
    <details>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={title}>
        <table class="figures">
          <thead>
            <tr>
              {(['From', 'Messages', 'Answered', 'Unanswered', 'Night'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`figure_${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map(({ from, messages, answered, unanswered, night }) => (
              <tr key={from}>
                <th scope="row">{from}</th>
                <td>{messages}</td>
                <td>{answered}</td>
                <td>{unanswered}</td>
                <td>{night}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Picture({ figures }: { figures: Figures }) {
  const byDay = daysOf(figures.days);
  const days = byDay.length <= MOST_BARS ? byDay : daysOf(figures.weeks, 7);
  return (
    <>
      <p>
        {t('figureSum', figures.messages, figures.answered, figures.unanswered, figures.night)}{' '}
        {figures.afterStop > 0 && t('figureAfterStop', figures.afterStop)}
      </p>
      <DaysChart
        days={days}
        label={t(days === byDay ? 'chartDays' : 'chartWeeks', figures.first, figures.last)}
        dayLabel={t('chartDay')}
        nightLabel={t('chartNight')}
      />
      <Table periods={figures.days} title={t('figureByDay')} />
      <Table periods={figures.weeks} title={t('figureByWeek')} />
    </>
  );
}

/** When it came, how often, and by whom; what only the history shows. */
export function TimelineTab({ held }: { held: OpenCase }) {
  const sender = useSignal('');
  const { all, senders, undated } = timeline(held.entries);
  const shown = sender.value ? senders.find((one) => one.sender === sender.value) : all;
  const findings = historyFindings(held.entries, held.details, knowledge);
  return (
    <>
      {!all && <p>{t('timelineEmpty')}</p>}
      {senders.length > 1 && (
        <label>
          <span>{t('timelineSender')}</span>
          <select value={sender.value} onChange={(event) => (sender.value = event.currentTarget.value)}>
            <option value="">{t('timelineAll')}</option>
            {senders.map(
              (one) =>
                one.sender && (
                  <option key={one.sender} value={one.sender}>
                    {one.sender}
                  </option>
                ),
            )}
          </select>
        </label>
      )}
      {shown && <Picture figures={shown} />}
      {undated > 0 && <p class="small">{t('timelineUndated', undated)}</p>}
      <HistoryFindings findings={findings} />
      <p class="small">{t('timelineRule')}</p>
      <AddOwn caseId={held.details.id} />
    </>
  );
}
