import { useSignal } from '@preact/signals';
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
  const read = async (file: File) => {
    isBusy.value = true;
    failure.value = '';
    found.value = undefined;
    try {
      found.value = await checkEvidence(file);
    } catch (error) {
      failure.value = problemText(error);
    }
    isBusy.value = false;
  };
  const restore = async (check: EvidenceCheck) => {
    failure.value = '';
    isBusy.value = true;
    try {
      const { id } = await restoreCase(await store(), check);
      await listCases();
      location.hash = linkTo('cases', id);
    } catch (error) {
      failure.value = problemText(error);
    }
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
      <div role="status">
        {isBusy.value && <p>{t('evidenceReading')}</p>}
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
