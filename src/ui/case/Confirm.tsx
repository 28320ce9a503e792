import { useSignal } from '@preact/signals';
import { t } from '../i18n';

interface Props {
  readonly label: string;
  /** What must be typed first: for what cannot be taken back. */
  readonly word: string;
  readonly onConfirm: () => void;
}

/** A button that works only after a word was typed. */
export function Confirm({ label, word, onConfirm }: Props) {
  const typed = useSignal('');
  const isTyped = typed.value.trim().toLowerCase() === word;
  return (
    <form
      class="actions"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isTyped) return;
        typed.value = '';
        onConfirm();
      }}
    >
      <label>
        {t('caseTypeToConfirm', word)}{' '}
        <input
          type="text"
          value={typed.value}
          autocomplete="off"
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" disabled={!isTyped}>
        {label}
      </button>
    </form>
  );
}
