import { scaleBand, scaleLinear } from 'd3-scale';

export interface DayCount {
  /** `YYYY-MM-DD` in China Standard Time. */
  readonly day: string;
  readonly count: number;
  /** Of these, received between 22:00 and 8:00. */
  readonly night: number;
}

interface Props {
  /** Every day of the span in order, days without contact included. */
  readonly days: readonly DayCount[];
  /** What the picture says, in words. */
  readonly label: string;
  readonly dayLabel: string;
  readonly nightLabel: string;
}

const WIDTH = 720;
const HEIGHT = 200;
const EDGE = { left: 36, right: 8, top: 22, bottom: 26 };
const MOST_DATES = 8;
/** A single day is a bar, not a wall. */
const WIDEST = 48;

/** Contacts per day as a bar chart, the part at night darker and hatched. A table with the same figures stands beside it. */
export function DaysChart({ days, label, dayLabel, nightLabel }: Props) {
  const x = scaleBand(
    days.map(({ day }) => day),
    [EDGE.left, WIDTH - EDGE.right],
  ).padding(0.15);
  const most = Math.max(1, ...days.map(({ count }) => count));
  const y = scaleLinear([0, most], [HEIGHT - EDGE.bottom, EDGE.top]).nice();
  const base = y(0);
  const every = Math.ceil(days.length / MOST_DATES);
  const width = Math.min(x.bandwidth(), WIDEST);
  const left = (day: string) => (x(day) ?? 0) + (x.bandwidth() - width) / 2;
  const ticks = y.ticks(4).filter(Number.isInteger);
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <defs>
        <pattern id="night" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="chart-night" width="4" height="4" />
          <line class="chart-hatch" x1="0" y1="0" x2="0" y2="4" />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <g key={tick}>
          <line class="chart-line" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(tick)} y2={y(tick)} />
          <text class="chart-text" x={EDGE.left - 6} y={y(tick) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {days.map(({ day, count, night }, at) => (
        <g key={day}>
          <rect class="chart-day" x={left(day)} width={width} y={y(count)} height={base - y(count)} />
          <rect fill="url(#night)" x={left(day)} width={width} y={y(night)} height={base - y(night)} />
          {at % every === 0 && (
            <text class="chart-text" x={(x(day) ?? 0) + x.bandwidth() / 2} y={HEIGHT - 8} text-anchor="middle">
              {day.slice(5)}
            </text>
          )}
        </g>
      ))}
      <g class="chart-text">
        <rect class="chart-day" x={EDGE.left} y="4" width="10" height="10" />
        <text x={EDGE.left + 14} y="13">
          {dayLabel}
        </text>
        <rect fill="url(#night)" x={EDGE.left + 150} y="4" width="10" height="10" />
        <text x={EDGE.left + 164} y="13">
          {nightLabel}
        </text>
      </g>
    </svg>
  );
}
