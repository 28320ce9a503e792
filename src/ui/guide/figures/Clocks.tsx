import { t } from '../../i18n';
import { Picture, WIDTH } from './Picture';
import { LINE, Words, wrap } from './words';

const CLOCKS = ['limitation', 'record'] as const;
const LEFT = 14;
const RIGHT = WIDTH - 14;
const TURN = 130;
/** Words reach a little beyond the points under which they stand. */
const OVER = 8;
const GAP = 28;

/** What stands under the beginning, the turn and the end of a line, each in its own width. */
const under = (clock: (typeof CLOCKS)[number]) => ({
  begin: wrap(t(`figure_clockBegin_${clock}`), 62),
  turn: wrap(t(`figure_clockTurn_${clock}`), 92),
  end: wrap(t(`figure_clockEnd_${clock}`), 96),
});

const heightOf = (clock: (typeof CLOCKS)[number]): number =>
  LINE + 44 + Math.max(...Object.values(under(clock)).map(({ length }) => length)) * LINE;

/** Back from the turn to the beginning. */
function Back({ y }: { y: number }) {
  return (
    <>
      <path
        class="faint"
        d={`M${TURN - 5} ${y - 6}C${TURN - 30} ${y - 30} ${LEFT + 30} ${y - 30} ${LEFT + 6} ${y - 9}`}
      />
      <path class="point" d={`M${LEFT + 1} ${y - 15}L${LEFT + 3} ${y - 5}L${LEFT + 12} ${y - 10}Z`} />
    </>
  );
}

/** One clock as a line: limitation runs at once and is sent back at the turn; the record waits for the turn. */
function Clock({ clock, y }: { clock: (typeof CLOCKS)[number]; y: number }) {
  const line = y + LINE + 34;
  const { begin, turn, end } = under(clock);
  return (
    <g>
      <Words x={LEFT - OVER} y={y} lines={[t(`figure_clock_${clock}`)]} strong />
      <path class={clock === 'record' ? 'waiting' : 'line'} d={`M${LEFT} ${line}H${TURN}`} />
      <path class="line" d={`M${TURN} ${line}H${RIGHT}`} />
      {clock === 'limitation' && <Back y={line} />}
      {[LEFT, TURN, RIGHT].map((x) => (
        <circle key={x} class="dot" cx={x} cy={line} r="5" />
      ))}
      <Words x={(TURN + RIGHT) / 2} y={line - LINE - 5} lines={[t(`figure_clockSpan_${clock}`)]} anchor="middle" />
      <Words x={LEFT - OVER} y={line + OVER} lines={begin} />
      <Words x={TURN} y={line + OVER} lines={turn} anchor="middle" />
      <Words x={RIGHT + OVER} y={line + OVER} lines={end} anchor="end" />
    </g>
  );
}

/** Two clocks that are often taken for one: limitation, and the record of the credit bureau. */
export function Clocks() {
  const [first, second] = CLOCKS;
  const below = heightOf(first) + GAP;
  return (
    <Picture title={t('figureTitle_clocks')} height={below + heightOf(second)}>
      <Clock clock={first} y={2} />
      <path class="faint" d={`M0 ${below - GAP / 2}H${WIDTH}`} />
      <Clock clock={second} y={below} />
    </Picture>
  );
}
