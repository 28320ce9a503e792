import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { checkEvidence, type EvidenceCheck, isIntact } from '../../case/evidence/check';
import { EvidenceError } from '../../case/evidence/read';
import { t } from '../i18n';
import { linkTo } from '../workspace/address';
import { failure, listCases, store } from './cases';
import { errorText } from './errors';
import { canRestore, restoreCase } from './restore';
import { timeInWords } from './words';

const problemText = (error: unknown): string =>
  error instanceof EvidenceError ? `${t(`evidenceError_${error.code}`)} ${error.path}` : errorText(error);

/** Compares an evidence file with its own manifest, and makes a case of it again. */
export function CheckEvidence() {
  const found = useSignal<EvidenceCheck | undefined>(undefined);
  const isBusy = useSignal(false);
  const restoring = useSignal<{ readonly share: number; stop(): void } | undefined>(undefined);
  const wasStopped = useSignal(false);
  // Who leaves takes the only button away that could stop it.
  useEffect(() => () => restoring.peek()?.stop(), []);
  const read = async (file: File) => {
    isBusy.value = true;
    failure.value = '';
    found.value = undefined;
    wasStopped.value = false;
    try {
      found.value = await checkEvidence(file);
    } catch (error) {
      failure.value = problemText(error);
    }
    isBusy.value = false;
  };
  const restore = async (check: EvidenceCheck) => {
    const giveUp = new AbortController();
    const { signal } = giveUp;
    const stop = () => giveUp.abort();
    failure.value = '';
    isBusy.value = true;
    wasStopped.value = false;
    restoring.value = { share: 0, stop };
    let shown = 0;
    const onProgress = (share: number) => {
      if (performance.now() - shown < 100) return;
      shown = performance.now();
      restoring.value = { share, stop };
    };
    try {
      const { id } = await restoreCase(await store(), check, { signal, onProgress });
      await listCases();
      if (!signal.aborted) location.hash = linkTo('cases', id);
    } catch (error) {
      wasStopped.value = signal.aborted;
      if (!signal.aborted) failure.value = problemText(error);
    }
    restoring.value = undefined;
    isBusy.value = false;
  };
  const check = found.value;
  return (
    <details class="panel">
      <summary>{t('evidenceCheck')}</summary>
      <label>
        <span>{t('evidenceChoose')}</span>
        <input
          type="file"
          accept=".zip,application/zip"
          disabled={isBusy.value}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void read(file);
            event.currentTarget.value = '';
          }}
        />
      </label>
      {restoring.value && (
        <p class="actions">
          <progress value={restoring.value.share} aria-label={t('evidenceRestoring')} />
          <button type="button" class="button" onClick={restoring.value.stop}>
            {t('cancel')}
          </button>
        </p>
      )}
      <div role="status">
        {isBusy.value && <p>{t(restoring.value ? 'evidenceRestoring' : 'evidenceReading')}</p>}
        {wasStopped.value && <p>{t('inboxSaveStopped')}</p>}
        {check && (
          <>
            <p class={isIntact(check) ? undefined : 'error'}>
              {t(isIntact(check) ? 'evidenceIntact' : 'evidenceAltered', check.manifest.files.length)}
            </p>
            <ul>
              {(['changed', 'missing', 'added'] as const).flatMap((what) =>
                check[what].map((path) => (
                  <li key={path}>
                    {t(`mismatch_${what}`)}: <bdi>{path}</bdi>
                  </li>
                )),
              )}
            </ul>
            <p>
              {t('evidenceCompare', timeInWords(check.manifest.madeAt))} <span class="hash">{check.fingerprint}</span>
            </p>
            {!isIntact(check) && <p>{t(canRestore(check) ? 'evidenceRestorePart' : 'evidenceRestoreNot')}</p>}
            {canRestore(check) && (
              <button type="button" class="button" disabled={isBusy.value} onClick={() => restore(check)}>
                {t('evidenceRestore')}
              </button>
            )}
          </>
        )}
      </div>
    </details>
  );
}
