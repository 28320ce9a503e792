import { useSignal } from '@preact/signals';
import { historyFindings } from '../../case/history';
import { timeline } from '../../case/timeline';
import { knowledge } from '../../knowledge';
import { t } from '../i18n';
import { AddOwn } from './AddOwn';
import type { OpenCase } from './cases';
import { FiguresView } from './FiguresView';
import { HistoryFindings } from './HistoryFindings';

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
      {shown && <FiguresView figures={shown} />}
      {undated > 0 && <p class="small">{t('timelineUndated', undated)}</p>}
      <HistoryFindings findings={findings} />
      <p class="small">{t('timelineRule')}</p>
      <AddOwn caseId={held.details.id} />
    </>
  );
}
