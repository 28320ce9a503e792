import { useSignal } from '@preact/signals';
import { current } from '../../case/types';
import type { Mismatch } from '../../case/verify';
import { type TextKey, t } from '../i18n';
import { act, type OpenCase } from './cases';
import { timeInWords } from './words';

/** Which record it is, in words where it can still be read. */
function nameOf({ kind, id }: Mismatch, { entries }: OpenCase): string {
  const entry = entries.find((one) => one.id === id || one.attachments.some((file) => file.id === id));
  if (!entry) return '';
  const { at, sender, text } = current(entry);
  const file = kind === 'attachment' ? (entry.attachments.find((one) => one.id === id)?.name ?? '') : '';
  return [file, timeInWords(at), sender ?? t('entryNoSender'), text.slice(0, 30)].filter(Boolean).join(' · ');
}

/** Whether what is kept is still as it was taken in. */
export function Verify({ held }: { held: OpenCase }) {
  const { id } = held.details;
  const found = useSignal<readonly Mismatch[] | undefined>(undefined);
  const compare = () => act(async (cases) => (found.value = await cases.verify(id)));
  return (
    <section class="panel">
      <h3>{t('verifyCase')}</h3>
      <p>{t('verifyCaseAbout')}</p>
      <button type="button" class="button" onClick={compare}>
        {t('verifyCaseNow')}
      </button>
      <div role="status">
        {found.value?.length === 0 && <p>{t('verifyCaseGood')}</p>}
        {found.value !== undefined && found.value.length > 0 && (
          <>
            <p class="error">{t('verifyCaseBad', found.value.length)}</p>
            <ul>
              {found.value.map((one) => (
                <li key={`${one.kind} ${one.id}`}>
                  {t(`mismatch_${one.what}`)} · {t(`partKind_${one.kind}` as TextKey)} <bdi>{nameOf(one, held)}</bdi>{' '}
                  <span class="small hash">{one.id}</span>
                </li>
              ))}
            </ul>
            <p>{t('verifyCaseBadNext')}</p>
          </>
        )}
      </div>
    </section>
  );
}
