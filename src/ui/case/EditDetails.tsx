import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../i18n';
import { act, type OpenCase } from './cases';
import { type DetailsDraft, DetailsFields, LIMITS, missingOf, toChange } from './DetailsFields';
import { TextField } from './TextField';
import { typed } from './typed';

/** What is noted of the case itself, and its name. */
export function EditDetails({ held: { details } }: { held: OpenCase }) {
  const id = useId();
  const words = typed<DetailsDraft>(details.id, 'details', {
    title: details.title,
    lender: details.lender ?? 'unknown',
    lenderName: details.lenderName ?? '',
    role: details.role ?? 'unsure',
    note: details.note,
    forOther: details.consent !== undefined,
    consent: details.consent?.note ?? '',
  });
  const { all, changed } = words;
  const wasSaved = useSignal(false);
  const isWorking = useSignal(false);
  const missing = missingOf(all);
  const isChanged = Object.keys(changed).length > 0;
  const save = async () => {
    const { consent } = details;
    const isSame = consent?.note === all.consent.trim();
    const at = consent && isSame ? consent.at : new Date().toISOString();
    isWorking.value = true;
    wasSaved.value = await act((store) => store.updateCase(details.id, toChange(all, changed, at)));
    isWorking.value = false;
    if (wasSaved.value) words.forget(changed);
  };
  return (
    <form
      class="panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing && !isWorking.value) void save();
      }}
    >
      <h3>{t('caseDetails')}</h3>
      <TextField label={t('caseTitle')} box={words.fields.title} limit={LIMITS.title} isRequired />
      <DetailsFields words={words} />
      <p class="actions">
        <button
          type="submit"
          class="button"
          aria-disabled={missing !== undefined || isWorking.value}
          aria-describedby={id}
        >
          {t('save')}
        </button>
        <span id={id} class="small">
          {missing && t(missing)}
        </span>
        <span role="status">{wasSaved.value && !isChanged && t('saved')}</span>
      </p>
    </form>
  );
}
