import { useSignal } from '@preact/signals';
import { IDLE_MINUTES } from '../../case/idle';
import type { CaseStore } from '../../case/store';
import { type TextKey, t } from '../i18n';
import { linkTo } from '../workspace/address';
import { Confirm } from './Confirm';
import { act, leftOut, notice, type OpenCase, store } from './cases';
import { EditDetails } from './EditDetails';
import { CASE_NAME, useFocusAfter } from './focus';
import { PassphraseFields } from './PassphraseFields';

/** Writes the case anew, locked or readable, and says so, and what could not be taken over. */
async function rewrite(said: TextKey, write: (cases: CaseStore) => Promise<number>): Promise<void> {
  let left = 0;
  const done = await act(async (cases) => {
    left = await write(cases);
  });
  if (!done) return;
  notice.value = said;
  leftOut.value = left;
}

function SetPassphrase({ id }: { id: string }) {
  const fresh = useSignal<string | undefined>(undefined);
  const isWorking = useSignal(false);
  const showsTitle = useSignal(false);
  return (
    <form
      class="panel"
      onSubmit={async (event) => {
        event.preventDefault();
        const passphrase = fresh.value;
        if (!passphrase || isWorking.value) return;
        isWorking.value = true;
        const given = { passphrase, showTitle: showsTitle.value };
        await rewrite('caseNowEncrypted', (cases) => cases.protect(id, given));
        isWorking.value = false;
      }}
    >
      <h3>{t('passphraseSet')}</h3>
      <p>{t('caseNoPassphrase')}</p>
      <PassphraseFields onChange={(value) => (fresh.value = value)} />
      <label class="tick">
        <input
          type="checkbox"
          checked={showsTitle.value}
          onChange={(event) => (showsTitle.value = event.currentTarget.checked)}
        />{' '}
        {t('caseShowTitle')}
      </label>
      <button type="submit" class="button" aria-disabled={!fresh.value || isWorking.value}>
        {t(isWorking.value ? 'caseEncrypting' : 'passphraseSet')}
      </button>
    </form>
  );
}

function ChangePassphrase({ id }: { id: string }) {
  const old = useSignal('');
  const fresh = useSignal<string | undefined>(undefined);
  const said = useSignal('');
  const isWorking = useSignal(false);
  /** Fields of a new round are empty. */
  const round = useSignal(0);
  const canRemove = old.value !== '' && !isWorking.value;
  const isReady = canRemove && fresh.value !== undefined;
  const change = async (next: string) => {
    said.value = '';
    isWorking.value = true;
    const done = await act((cases) => cases.changePassphrase(id, old.value, next));
    isWorking.value = false;
    old.value = '';
    if (!done) return;
    said.value = t('passphraseChanged');
    fresh.value = undefined;
    round.value++;
  };
  const remove = async () => {
    if (!canRemove) return;
    isWorking.value = true;
    await rewrite('caseNowReadable', (cases) => cases.unprotect(id, old.value));
    isWorking.value = false;
    old.value = '';
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && fresh.value) void change(fresh.value);
      }}
    >
      <h3>{t('passphraseChange')}</h3>
      <label>
        <span>{t('passphraseOld')}</span>
        <input
          type="password"
          autocomplete="current-password"
          value={old.value}
          onInput={(event) => (old.value = event.currentTarget.value)}
        />
      </label>
      <PassphraseFields key={round.value} onChange={(value) => (fresh.value = value)} />
      <p class="actions">
        <button type="submit" class="button" aria-disabled={!isReady}>
          {t('passphraseChange')}
        </button>
        <button type="button" class="button" aria-disabled={!canRemove} onClick={remove}>
          {t('passphraseRemove')}
        </button>
      </p>
      <p aria-live="polite">{said.value}</p>
    </form>
  );
}

/** Lock, and the end of a case. */
export function CaseSettings({ held }: { held: OpenCase }) {
  const { id } = held.details;
  // A form makes way for another once the case is encrypted, or is not any more.
  useFocusAfter(held.protected, () => document.getElementById(CASE_NAME));
  return (
    <>
      {held.protected ? (
        <>
          <p class="actions">
            <button type="button" class="button" onClick={async () => (await store()).lock(id)}>
              {t('caseLockNow')}
            </button>
            <span class="small">{t('caseLocksItself', IDLE_MINUTES)}</span>
          </p>
          <ChangePassphrase id={id} />
        </>
      ) : (
        <SetPassphrase id={id} />
      )}
      <EditDetails held={held} />
      <section class="panel">
        <h3>{t('caseDelete')}</h3>
        <p>{t('caseDeleteReach')}</p>
        <Confirm
          label={t('caseDelete')}
          word={t('caseDeleteWord')}
          onConfirm={async () => {
            if (await act((cases) => cases.deleteCase(id))) location.hash = linkTo('cases');
          }}
        />
      </section>
    </>
  );
}
