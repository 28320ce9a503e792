import type { GuideFigure } from '../../../knowledge/vocabulary';
import { t } from '../../i18n';
import { Clocks } from './Clocks';
import { RealCourt } from './RealCourt';
import { Stages } from './Stages';

const PICTURES = { stages: Stages, clocks: Clocks, 'real-court': RealCourt } as const;

/** A picture, and beside it the same in words. */
export function Figure({ name }: { name: GuideFigure }) {
  const Shown = PICTURES[name];
  return (
    <figure class="figure">
      <Shown />
      <figcaption class="small">{t(`figureWords_${name}`)}</figcaption>
    </figure>
  );
}
