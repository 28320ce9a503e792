import { useSignal } from '@preact/signals';

interface Props {
  readonly label: string;
  /** What the button says once it was pressed: what the second press does. */
  readonly sure: string;
  readonly onConfirm: () => void;
}

/** A button that works when it is pressed twice: for what cannot be taken back, where typing a word is too much. */
export function TwiceButton({ label, sure, onConfirm }: Props) {
  const isAsked = useSignal(false);
  return (
    <button
      type="button"
      class="button"
      aria-live="polite"
      onBlur={() => (isAsked.value = false)}
      onClick={() => {
        if (isAsked.value) onConfirm();
        isAsked.value = !isAsked.value;
      }}
    >
      {isAsked.value ? sure : label}
    </button>
  );
}
