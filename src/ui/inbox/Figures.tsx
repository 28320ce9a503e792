import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Timeline } from '../../case/timeline';
import { FiguresView } from '../case/FiguresView';
import { t } from '../i18n';
import { look } from './inbox';
import { filter, version } from './state';

/** When the filtered messages and calls came; counted in the worker. */
export function Figures() {
  const isOpen = useSignal(false);
  const figures = useSignal<Timeline | undefined>(undefined);
  useEffect(() => {
    if (!isOpen.value) return;
    const wanted = filter.value;
    void look('figures', wanted).then((counted) => {
      if (counted && filter.peek() === wanted) figures.value = counted;
    });
  }, [isOpen.value, filter.value, version.value]);
  const { all, undated } = figures.value ?? { undated: 0 };
  return (
    <details class="inbox-figures" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{t('inboxFigures')}</summary>
      {isOpen.value && figures.value && (
        <>
          {all ? <FiguresView figures={all} /> : <p>{t('timelineEmpty')}</p>}
          {undated > 0 && <p class="small">{t('timelineUndated', undated)}</p>}
          <p class="small">{t('timelineRule')}</p>
        </>
      )}
    </details>
  );
}
