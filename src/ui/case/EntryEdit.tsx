import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { plausible } from '../../case/times';
import { type Content, current, type Entry } from '../../case/types';
import { type TextKey, t } from '../i18n';
import { act, openCase } from './cases';
import { screenNow } from './screening';
import { atOf, useWhen, WhenFields, whenError } from './WhenFields';
import { clockOf } from './words';

/** The part of a content that its screening rests on. */
const screened = ({ text, sender, at }: Content): string => JSON.stringify([text, sender, at]);

/**
 * Corrects an entry or adds a note; the earlier state is kept.
 *
 * @param entry with its screening, which stays where only the note changes
 */
export function EntryEdit({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const before = current(entry);
  const time = plausible(before.at);
  const id = useId();
  const text = useSignal(before.text);
  const note = useSignal(before.note);
  const sender = useSignal(before.sender ?? '');
  const when = useWhen(time?.day, time && clockOf(before.at), before.at !== undefined && !time);
  // The fields know no seconds: untouched, a time stays as it was.
  const isTimeKept = when.day.value === time?.day && when.time.value === clockOf(before.at);
  const at = isTimeKept ? before.at : atOf(when);
  const { sender: _sender, at: _at, ...rest } = before;
  const content: Content = {
    ...rest,
    text: text.value,
    note: note.value,
    ...(sender.value.trim() && { sender: sender.value.trim() }),
    ...(at && { at }),
  };
  const isSame = screened(content) === screened(before);
  const isTextMissing = before.kind === 'message' && text.value.trim() === '';
  const isUnchanged = isSame && content.note === before.note;
  const missing: TextKey | undefined = isTextMissing ? 'entryTextMissing' : isUnchanged ? 'entryUnchanged' : undefined;
  const isWorking = useSignal(false);
  const isReady = !whenError(when) && !missing && !isWorking.value;
  const save = async () => {
    isWorking.value = true;
    const done = await act(async (store) =>
      store.revise(
        entry.caseId,
        entry.id,
        content,
        isSame ? entry.screening : await screenNow(content, openCase.value?.details),
      ),
    );
    isWorking.value = false;
    if (done) onDone();
  };
  const form = useRef<HTMLFormElement>(null);
  // The button that had the keyboard has made way for this form.
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);
  return (
    <form
      ref={form}
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void save();
      }}
    >
      <p class="small">{t('entryEditKeeps')}</p>
      {before.kind === 'message' && (
        <label>
          <span>{t('entryText')}</span>
          <textarea rows={4} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
        </label>
      )}
      <div class="grid">
        <WhenFields when={when} dayLabel={t('callDay')} timeLabel={t('callTime')} />
        <label class="wide">
          <span>{t('sender')}</span>
          <input
            type="text"
            maxLength={100}
            value={sender.value}
            onInput={(event) => (sender.value = event.currentTarget.value)}
          />
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
      <p class="actions">
        <button type="submit" class="button primary" disabled={!isReady} aria-describedby={id}>
          {t('save')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('cancel')}
        </button>
        <span id={id} class="small">
          {missing && t(missing)}
        </span>
      </p>
    </form>
  );
}
