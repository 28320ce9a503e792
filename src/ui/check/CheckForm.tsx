import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { MESSAGE_LIMIT } from '../../screen';
import { pick, t } from '../i18n';
import { blurred } from '../result/blur';
import { verdictSentence } from '../result/describe';
import { Leads } from '../result/Leads';
import { Result } from '../result/Result';
import { check } from './check';
import { Details, UrgencyChoice } from './Details';
import { type Draft, draft, EMPTY_DRAFT, storageFailed } from './draft';
import { EXAMPLES } from './examples';
import { isReading } from './reading';

function Examples() {
  return (
    <section class="examples">
      <p class="small">{t('appTagline')}</p>
      <p class="small">{t('examplesTitle')}</p>
      {EXAMPLES.map(({ name, text }) => (
        <button type="button" class="button" key={name.en} onClick={() => (draft.value = { ...draft.value, text })}>
          {pick(name)}
        </button>
      ))}
    </section>
  );
}

/** The box, the optional details and the result below them; the result follows the typing. */
export function CheckForm() {
  const box = useRef<HTMLTextAreaElement>(null);
  const result = useRef<HTMLElement>(null);
  const erased = useSignal<Draft | undefined>(undefined);
  useEffect(() => box.current?.focus(), []);

  const clear = () => {
    erased.value = draft.value;
    draft.value = EMPTY_DRAFT;
    blurred.value = false;
    box.current?.focus();
  };
  const undo = () => {
    if (erased.value) draft.value = erased.value;
    erased.value = undefined;
    box.current?.focus();
  };
  const { text } = draft.value;
  const outcome = check.value;
  return (
    <main>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          result.current?.focus();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        <label for="message">{t('messageLabel')}</label>
        <textarea
          id="message"
          ref={box}
          rows={text ? 3 : 5}
          class={blurred.value ? 'blurred-box' : undefined}
          value={text}
          placeholder={t('messagePlaceholder')}
          spellcheck={false}
          autocomplete="off"
          aria-describedby="message-count"
          onInput={(event) => {
            erased.value = undefined;
            draft.value = { ...draft.value, text: event.currentTarget.value };
          }}
        />
        <p class="actions">
          <button type="submit" class="button primary">
            {t('check')}
          </button>
          <button type="button" class="button" disabled={!text} onClick={clear}>
            {t('clear')}
          </button>
          {erased.value?.text && !text && (
            <button type="button" class="button" onClick={undo}>
              {t('undoClear')}
            </button>
          )}
          <span id="message-count" class="small count">
            {t('characters', text.length, MESSAGE_LIMIT)}
          </span>
        </p>
        <UrgencyChoice />
        <Details />
        {storageFailed.value && (
          <p class="error" role="alert">
            {t('errorStorage')}
          </p>
        )}
      </form>
      {!text && <Examples />}
      <p role="status" class="unseen">
        {outcome.kind === 'done' && verdictSentence(outcome.screening)}
      </p>
      <section id="result" ref={result} tabIndex={-1} aria-label={t('resultTitle')} aria-busy={isReading.value}>
        {outcome.kind !== 'done' && <Leads leads={[]} urgency={draft.value.urgency} />}
        {outcome.kind === 'error' && <p class="error">{outcome.error}</p>}
        {outcome.kind === 'done' && <Result message={outcome.message} screening={outcome.screening} />}
      </section>
    </main>
  );
}
