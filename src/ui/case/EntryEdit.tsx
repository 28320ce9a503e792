import { useSignal } from '@preact/signals';
import { type Content, current, type Entry } from '../../case/types';
import { readTime } from '../../screen/clock';
import { t } from '../i18n';
import { act, openCase } from './cases';
import { screenNow } from './screening';
import { atOf, isFuture } from './WhenFields';
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
  const time = before.at ? readTime(before.at) : undefined;
  const text = useSignal(before.text);
  const note = useSignal(before.note);
  const sender = useSignal(before.sender ?? '');
  const day = useSignal(time?.day ?? '');
  const clock = useSignal(clockOf(before.at));
  const isTimeKept = day.value === (time?.day ?? '') && clock.value === clockOf(before.at);
  const at = isTimeKept ? before.at : atOf(day.value, day.value && clock.value);
  const { sender: _sender, at: _at, ...rest } = before;
  const content: Content = {
    ...rest,
    text: text.value,
    note: note.value,
    ...(sender.value.trim() && { sender: sender.value.trim() }),
    ...(at && { at }),
  };
  const isSame = screened(content) === screened(before);
  const isReady =
    !isFuture(day.value) &&
    (!isSame || content.note !== before.note) &&
    (before.kind === 'call' || text.value.trim() !== '');
  const save = async () => {
    const done = await act(async (store) =>
      store.revise(
        entry.caseId,
        entry.id,
        content,
        isSame ? entry.screening : await screenNow(content, openCase.value?.details),
      ),
    );
    if (done) onDone();
  };
  return (
    <form
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
        <label>
          <span>{t('callDay')}</span>
          <input type="date" value={day.value} onInput={(event) => (day.value = event.currentTarget.value)} />
        </label>
        <label>
          <span>{t('callTime')}</span>
          <input
            type="time"
            disabled={!day.value}
            value={clock.value}
            onInput={(event) => (clock.value = event.currentTarget.value)}
          />
        </label>
        {isFuture(day.value) && <p class="error wide">{t('errorFuture')}</p>}
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
        <button type="submit" class="button primary" disabled={!isReady}>
          {t('save')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
