import { useSignal } from '@preact/signals';
import { type Content, current, type Entry } from '../../case/types';
import { t } from '../i18n';
import { act, openCase } from './cases';
import { screenNow } from './screening';

/** Corrects an entry or adds a note; the earlier state is kept. */
export function EntryEdit({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const before = current(entry);
  const about = openCase.value?.details;
  const text = useSignal(before.text);
  const note = useSignal(before.note);
  const sender = useSignal(before.sender ?? '');
  const save = async () => {
    const { sender: _sender, ...rest } = before;
    const content: Content = {
      ...rest,
      text: text.value,
      note: note.value,
      ...(sender.value.trim() && { sender: sender.value.trim() }),
    };
    const done = await act(async (store) =>
      store.revise(entry.caseId, entry.id, content, await screenNow(content, about)),
    );
    if (done) onDone();
  };
  return (
    <form
      class="panel"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p class="small">{t('entryEditKeeps')}</p>
      {before.kind === 'message' && (
        <label>
          <span>{t('entryText')}</span>
          <textarea rows={4} value={text.value} onInput={(event) => (text.value = event.currentTarget.value)} />
        </label>
      )}
      <label>
        <span>{t('sender')}</span>
        <input
          type="text"
          maxLength={100}
          value={sender.value}
          onInput={(event) => (sender.value = event.currentTarget.value)}
        />
      </label>
      <label>
        <span>{t('entryNote')}</span>
        <textarea
          rows={2}
          maxLength={2000}
          value={note.value}
          onInput={(event) => (note.value = event.currentTarget.value)}
        />
      </label>
      <p class="actions">
        <button type="submit" class="button primary">
          {t('save')}
        </button>
        <button type="button" class="button" onClick={onDone}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
