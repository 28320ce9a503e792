import { chinaDay } from '../../screen/clock';
import { daysBetween } from '../../tools/days';
import type { TimelineEntry } from '../../tools/limitation';
import { t } from '../i18n';
import { keyOf, removeEvent, timeline } from './debt-events';
import { cite } from './Rules';

const WIDTH = 320;
const MARGIN = 14;
const LINE = 44;
/** Dots on near days stand at different heights. */
const HEIGHTS = [LINE, LINE - 18, LINE + 18];

/** The events in proportion to time. Everything in it stands in the table, too. */
export function TimelineFigure() {
  const { entries, lastDay } = timeline.value;
  const today = chinaDay(new Date());
  const days = [...entries.map(({ day }) => day), today, ...(lastDay ? [lastDay] : [])].sort();
  const [first, last] = [days[0] as string, days.at(-1) as string];
  const length = Math.max(1, daysBetween(first, last));
  const x = (day: string) => MARGIN + (daysBetween(first, day) / length) * (WIDTH - 2 * MARGIN);
  const mark = (day: string, label: string, y: number) => (
    <g class="timeline-mark">
      <line x1={x(day)} x2={x(day)} y1={LINE - 26} y2={LINE + 26} />
      <text x={x(day)} y={y} text-anchor={x(day) > WIDTH - 50 ? 'end' : x(day) < 50 ? 'start' : 'middle'}>
        {label}
      </text>
    </g>
  );
  return (
    <svg class="timeline" viewBox={`0 0 ${WIDTH} 94`} role="img" aria-label={t('toolFigure', first, last)}>
      <line class="timeline-line" x1={MARGIN} x2={WIDTH - MARGIN} y1={LINE} y2={LINE} />
      {mark(today, t('toolFigureToday'), 12)}
      {lastDay && mark(lastDay, t('toolFigureLast'), 86)}
      {entries.map(({ day, kind, effect }, index) => (
        <g key={`${kind} ${day}`} class={`timeline-dot ${effect}`}>
          <circle cx={x(day)} cy={HEIGHTS[index % 3]} r={8} />
          <text x={x(day)} y={(HEIGHTS[index % 3] as number) + 3.5} text-anchor="middle">
            {index + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}

function TimelineRow({ entry, number }: { entry: TimelineEntry; number: number }) {
  const { day, kind, effect, law } = entry;
  return (
    <tr data-row={keyOf(entry)}>
      <td>{number}</td>
      <td>{day}</td>
      <td>{t(`toolEvent_${kind}`)}</td>
      <td>{t(`toolEffect_${effect}`)}</td>
      <td class="small">{law.map(cite).join(' ')}</td>
      <td class="no-print">
        <button
          type="button"
          class="button"
          aria-label={t('toolRemoveEvent', day, t(`toolEvent_${kind}`))}
          onClick={() => removeEvent(entry)}
        >
          {t('toolRemove')}
        </button>
      </td>
    </tr>
  );
}

/** Every event with what it may do and the article behind it. */
export function TimelineTable() {
  return (
    <table class="events">
      <thead>
        <tr>
          <th scope="col">{t('toolTimelineNumber')}</th>
          <th scope="col">{t('toolEventDay')}</th>
          <th scope="col">{t('toolEventKind')}</th>
          <th scope="col">{t('toolTimelineEffect')}</th>
          <th scope="col">{t('toolTimelineLaw')}</th>
          <td class="no-print" />
        </tr>
      </thead>
      <tbody>
        {timeline.value.entries.map((entry, index) => (
          <TimelineRow key={keyOf(entry)} entry={entry} number={index + 1} />
        ))}
      </tbody>
    </table>
  );
}
