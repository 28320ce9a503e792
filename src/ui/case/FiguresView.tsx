import type { Figures, Period } from '../../case/timeline';
import { t } from '../i18n';
import { DaysChart } from './DaysChart';
import { daysOf, MOST_BARS } from './days';

function Table({ periods, title }: { periods: readonly Period[]; title: string }) {
  const isUnrecorded = periods.some(({ unrecorded }) => unrecorded > 0);
  return (
    <details>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={title}>
        <table class="figures">
          <thead>
            <tr>
              {(['From', 'Messages', 'Answered', 'Unanswered', 'Unrecorded', 'Night'] as const)
                .filter((name) => name !== 'Unrecorded' || isUnrecorded)
                .map((name) => (
                  <th key={name} scope="col">
                    {t(`figure_${name}`)}
                  </th>
                ))}
            </tr>
          </thead>
          <tbody>
            {periods.map(({ from, messages, answered, unanswered, unrecorded, night }) => (
              <tr key={from}>
                <th scope="row">{from}</th>
                <td>{messages}</td>
                <td>{answered}</td>
                <td>{unanswered}</td>
                {isUnrecorded && <td>{unrecorded}</td>}
                <td>{night}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** Counts by day or week, as a picture and as tables. */
export function FiguresView({ figures }: { figures: Figures }) {
  const byDay = daysOf(figures.days);
  const days = byDay.length <= MOST_BARS ? byDay : daysOf(figures.weeks, 7);
  return (
    <>
      <p>
        {t('figureSum', figures.messages, figures.answered, figures.unanswered, figures.night)}{' '}
        {figures.unrecorded > 0 && t('figureUnrecorded', figures.unrecorded)}{' '}
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
