import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Keepable } from '../../intake/inbox/types';
import { callWords, timeInWords } from '../case/words';
import { t } from '../i18n';
import { ResultActions } from '../result/actions';
import { verdictSentence } from '../result/describe';
import { Result } from '../result/Result';
import { look } from './inbox';
import { Save } from './Save';
import { chosen } from './state';

const RESULT = 'inbox-message';

/** Where the result stands below the list it would be out of sight: the page goes there, and the keyboard with it. */
export function showResult(): void {
  const section = document.getElementById(RESULT);
  const list = document.querySelector('.inbox-beside');
  if (!section || !list || section.getBoundingClientRect().top < list.getBoundingClientRect().bottom) return;
  section.scrollIntoView();
  section.focus({ preventScroll: true });
}

/** The chosen message in full, with its result. */
export function MessageView() {
  const id = chosen.value;
  const full = useSignal<Keepable | undefined>(undefined);
  useEffect(() => {
    let current = true;
    full.value = undefined;
    if (id !== undefined) {
      void look('message', id).then((message) => {
        if (current) full.value = message;
      });
    }
    return () => {
      current = false;
    };
  }, [id]);
  const shown = full.value?.id === id ? full.value : undefined;
  // What was chosen before another view was looked at is there again without being gone to.
  const before = useRef(id);
  useEffect(() => {
    if (!shown || before.current === shown.id) return;
    before.current = shown.id;
    showResult();
  }, [shown]);
  if (id === undefined) return <p class="small">{t('inboxChooseMessage')}</p>;
  if (!shown) return <p role="status">{t('checking')}</p>;
  const { content, explanation } = shown;
  const { at, sender, kind, direction, text } = content;
  return (
    <section id={RESULT} tabIndex={-1} aria-label={t('messageTitle')}>
      <p class="small">
        {timeInWords(at)} · <bdi>{sender ?? t('entryNoSender')}</bdi>
        {direction === 'out' && kind === 'message' && ` · ${t('entrySentByMe')}`}
      </p>
      <p class="unseen" role="status">
        {explanation && verdictSentence(explanation)}
      </p>
      {explanation ? (
        <ResultActions.Provider value={() => <Save selection={{ id }} label={t('saveToCase')} />}>
          <Result key={id} explanation={explanation} />
        </ResultActions.Provider>
      ) : (
        <>
          <p class="message">{kind === 'call' ? callWords(content) : text}</p>
          {kind === 'message' && direction === 'in' && <p>{t('inboxTooLong')}</p>}
          <Save key={id} selection={{ id }} label={t('saveToCase')} />
        </>
      )}
    </section>
  );
}
