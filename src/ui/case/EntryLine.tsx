import { useSignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { current, type Entry, isScreeningLost, type Revision } from '../../case/types';
import { t } from '../i18n';
import { Result } from '../result/Result';
import { store } from './cases';
import { EntryEdit, editForm } from './EntryEdit';
import { errorText } from './errors';
import { Files } from './Files';
import { hasWords } from './typed';
import { callWords, timeInWords } from './words';

interface Props {
  readonly entry: Entry;
  readonly onDelete: () => void;
}

/** One entry: a line that opens to everything known of it. Its screening is read only then. */
export function EntryLine({ entry, onDelete }: Props) {
  const full = useSignal<Entry | undefined>(undefined);
  const error = useSignal('');
  // A correction that was begun before another part was looked at stands open.
  const [hadWords] = useState(() => hasWords(entry.caseId, editForm(entry.id)));
  const isEditing = useSignal(hadWords);
  const content = current(entry);
  const { at, sender, text, kind, direction, note } = content;
  const load = async () => {
    try {
      full.value = await (await store()).entry(entry.caseId, entry.id);
    } catch (problem) {
      error.value = errorText(problem);
    }
  };
  const { sha256 } = entry.revisions[entry.revisions.length - 1] as Revision;
  // Another tab may have corrected it: what was read before must not stand beside the new words.
  useEffect(() => {
    if (hadWords || full.peek()) void load();
  }, [sha256, entry.verdict]);
  const editButton = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);
  // The form that had the keyboard is gone; its button can take it once the entry is read again.
  useEffect(() => {
    if (!wasEdited.current || !full.value) return;
    wasEdited.current = false;
    if (document.activeElement === document.body) editButton.current?.focus();
  }, [full.value]);
  const explanation = full.value?.screening?.explanation;
  // A result shows the words only where it marks some.
  const isMarked = explanation?.findings.some(({ basis }) => basis === 'text') ?? false;
  return (
    <li class={`entry ${entry.verdict ?? ''}`}>
      <details open={hadWords} onToggle={(event) => event.currentTarget.open && !full.value && void load()}>
        <summary>
          <span class="small">
            {timeInWords(at)} · <bdi>{sender ?? t('entryNoSender')}</bdi>
            {direction === 'out' && kind === 'message' && ` · ${t('entrySentByMe')}`}
            {entry.verdict && entry.verdict !== 'nothing-found' && ` · ${t(`part_${entry.verdict}`)}`}
          </span>{' '}
          <span class="entry-words" dir="auto">
            {kind === 'call' ? callWords(content) : text}
          </span>
        </summary>
        {error.value && <p class="error">{error.value}</p>}
        {note && (
          <p>
            <strong>{t('entryNote')}</strong>
            {note}
          </p>
        )}
        {kind === 'message' && !isMarked && (
          <p class="message" dir="auto">
            {text}
          </p>
        )}
        {full.value && isScreeningLost(full.value) && <p class="error">{t('entryScreeningLost')}</p>}
        {explanation && <Result explanation={explanation} />}
        <p class="small">
          {t('entryOrigin', t(`origin_${entry.origin.how}`), timeInWords(entry.origin.at))}{' '}
          {entry.origin.file && t('entryFromFile', entry.origin.file.name, entry.origin.file.row ?? '')}{' '}
          {entry.revisions.length > 1 && t('entryRevised', entry.revisions.length - 1)}
          <br />
          SHA-256 <span class="hash">{sha256}</span>
        </p>
        <Files entry={entry} />
        {isEditing.value && full.value ? (
          <EntryEdit
            entry={full.value}
            onDone={() => {
              isEditing.value = false;
              wasEdited.current = true;
              full.value = undefined;
              void load();
            }}
          />
        ) : (
          <p class="actions">
            <button
              ref={editButton}
              type="button"
              class="button"
              disabled={!full.value}
              onClick={() => (isEditing.value = true)}
            >
              {t('entryEdit')}
            </button>
            <button type="button" class="button" onClick={onDelete}>
              {t('entryDelete')}
            </button>
          </p>
        )}
      </details>
    </li>
  );
}
