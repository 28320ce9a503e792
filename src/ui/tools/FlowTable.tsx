import { useRef } from 'preact/hooks';
import { FLOW_KINDS, type FlowKind, ROWS_LIMIT } from '../../tools/flows';
import { t } from '../i18n';
import { DayInput } from './fields';
import { addBlank, change, clear, type Entry, entries, history, isAsked, reading, remove, undo } from './loan';
import { useNextFocus } from './next-focus';

function FlowRow({ entry: { id, kind, day, amount }, index }: { entry: Entry; index: number }) {
  const problem = isAsked.value ? reading.value.problems.get(index) : undefined;
  const name = (field: string) => t('toolRowField', index + 1, field);
  return (
    <tr data-row={id}>
      <td>
        <select
          aria-label={name(t('toolFlowKind'))}
          value={kind}
          onChange={(event) => change(id, { kind: event.currentTarget.value as FlowKind })}
        >
          {FLOW_KINDS.map((each) => (
            <option key={each} value={each}>
              {t(`toolFlow_${each}`)}
            </option>
          ))}
        </select>
      </td>
      <td>
        <DayInput
          name={name(t('toolFlowDay'))}
          value={day}
          isInvalid={problem === 'day' || problem === 'both'}
          describedBy={problem && 'row-errors'}
          onInput={(value) => change(id, { day: value })}
        />
      </td>
      <td>
        <input
          type="text"
          inputmode="decimal"
          autocomplete="off"
          aria-label={name(t('toolFlowAmount'))}
          value={amount}
          aria-invalid={problem === 'amount' || problem === 'both'}
          aria-describedby={problem && 'row-errors'}
          onInput={(event) => change(id, { amount: event.currentTarget.value })}
        />
      </td>
      <td class="no-print">
        <button type="button" class="button" aria-label={t('toolRemoveRow', index + 1)} onClick={() => remove(id)}>
          {t('toolRemove')}
        </button>
      </td>
    </tr>
  );
}

/** The rows of the loan. Whoever removes one by keyboard goes on at the next; a new one takes the cursor. */
export function FlowTable() {
  const box = useRef<HTMLDivElement>(null);
  const keys = entries.value.map(({ id }) => String(id));
  useNextFocus(box, keys, '.add-row');
  const addRow = () => {
    const id = addBlank();
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-row="${id}"] select`)?.focus());
  };
  return (
    <div ref={box}>
      <table class="flows">
        <caption>{t('toolFlowsTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('toolFlowKind')}</th>
            <th scope="col">{t('toolFlowDay')}</th>
            <th scope="col">{t('toolFlowAmount')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {entries.value.map((entry, index) => (
            <FlowRow key={entry.id} entry={entry} index={index} />
          ))}
        </tbody>
      </table>
      <p class="actions no-print">
        <button type="button" class="button add-row" disabled={entries.value.length >= ROWS_LIMIT} onClick={addRow}>
          {t('toolAddRow')}
        </button>
        <button type="button" class="button" disabled={!history.value.length} onClick={undo}>
          {t('undo')}
        </button>
        <button type="button" class="button" onClick={clear}>
          {t('clear')}
        </button>
      </p>
    </div>
  );
}
