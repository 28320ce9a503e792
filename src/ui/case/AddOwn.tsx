import { useSignal } from '@preact/signals';
import { useId, useState } from 'preact/hooks';
import { contentId } from '../../case/identity';
import type { Content } from '../../case/types';
import { t } from '../i18n';
import { act } from './cases';
import { fits, TextField } from './TextField';
import { hasWords, typed } from './typed';
import { atOf, NO_WHEN, WhenFields, whenError } from './WhenFields';

const LIMITS = { to: 100, text: 5000 } as const;
const FORM = 'own';

/** Notes what the keeper sent himself, above all "please stop": only then can it be seen what came after. */
export function AddOwn({ caseId }: { caseId: string }) {
  const id = useId();
  const [hadWords] = useState(() => hasWords(caseId, FORM));
  /** Day and number of the last one stand ready for the next. */
  const last = useSignal({ ...NO_WHEN, to: '', text: '', stop: true });
  const words = typed(caseId, FORM, last.value);
  const { all, fields } = words;
  const said = useSignal<'callAdded' | 'ownKnown' | undefined>(undefined);
  const isWorking = useSignal(false);
  const isMissing = [all.day, all.to, all.text].some((value) => value.trim() === '');
  const ready = !isMissing && !whenError(fields) && fits(all, LIMITS) && !isWorking.value;
  const add = async () => {
    isWorking.value = true;
    await act(async (store) => {
      const content: Content = {
        kind: 'message',
        direction: 'out',
        text: all.text,
        sender: all.to.trim(),
        at: atOf(fields),
        ...(all.stop && { stop: true }),
        note: '',
      };
      const origin = { how: 'manual' as const, at: new Date().toISOString() };
      const { known } = await store.addEntries(caseId, [{ id: contentId(content), origin, content }]);
      said.value = known.length ? 'ownKnown' : 'callAdded';
      if (known.length) return;
      last.value = { ...all, text: '' };
      words.forget(words.changed);
    });
    isWorking.value = false;
  };
  return (
    <details class="panel" open={hadWords}>
      <summary>{t('ownAdd')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void add();
        }}
      >
        <div class="grid">
          <WhenFields when={fields} dayLabel={t('ownDay')} timeLabel={t('ownTime')} />
          <TextField label={t('ownTo')} box={fields.to} limit={LIMITS.to} isWide />
          <TextField label={t('ownText')} box={fields.text} limit={LIMITS.text} rows={2} isWide />
        </div>
        <label class="tick">
          <input
            type="checkbox"
            checked={all.stop}
            onChange={(event) => {
              fields.stop.value = event.currentTarget.checked;
            }}
          />{' '}
          {t('ownStop')}
        </label>
        <button type="submit" class="button" aria-disabled={!ready} aria-describedby={id}>
          {t('callSave')}
        </button>{' '}
        <span id={id} class="small">
          {isMissing && t('ownMissing')}
        </span>
        <p class="small" role="status">
          {said.value && t(said.value)}
        </p>
      </form>
    </details>
  );
}
