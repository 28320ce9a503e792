import { t } from '../../i18n';
import { Picture, WIDTH } from './Picture';
import { Arrow, Box, boxHeight, LINE, Words } from './words';

const GAP = 24;
const HALF = (WIDTH - 14) / 2;
const STEPS = ['claim', 'wait', 'dial'] as const;

/** From a paper that claims to come from a court to what to do, by one call that the reader makes himself. */
export function RealCourt() {
  let next = 2;
  const steps = STEPS.map((step) => {
    const text = t(`figure_court_${step}`);
    const height = boxHeight(text, WIDTH - 4);
    const y = next;
    next += height + GAP;
    return { step, text, y, bottom: y + height };
  });
  const fork = next - GAP;
  const known = t('figure_court_known');
  const unknown = t('figure_court_unknown');
  const top = fork + GAP + LINE + 8;
  const height = Math.max(boxHeight(known, HALF), boxHeight(unknown, HALF));
  const ways = [
    { x: 2, answer: t('figure_court_yes'), text: known },
    { x: WIDTH - HALF - 2, answer: t('figure_court_no'), text: unknown },
  ];
  return (
    <Picture title={t('figureTitle_real-court')} height={top + height + 2}>
      {steps.map(({ step, text, y, bottom }) => (
        <g key={step}>
          <Box x={2} y={y} width={WIDTH - 4} text={text} />
          {step !== 'dial' && <Arrow x={WIDTH / 2} from={bottom} to={bottom + GAP} />}
        </g>
      ))}
      {ways.map(({ x, answer, text }) => (
        <g key={x}>
          <path class="line" d={`M${x + HALF / 2} ${fork}V${fork + 12}`} />
          <Words x={x + HALF / 2} y={fork + 14} lines={[answer]} strong anchor="middle" />
          <Arrow x={x + HALF / 2} from={fork + 14 + LINE} to={top} />
          <Box x={x} y={top} width={HALF} height={height} text={text} />
        </g>
      ))}
    </Picture>
  );
}
