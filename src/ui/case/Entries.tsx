import { useSignal } from '@preact/signals';
import { current, type Entry } from '../../case/types';
import { VERDICTS, type Verdict } from '../../knowledge/vocabulary';
import { t } from '../i18n';
import { AddCall } from './AddCall';
import { act, type OpenCase, removed } from './cases';
import { editForm } from './EntryEdit';
import { EntryLine } from './EntryLine';
import { forgetForm } from './typed';
import { Undo } from './Undo';

/** Lines shown at once; more on request. */
const PAGE = 100;

function matches(entry: Entry, words: string, verdict: Verdict | ''): boolean {
  const { text, sender = '', note } = current(entry);
  return (
    (!verdict || entry.verdict === verdict) &&
    (!words || [text, sender, note].some((field) => field.toLowerCase().includes(words.toLowerCase())))
  );
}

/** Everything that is kept in a case, in the order of time, with search and the way to add what no file holds. */
export function Entries({ held }: { held: OpenCase }) {
  const { details, entries } = held;
  const words = useSignal('');
  const verdict = useSignal<Verdict | ''>('');
  const shown = useSignal(PAGE);
  const takeOut = async (id: string) => {
    if (!(await act((store) => store.deleteEntry(details.id, id)))) return;
    forgetForm(details.id, editForm(id));
    const { caseId, ids } = removed.value;
    removed.value = { caseId: details.id, ids: [...(caseId === details.id ? ids : []), id] };
  };
  const found = entries.filter((entry) => matches(entry, words.value.trim(), verdict.value));
  return (
    <>
      {entries.length === 0 ? (
        <p>{t('caseEmpty')}</p>
      ) : (
        <div class="filters">
          <label>
            <span>{t('caseSearch')}</span>
            <input type="search" value={words.value} onInput={(event) => (words.value = event.currentTarget.value)} />
          </label>
          <label>
            <span>{t('caseVerdict')}</span>
            <select
              value={verdict.value}
              onChange={(event) => (verdict.value = event.currentTarget.value as Verdict | '')}
            >
              <option value="">{t('caseVerdictAll')}</option>
              {VERDICTS.map((one) => (
                <option key={one} value={one}>
                  {t(`part_${one}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      <p class="small" aria-live="polite">
        {entries.length > 0 && t('caseShown', found.length, entries.length)}
      </p>
      <Undo caseId={details.id} />
      <ol class="entries">
        {found.slice(0, shown.value).map((entry) => (
          <EntryLine key={entry.id} entry={entry} onDelete={() => void takeOut(entry.id)} />
        ))}
      </ol>
      {found.length > shown.value && (
        <button type="button" class="button" onClick={() => (shown.value += PAGE)}>
          {t('caseMore', found.length - shown.value)}
        </button>
      )}
      <AddCall caseId={details.id} />
    </>
  );
}
