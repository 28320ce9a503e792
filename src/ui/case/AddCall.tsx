import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { NewEntry } from '../../case/entries';
import { notedId } from '../../case/identity';
import type { Content } from '../../case/types';
import { t } from '../i18n';
import { act } from './cases';
import { atOf, useWhen, WhenFields, whenError } from './WhenFields';

/** Within so many milliseconds a second press is the same one: a double click, or a key that is held down. */
const SAME_PRESS = 700;

/** Notes a call by hand: when, which number, answered or not, and what was said. */
export function AddCall({ caseId }: { caseId: string }) {
  const id = useId();
  const when = useWhen();
  const sender = useSignal('');
  const answered = useSignal(true);
  const note = useSignal('');
  const isAdded = useSignal(false);
  const isWorking = useSignal(false);
  const pressed = useRef(Number.NEGATIVE_INFINITY);
  const tried = useRef<NewEntry | undefined>(undefined);
  // Who withholds the number has called all the same.
  const isMissing = when.day.value === '';
  const ready = !isMissing && !whenError(when);

  const add = async () => {
    const now = performance.now();
    const isSame = now - pressed.current < SAME_PRESS;
    pressed.current = now;
    if (isSame || isWorking.value) return;
    isWorking.value = true;
    isAdded.value = false;
    const number = sender.value.trim();
    const content: Content = {
      kind: 'call',
      direction: 'in',
      text: '',
      at: atOf(when),
      call: { answered: answered.value },
      note: note.value,
      ...(number && { sender: number }),
    };
    const origin = { how: 'manual' as const, at: new Date().toISOString() };
    // It may have been stored although something failed afterwards: tried again, it is the same call.
    const isTriedAgain = JSON.stringify(tried.current?.content) === JSON.stringify(content);
    const entry = (isTriedAgain && tried.current) || { id: notedId(content), origin, content };
    tried.current = entry;
    isAdded.value = await act((store) => store.addEntries(caseId, [entry]));
    if (isAdded.value) tried.current = undefined;
    isWorking.value = false;
    // What was written meanwhile is of another call.
    if (isAdded.value && note.value === content.note) note.value = '';
    if (isAdded.value) when.time.value = '';
  };
  return (
    <details class="panel">
      <summary>{t('callAdd')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void add();
        }}
      >
        <div class="grid">
          <WhenFields when={when} dayLabel={t('callDay')} timeLabel={t('callTime')} />
          <label>
            <span>{t('callNumber')}</span>
            <input
              type="text"
              maxLength={100}
              value={sender.value}
              autocomplete="off"
              onInput={(event) => (sender.value = event.currentTarget.value)}
            />
          </label>
          <label>
            <span>{t('callAnswered')}</span>
            <select
              value={answered.value ? 'yes' : 'no'}
              onChange={(event) => (answered.value = event.currentTarget.value === 'yes')}
            >
              <option value="yes">{t('entryAnswered')}</option>
              <option value="no">{t('entryUnanswered')}</option>
            </select>
          </label>
          <label class="wide">
            <span>{t('noteLabel')}</span>
            <textarea
              rows={2}
              maxLength={2000}
              value={note.value}
              onInput={(event) => (note.value = event.currentTarget.value)}
            />
          </label>
        </div>
        <button type="submit" class="button" disabled={!ready} aria-describedby={id}>
          {t('callSave')}
        </button>{' '}
        <span id={id} class="small">
          {isMissing && t('callMissing')}
        </span>
        <p class="small" role="status">
          {isAdded.value && t('callAdded')}
        </p>
      </form>
    </details>
  );
}
