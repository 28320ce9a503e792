import { useSignal } from '@preact/signals';
import { t } from './i18n';

/** Copies a text and says whether that worked. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const outcome = useSignal<'copied' | 'copyFailed' | undefined>(undefined);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : text());
      outcome.value = 'copied';
    } catch {
      outcome.value = 'copyFailed';
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={copy}>
        {label}
      </button>
      <span role="status" class="small">
        {outcome.value ? t(outcome.value) : ''}
      </span>
    </>
  );
}
