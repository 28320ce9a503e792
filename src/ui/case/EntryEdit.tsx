import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { plausible } from '../../case/times';
import { type Content, current, type Entry, isScreeningLost } from '../../case/types';
import { type TextKey, t } from '../i18n';
import { act, openCase } from './cases';
import { screenNow } from './screening';
import { fits, TextField } from './TextField';
import { typed } from './typed';
import { atOf, WhenFields, whenError } from './WhenFields';
import { clockOf } from './words';

/** The part of a content that its screening rests on. */
const screened = ({ text, sender, at }: Content): string => JSON.stringify([text, sender, at]);

/** The form of an entry among those whose words are kept. */
export const editForm = (entryId: string): string => `edit ${entryId}`;

/**
 * Corrects an entry or adds a note; the earlier state is kept.
 *
 * @param entry with its screening, which stays where only the note changes
 */
export function EntryEdit({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const before = current(entry);
  const time = plausible(before.at);
  const id = useId();
  const words = typed(entry.caseId, editForm(entry.id), {
    text: before.text,
    note: before.note,
    sender: before.sender ?? '',
    day: time?.day ?? '',
    time: time ? clockOf(before.at) : '',
    // What was there before is no time: it must be typed anew, or emptied on purpose.
    isDayHalf: before.at !== undefined && !time,
    isTimeHalf: false,
  });
  const { fields, all } = words;
  // What was imported with a longer name can still be noted upon.
  const limits = { sender: Math.max(100, before.sender?.length ?? 0), note: Math.max(2000, before.note.length) };
  // The fields know no seconds: untouched, a time stays as it was.
  const isTimeKept = all.day === time?.day && all.time === clockOf(before.at);
  const at = isTimeKept ? before.at : atOf(fields);
  const { sender: _sender, at: _at, ...rest } = before;
  const content: Content = {
    ...rest,
    text: all.text,
    note: all.note,
    ...(all.sender.trim() && { sender: all.sender.trim() }),
    ...(at && { at }),
  };
  const isSame = screened(content) === screened(before);
  const isTextMissing = before.kind === 'message' && all.text.trim() === '';
  const isUnchanged = isSame && content.note === before.note;
  const missing: TextKey | undefined = isTextMissing ? 'entryTextMissing' : isUnchanged ? 'entryUnchanged' : undefined;
  const isWorking = useSignal(false);
  const isReady = !whenError(fields) && !missing && fits(all, limits) && !isWorking.value;
  const save = async () => {
    isWorking.value = true;
    const done = await act(async (store) =>
      store.revise(
        entry.caseId,
        entry.id,
        content,
        // One that is damaged is made anew.
        isSame && !isScreeningLost(entry) ? entry.screening : await screenNow(content, openCase.value?.details),
      ),
    );
    isWorking.value = false;
    if (!done) return;
    words.forget(words.changed);
    onDone();
  };
  const cancel = () => {
    words.forget();
    onDone();
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
      {before.kind === 'message' && <TextField label={t('entryText')} box={fields.text} rows={4} />}
      <div class="grid">
        <WhenFields when={fields} dayLabel={t('callDay')} timeLabel={t('callTime')} />
        <TextField label={t('sender')} box={fields.sender} limit={limits.sender} isWide />
        <TextField label={t('noteLabel')} box={fields.note} limit={limits.note} rows={2} isWide />
      </div>
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={!isReady} aria-describedby={id}>
          {t('save')}
        </button>
        <button type="button" class="button" onClick={cancel}>
          {t('cancel')}
        </button>
        <span id={id} class="small">
          {missing && t(missing)}
        </span>
      </p>
    </form>
  );
}
