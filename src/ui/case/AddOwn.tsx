import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { contentId } from '../../case/identity';
import type { Content } from '../../case/types';
import { t } from '../i18n';
import { act } from './cases';
import { atOf, useWhen, WhenFields, whenError } from './WhenFields';

/** Notes what the keeper sent himself, above all "please stop": only then can it be seen what came after. */
export function AddOwn({ caseId }: { caseId: string }) {
  const id = useId();
  const when = useWhen();
  const to = useSignal('');
  const text = useSignal('');
  const stop = useSignal(true);
  const said = useSignal<'callAdded' | 'ownKnown' | undefined>(undefined);
  const isMissing = [when.day, to, text].some(({ value }) => value.trim() === '');
  const ready = !isMissing && !whenError(when);
  const add = () =>
    act(async (store) => {
      const content: Content = {
        kind: 'message',
        direction: 'out',
        text: text.value,
        sender: to.value.trim(),
        at: atOf(when),
        ...(stop.value && { stop: true }),
        note: '',
      };
      const origin = { how: 'manual' as const, at: new Date().toISOString() };
      const { known } = await store.addEntries(caseId, [{ id: contentId(content), origin, content }]);
      said.value = known.length ? 'ownKnown' : 'callAdded';
      if (!known.length) text.value = '';
    });
  return (
    <details class="panel">
      <summary>{t('ownAdd')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void add();
        }}
      >
        <div class="grid">
          <WhenFields when={when} dayLabel={t('ownDay')} timeLabel={t('ownTime')} />
          <label class="wide">
            <span>{t('ownTo')}</span>
            <input
              type="text"
              maxLength={100}
              value={to.value}
              onInput={(event) => (to.value = event.currentTarget.value)}
            />
          </label>
          <label class="wide">
            <span>{t('ownText')}</span>
            <textarea
              rows={2}
              maxLength={5000}
              value={text.value}
              onInput={(event) => (text.value = event.currentTarget.value)}
            />
          </label>
        </div>
        <label class="tick">
          <input
            type="checkbox"
            checked={stop.value}
            onChange={(event) => (stop.value = event.currentTarget.checked)}
          />{' '}
          {t('ownStop')}
        </label>
        <button type="submit" class="button" disabled={!ready} aria-describedby={id}>
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
