import { t } from '../../i18n';
import { Picture, WIDTH } from './Picture';
import { LINE, Words, wrap } from './words';

const STAGES = ['early', 'middle', 'late', 'transfer', 'claim', 'enforcement'] as const;
const PATH_X = 12;
const TEXT_X = 30;
const BAND_WIDTH = 78;
const BAND_X = WIDTH - BAND_WIDTH - 1;
const GAP = 20;
const TOP = 4;

/** The common course of a collection, downwards, with the band of settlement beside all of it. */
export function Stages() {
  const width = BAND_X - TEXT_X - 18;
  let next = TOP;
  const rows = STAGES.map((stage) => {
    // Bold letters are wider.
    const name = wrap(t(`figure_stage_${stage}`), width * 0.9);
    const note = wrap(t(`figure_stageNote_${stage}`), width);
    const y = next;
    next += (name.length + note.length) * LINE + GAP;
    return { stage, name, note, y };
  });
  const bottom = next - GAP;
  const first = TOP + LINE / 2;
  const last = (rows.at(-1)?.y ?? 0) + LINE / 2;
  const settle = wrap(t('figure_settle'), BAND_WIDTH - 12);
  return (
    <Picture title={t('figureTitle_stages')} height={bottom + TOP}>
      <path class="line" d={`M${PATH_X} ${first}V${last}`} />
      <rect class="band" x={BAND_X} y={TOP} width={BAND_WIDTH} height={bottom - TOP} rx="8" />
      <Words x={BAND_X + BAND_WIDTH / 2} y={(TOP + bottom - settle.length * LINE) / 2} lines={settle} anchor="middle" />
      {rows.map(({ stage, name, note, y }) => (
        <g key={stage}>
          <path class="faint" d={`M${BAND_X - 14} ${y + LINE / 2}H${BAND_X}`} />
          <circle class="dot" cx={PATH_X} cy={y + LINE / 2} r="6" />
          <Words x={TEXT_X} y={y + 2} lines={name} strong />
          <Words x={TEXT_X} y={y + 2 + name.length * LINE} lines={note} />
        </g>
      ))}
    </Picture>
  );
}
