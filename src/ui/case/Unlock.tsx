import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { CaseSummary } from '../../case/cases';
import { IDLE_MINUTES } from '../../case/idle';
import { t } from '../i18n';
import { linkTo } from '../workspace/address';
import { Confirm } from './Confirm';
import { act, lockings } from './cases';
import { keepFocus } from './focus';

/** A case that is closed: the passphrase opens it until it is locked again. */
export function Unlock({ summary }: { summary: CaseSummary }) {
  const { id, title, unreadable } = summary;
  const passphrase = useSignal('');
  const isTrying = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  // The part of the case that had the keyboard is gone once it is locked.
  useEffect(() => keepFocus(field.current), []);
  const open = async () => {
    if (!passphrase.value || isTrying.value) return;
    isTrying.value = true;
    // This case is the one that is wanted: once it can be read it is shown.
    const isOpen = await act((store) => store.unlock(id, passphrase.value));
    passphrase.value = '';
    isTrying.value = false;
    if (isOpen) lockings.value = new Map([...lockings.value].filter(([one]) => one !== id));
    else field.current?.focus();
  };
  const locking = lockings.value.get(id);
  return (
    <>
      <p>
        <a href={linkTo('cases')}>{t('casesBack')}</a>
      </p>
      <h2>{title ?? t('caseLockedName')}</h2>
      {locking?.itself && <p>{t('caseLockedItself', IDLE_MINUTES)}</p>}
      {locking?.words && <p>{t('caseLockedWords')}</p>}
      {unreadable ? (
        <p class="error">{t('caseError_corrupt')}</p>
      ) : (
        <form
          class="panel"
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <label>
            <span>{t('passphrase')}</span>
            <input
              ref={field}
              type="password"
              autocomplete="current-password"
              value={passphrase.value}
              onInput={(event) => (passphrase.value = event.currentTarget.value)}
            />
          </label>
          <p class="actions">
            <button type="submit" class="button primary" aria-disabled={!passphrase.value || isTrying.value}>
              {t(isTrying.value ? 'caseOpening' : 'caseOpen')}
            </button>
          </p>
          <p class="small">{t('passphraseNoWayBack')}</p>
        </form>
      )}
      <details>
        <summary>{t('caseDelete')}</summary>
        <p>{t('caseDeleteReach')}</p>
        <Confirm
          label={t('caseDelete')}
          word={t('caseDeleteWord')}
          onConfirm={async () => {
            if (await act((store) => store.deleteCase(id))) location.hash = linkTo('cases');
          }}
        />
      </details>
    </>
  );
}
