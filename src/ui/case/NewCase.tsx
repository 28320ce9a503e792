import { useSignal } from '@preact/signals';
import { useId, useState } from 'preact/hooks';
import { chinaDay } from '../../screen/clock';
import type { Message } from '../../screen/types';
import { type TextKey, t } from '../i18n';
import { act, keepLonger, summaries } from './cases';
import { type DetailsDraft, DetailsFields, LIMITS, missingOf, NO_DETAILS, toDetails } from './DetailsFields';
import { PASSPHRASE_LEAST, PassphraseFields } from './PassphraseFields';
import { TextField } from './TextField';
import { hasWords, NO_CASE, typed } from './typed';

interface Props {
  /** A message that the case begins with: what was said of its lender and role is taken over. */
  readonly message?: Message;
  /** The name of its words, of which there is one for each place where a case can be begun. */
  readonly form?: string;
  readonly onDone: (id: string) => void;
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

/** The form in the list of cases, among those whose words are kept. */
export const NEW_CASE = 'new';

/** What a case is called unless its keeper says otherwise: by the day it is begun, and no two the same. */
function defaultTitle(): string {
  const title = t('caseTitleDefault', chinaDay(new Date()));
  const taken = new Set(summaries.value?.map((one) => one.details?.title ?? one.title));
  let [free, count] = [title, 1];
  while (taken.has(free)) free = t('caseTitleAgain', title, ++count);
  return free;
}

/** Begins a case: for oneself, or for somebody who agreed to it. A name is there already; all else can wait. */
export function NewCase({ message, form = NEW_CASE, onDone, onCancel }: Props) {
  const id = useId();
  const [hadWords] = useState(() => hasWords(NO_CASE, form));
  // The passphrase alone is not kept.
  const words = typed<DetailsDraft & { isLocked: boolean; showsTitle: boolean }>(NO_CASE, form, {
    ...NO_DETAILS,
    title: defaultTitle(),
    ...(message?.lender && { lender: message.lender }),
    ...(message?.role && { role: message.role }),
    isLocked: false,
    showsTitle: false,
  });
  const { all, fields } = words;
  const passphrase = useSignal<string | undefined>(undefined);
  const isWorking = useSignal(false);
  const missing: TextKey | undefined =
    missingOf(all) ?? (all.isLocked && passphrase.value === undefined ? 'caseMissingPassphrase' : undefined);

  const create = async () => {
    isWorking.value = true;
    await act(async (store) => {
      const lock =
        all.isLocked && passphrase.value ? { passphrase: passphrase.value, showTitle: all.showsTitle } : undefined;
      const made = await store.createCase(toDetails(all, new Date().toISOString()), lock);
      words.forget();
      void keepLonger();
      onDone(made.id);
    });
    isWorking.value = false;
  };

  return (
    <form
      class="panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing && !isWorking.value) void create();
      }}
    >
      <h3>{t('caseNew')}</h3>
      <TextField label={t('caseTitle')} box={fields.title} limit={LIMITS.title} isRequired />
      <p class="small">{t('caseTitleHint')}</p>
      <details open={hadWords}>
        <summary>{t('caseMoreDetails')}</summary>
        <DetailsFields words={words} />
      </details>
      <label class="tick">
        <input
          type="checkbox"
          checked={all.isLocked}
          onChange={(event) => {
            fields.isLocked.value = event.currentTarget.checked;
            // Its fields are empty when they come back.
            passphrase.value = undefined;
          }}
        />{' '}
        {t('caseWithPassphrase', PASSPHRASE_LEAST)}
      </label>
      {all.isLocked ? (
        <>
          <PassphraseFields onChange={(value) => (passphrase.value = value)} />
          <label class="tick">
            <input
              type="checkbox"
              checked={all.showsTitle}
              onChange={(event) => {
                fields.showsTitle.value = event.currentTarget.checked;
              }}
            />{' '}
            {t('caseShowTitle')}
          </label>
        </>
      ) : (
        <p class="small">{t('caseNoPassphrase')}</p>
      )}
      <p class="actions">
        <button
          type="submit"
          class="button primary"
          aria-disabled={missing !== undefined || isWorking.value}
          aria-describedby={id}
        >
          {t(message ? 'caseCreateAndSave' : 'caseCreate')}
        </button>
        {onCancel && (
          <button
            type="button"
            class="button"
            onClick={() => {
              words.forget();
              onCancel();
            }}
          >
            {t('cancel')}
          </button>
        )}
        <span id={id} class="small">
          {missing && t(missing)}
        </span>
      </p>
    </form>
  );
}
