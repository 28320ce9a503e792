import { useSignal } from '@preact/signals';
import { LENDERS, type Lender, ROLES, type Role } from '../../knowledge/vocabulary';
import { type TextKey, t } from '../i18n';
import { act, keepLonger } from './cases';
import { PASSPHRASE_LEAST, PassphraseFields } from './PassphraseFields';

interface Props {
  /** With the id of the new case; without, when it was given up. */
  readonly onDone: (id?: string) => void;
}

/** Begins a case: for oneself, or for somebody who agreed to it. */
export function NewCase({ onDone }: Props) {
  const title = useSignal('');
  const forOther = useSignal(false);
  const consent = useSignal('');
  const lender = useSignal<Lender>('unknown');
  const lenderName = useSignal('');
  const role = useSignal<Role>('unsure');
  const locked = useSignal(false);
  const passphrase = useSignal<string | undefined>('');
  const ready =
    title.value.trim() !== '' &&
    (!forOther.value || consent.value.trim() !== '') &&
    (!locked.value || passphrase.value !== undefined);

  const create = () =>
    act(async (store) => {
      const details = {
        title: title.value.trim(),
        lender: lender.value,
        role: role.value,
        note: '',
        ...(lenderName.value.trim() && { lenderName: lenderName.value.trim() }),
        ...(forOther.value && { consent: { note: consent.value.trim(), at: new Date().toISOString() } }),
      };
      const lock = locked.value && passphrase.value ? { passphrase: passphrase.value } : undefined;
      const { id } = await store.createCase(details, lock);
      void keepLonger();
      onDone(id);
    });

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
          value={title.value}
          onInput={(event) => (title.value = event.currentTarget.value)}
        />
      </label>
      <p class="small">{t('caseTitleHint')}</p>
      <div class="grid">
        <label>
          <span>{t('lender')}</span>
          <select value={lender.value} onChange={(event) => (lender.value = event.currentTarget.value as Lender)}>
            {LENDERS.map((one) => (
              <option key={one} value={one}>
                {t(`lender_${one}` as TextKey)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('role')}</span>
          <select value={role.value} onChange={(event) => (role.value = event.currentTarget.value as Role)}>
            {ROLES.map((one) => (
              <option key={one} value={one}>
                {t(`role_${one}` as TextKey)}
              </option>
            ))}
          </select>
        </label>
        <label class="wide">
          <span>{t('caseLenderName')}</span>
          <input
            type="text"
            maxLength={100}
            value={lenderName.value}
            onInput={(event) => (lenderName.value = event.currentTarget.value)}
          />
        </label>
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={forOther.value}
          onChange={(event) => (forOther.value = event.currentTarget.checked)}
        />{' '}
        {t('caseForOther')}
      </label>
      {forOther.value && (
        <label>
          <span>{t('caseConsent')}</span>
          <textarea
            rows={2}
            maxLength={500}
            value={consent.value}
            onInput={(event) => (consent.value = event.currentTarget.value)}
          />
        </label>
      )}
      <label class="tick">
        <input
          type="checkbox"
          checked={locked.value}
          onChange={(event) => (locked.value = event.currentTarget.checked)}
        />{' '}
        {t('caseWithPassphrase', PASSPHRASE_LEAST)}
      </label>
      {locked.value && <PassphraseFields onChange={(value) => (passphrase.value = value)} />}
      <p class="actions">
        <button type="submit" class="button primary" disabled={!ready}>
          {t('caseCreate')}
        </button>
        <button type="button" class="button" onClick={() => onDone()}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
