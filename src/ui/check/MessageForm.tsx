import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n';
import { blurred } from '../result/blur';
import { Details, UrgencyChoice } from './Details';
import { type Draft, draft, EMPTY_DRAFT, storageFailed } from './draft';

interface Props {
  /** Most characters (UTF-16 code units) that can be checked. */
  readonly limit: number;
  /** Lines of the empty box. */
  readonly rows: number;
  readonly onCheck: () => void;
  /** More ways to bring a text in. */
  readonly children?: ComponentChildren;
}

/** 1,000,000 is easier to read than 1000000. */
const grouped = (count: number): string => count.toLocaleString('en');

/** The box and the optional details; what is cleared can be brought back. */
export function MessageForm({ limit, rows, onCheck, children }: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  const erased = useSignal<Draft | undefined>(undefined);
  useEffect(() => box.current?.focus(), []);
  const { text } = draft.value;

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
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onCheck();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
      }}
    >
      <label for="message">{t('messageLabel')}</label>
      <textarea
        id="message"
        ref={box}
        rows={text ? Math.max(3, rows - 2) : rows}
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
          {t('characters', grouped(text.length), grouped(limit))}
        </span>
      </p>
      {children}
      <UrgencyChoice />
      <Details />
      {storageFailed.value && (
        <p class="error" role="alert">
          {t('errorStorage')}
        </p>
      )}
    </form>
  );
}
