import { useSignal } from '@preact/signals';
import { t } from '../i18n';
import { act, type OpenCase } from './cases';
import { type DetailsDraft, DetailsFields, isComplete, toDetails } from './DetailsFields';

/** What is noted of the case itself, and its name. */
export function EditDetails({ held: { details } }: { held: OpenCase }) {
  const draft = useSignal<DetailsDraft>({
    title: details.title,
    lender: details.lender ?? 'unknown',
    lenderName: details.lenderName ?? '',
    role: details.role ?? 'unsure',
    note: details.note,
    forOther: details.consent !== undefined,
    consent: details.consent?.note ?? '',
  });
  const isSaved = useSignal(false);
  const change = (value: DetailsDraft) => {
    draft.value = value;
    isSaved.value = false;
  };
  const save = async () => {
    const { consent } = details;
    const isSame = consent?.note === draft.value.consent.trim();
    const at = consent && isSame ? consent.at : new Date().toISOString();
    isSaved.value = await act((store) => store.updateCase(details.id, toDetails(draft.value, at)));
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete(draft.value)) void save();
      }}
    >
      <h3>{t('caseDetails')}</h3>
      <label>
        <span>{t('caseTitle')}</span>
        <input
          type="text"
          maxLength={100}
          value={draft.value.title}
          onInput={(event) => change({ ...draft.value, title: event.currentTarget.value })}
        />
      </label>
      <DetailsFields value={draft.value} onChange={change} />
      <p class="actions">
        <button type="submit" class="button" disabled={!isComplete(draft.value)}>
          {t('save')}
        </button>
        <span role="status">{isSaved.value && t('saved')}</span>
      </p>
    </form>
  );
}
