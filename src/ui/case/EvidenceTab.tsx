import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Original } from '../../case/evidence/layout';
import { chinaDay } from '../../screen/clock';
import { CopyButton } from '../CopyButton';
import { download } from '../download';
import { t } from '../i18n';
import { failure, type OpenCase, store } from './cases';
import { exportCase, exportErrorText, sendersOf } from './export';
import { Originals } from './Originals';
import { Verify } from './Verify';

/** One file with everything: for an office, for a helper, for another computer. */
function Export({ held }: { held: OpenCase }) {
  const masks = useSignal(false);
  const names = useSignal('');
  const originals = useSignal<readonly Original[]>([]);
  const progress = useSignal<number | undefined>(undefined);
  const fingerprint = useSignal('');
  const leftOut = useSignal(0);
  const work = useSignal<AbortController | undefined>(undefined);
  // Who leaves takes the only button away that could stop it.
  useEffect(() => () => work.peek()?.abort(), []);
  const make = async () => {
    const stop = new AbortController();
    work.value = stop;
    fingerprint.value = '';
    failure.value = '';
    try {
      const {
        zip,
        title,
        fingerprint: made,
        leftOut: lost,
      } = await exportCase(await store(), held, {
        signal: stop.signal,
        originals: originals.value,
        onProgress: (done, total) => (progress.value = done / total),
        ...(masks.value && {
          masking: { names: names.value.split(/[\s,，、;；]+/).filter(Boolean), keep: sendersOf(held.entries) },
        }),
      });
      const name = title.replace(/[^\p{L}\p{N}_-]+/gu, '_');
      download(zip, `${name}-${chinaDay(new Date())}${masks.value ? t('evidenceMaskedName') : ''}.zip`, document);
      fingerprint.value = made;
      leftOut.value = lost;
    } catch (error) {
      if (!stop.signal.aborted) failure.value = exportErrorText(error, held);
    } finally {
      progress.value = undefined;
      work.value = undefined;
    }
  };
  return (
    <section class="panel">
      <h3>{t('evidenceMake')}</h3>
      <p>{t('evidenceAbout')}</p>
      <label class="tick">
        <input
          type="checkbox"
          checked={masks.value}
          onChange={(event) => (masks.value = event.currentTarget.checked)}
        />{' '}
        {t('evidenceMask')}
      </label>
      {!masks.value && <p class="small">{t('evidenceOthers')}</p>}
      {!masks.value && (
        <Originals entries={held.entries} chosen={originals.value} onChange={(chosen) => (originals.value = chosen)} />
      )}
      {masks.value && (
        <label>
          <span>{t('evidenceNames')}</span>
          <textarea rows={2} value={names.value} onInput={(event) => (names.value = event.currentTarget.value)} />
        </label>
      )}
      {masks.value && <p class="small">{t('evidenceMaskLimits')}</p>}
      <p class="actions">
        <button
          type="button"
          class="button primary"
          disabled={work.value !== undefined || !held.entries.length}
          onClick={make}
        >
          {t('evidenceMake')}
        </button>
        {work.value && (
          <>
            <progress value={progress.value ?? 0} aria-label={t('evidenceProgress')} />
            <button type="button" class="button" onClick={() => work.value?.abort()}>
              {t('cancel')}
            </button>
          </>
        )}
      </p>
      <div role="status">
        {fingerprint.value && leftOut.value > 0 && <p class="error">{t('evidenceLeftOut', leftOut.value)}</p>}
        {fingerprint.value && (
          <p>
            {t('evidenceFingerprint')} <span class="hash">{fingerprint.value}</span>{' '}
            <CopyButton label={t('copyFingerprint')} text={fingerprint.value} />
          </p>
        )}
      </div>
    </section>
  );
}

/** Taking a case out of the browser, and looking whether it is whole. */
export function EvidenceTab({ held }: { held: OpenCase }) {
  return (
    <>
      <Export held={held} />
      <Verify held={held} />
    </>
  );
}
