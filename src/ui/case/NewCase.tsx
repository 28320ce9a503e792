import { useSignal } from '@preact/signals';
import { chinaDay } from '../../screen/clock';
import type { Message } from '../../screen/types';
import { t } from '../i18n';
import { act, keepLonger } from './cases';
import { type DetailsDraft, DetailsFields, isComplete, NO_DETAILS, toDetails } from './DetailsFields';
import { PASSPHRASE_LEAST, PassphraseFields } from './PassphraseFields';

interface Props {
  /** A message that the case begins with: what was said of its lender and role is taken over. */
  readonly message?: Message;
  readonly onDone: (id: string) => void;
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: () => void;
}

/** Begins a case: for oneself, or for somebody who agreed to it. A name is there already; all else can wait. */
export function NewCase({ message, onDone, onCancel }: Props) {
  const details = useSignal<DetailsDraft>({
    ...NO_DETAILS,
    title: t('caseTitleDefault', chinaDay(new Date())),
    ...(message?.lender && { lender: message.lender }),
    ...(message?.role && { role: message.role }),
  });
  const isLocked = useSignal(false);
  const showsTitle = useSignal(false);
  const passphrase = useSignal<string | undefined>(undefined);
  const isWorking = useSignal(false);
  const ready = isComplete(details.value) && (!isLocked.value || passphrase.value !== undefined) && !isWorking.value;

  const create = async () => {
    isWorking.value = true;
    await act(async (store) => {
      const lock =
        isLocked.value && passphrase.value ? { passphrase: passphrase.value, showTitle: showsTitle.value } : undefined;
      const { id } = await store.createCase(toDetails(details.value, new Date().toISOString()), lock);
      void keepLonger();
      onDone(id);
    });
    isWorking.value = false;
  };

  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void create();
      }}
    >
      <h3>{t('caseNew')}</h3>
      <label>
        <span>{t('caseTitle')}</span>
        <input
          type="text"
          maxLength={100}
          value={details.value.title}
          onInput={(event) => (details.value = { ...details.value, title: event.currentTarget.value })}
        />
      </label>
      <p class="small">{t('caseTitleHint')}</p>
      <details>
        <summary>{t('caseMoreDetails')}</summary>
        <DetailsFields value={details.value} onChange={(value) => (details.value = value)} />
      </details>
      <label class="tick">
        <input
          type="checkbox"
          checked={isLocked.value}
          onChange={(event) => {
            isLocked.value = event.currentTarget.checked;
            // Its fields are empty when they come back.
            passphrase.value = undefined;
          }}
        />{' '}
        {t('caseWithPassphrase', PASSPHRASE_LEAST)}
      </label>
      {isLocked.value ? (
        <>
          <PassphraseFields onChange={(value) => (passphrase.value = value)} />
          <label class="tick">
            <input
              type="checkbox"
              checked={showsTitle.value}
              onChange={(event) => (showsTitle.value = event.currentTarget.checked)}
            />{' '}
            {t('caseShowTitle')}
          </label>
        </>
      ) : (
        <p class="small">{t('caseNoPassphrase')}</p>
      )}
      <p class="actions">
        <button type="submit" class="button primary" disabled={!ready}>
          {t(message ? 'caseCreateAndSave' : 'caseCreate')}
        </button>
        {onCancel && (
          <button type="button" class="button" onClick={onCancel}>
            {t('cancel')}
          </button>
        )}
      </p>
    </form>
  );
}
