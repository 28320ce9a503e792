import { useSignal } from '@preact/signals';
import { useId, useRef, useState } from 'preact/hooks';
import type { NewEntry } from '../../case/entries';
import { notedId } from '../../case/identity';
import type { Content } from '../../case/types';
import { t } from '../i18n';
import { act } from './cases';
import { fits, TextField } from './TextField';
import { hasWords, typed } from './typed';
import { atOf, NO_WHEN, WhenFields, whenError } from './WhenFields';

/** Within so many milliseconds a second press is the same one: a double click, or a key that is held down. */
const SAME_PRESS = 700;
const LIMITS = { sender: 100, note: 2000 } as const;
const FORM = 'call';

/** Notes a call by hand: when, which number, answered or not, and what was said. */
export function AddCall({ caseId }: { caseId: string }) {
  const id = useId();
  const [hadWords] = useState(() => hasWords(caseId, FORM));
  /** Day and number of the last one stand ready for the next. */
  const last = useSignal({ ...NO_WHEN, sender: '', answered: true, note: '' });
  const words = typed(caseId, FORM, last.value);
  const { all, fields } = words;
  const isAdded = useSignal(false);
  const isWorking = useSignal(false);
  const pressed = useRef(Number.NEGATIVE_INFINITY);
  const tried = useRef<NewEntry | undefined>(undefined);
  // Who withholds the number has called all the same.
  const isMissing = all.day === '';
  const ready = !isMissing && !whenError(fields) && fits(all, LIMITS);

  const add = async () => {
    const now = performance.now();
    const isSame = now - pressed.current < SAME_PRESS;
    pressed.current = now;
    if (isSame || isWorking.value) return;
    isWorking.value = true;
    isAdded.value = false;
    const number = all.sender.trim();
    const content: Content = {
      kind: 'call',
      direction: 'in',
      text: '',
      at: atOf(fields),
      call: { answered: all.answered },
      note: all.note,
      ...(number && { sender: number }),
    };
    const origin = { how: 'manual' as const, at: new Date().toISOString() };
    // It may have been stored although something failed afterwards: tried again, it is the same call.
    const isTriedAgain = JSON.stringify(tried.current?.content) === JSON.stringify(content);
    const entry = (isTriedAgain && tried.current) || { id: notedId(content), origin, content };
    tried.current = entry;
    isAdded.value = await act((store) => store.addEntries(caseId, [entry]));
    isWorking.value = false;
    if (!isAdded.value) return;
    tried.current = undefined;
    // What was written meanwhile is of another call, and stays.
    last.value = { ...all, note: '', time: '' };
    words.forget(words.changed);
  };
  return (
    <details class="panel" open={hadWords}>
      <summary>{t('callAdd')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void add();
        }}
      >
        <div class="grid">
          <WhenFields when={fields} dayLabel={t('callDay')} timeLabel={t('callTime')} />
          <TextField label={t('callNumber')} box={fields.sender} limit={LIMITS.sender} />
          <label>
            <span>{t('callAnswered')}</span>
            <select
              value={all.answered ? 'yes' : 'no'}
              onChange={(event) => {
                fields.answered.value = event.currentTarget.value === 'yes';
              }}
            >
              <option value="yes">{t('entryAnswered')}</option>
              <option value="no">{t('entryUnanswered')}</option>
            </select>
          </label>
          <TextField label={t('noteLabel')} box={fields.note} limit={LIMITS.note} rows={2} isWide />
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
