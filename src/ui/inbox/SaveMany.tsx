import { useSignal } from '@preact/signals';
import type { Selection } from '../../intake/inbox/types';
import { t } from '../i18n';
import { Save } from './Save';
import { overview, ticked } from './state';

const WHAT = ['collection', 'findings', 'ticked'] as const;

/** Saves what the senders wrote: all that look like collection, only what was found there, or those that are ticked. */
export function SaveMany() {
  const what = useSignal<(typeof WHAT)[number]>('collection');
  const isSaving = useSignal(false);
  const { collecting, senders } = overview.value ?? { collecting: 0, senders: [] };
  const selections: Record<(typeof WHAT)[number], Selection> = {
    collection: {},
    findings: { senders: senders.map(({ sender }) => sender), onlyFindings: true },
    ticked: { senders: [...ticked.value] },
  };
  const isEmpty = { collection: !collecting, findings: !senders.length, ticked: !ticked.value.size };
  return (
    <section>
      <h3>{t('inboxSave')}</h3>
      <p class="small">{t('inboxSaveNote')}</p>
      <fieldset class="inbox-set" disabled={isSaving.value}>
        <legend class="unseen">{t('inboxSaveWhat')}</legend>
        {WHAT.map((one) => (
          <label key={one} class="tick">
            <input type="radio" name="save" checked={what.value === one} onChange={() => (what.value = one)} />{' '}
            {t(`inboxSave_${one}`, ticked.value.size)}
          </label>
        ))}
      </fieldset>
      <Save
        key={what.value}
        selection={selections[what.value]}
        label={t('saveToCase')}
        disabled={isEmpty[what.value]}
        onSaving={(now) => (isSaving.value = now)}
      />
    </section>
  );
}
