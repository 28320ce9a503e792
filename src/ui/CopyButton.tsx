import { useSignal } from '@preact/signals';
import { copyText } from './copy';
import { t } from './i18n';

/** Copies a text and says whether that worked. */
export function CopyButton({ text, label }: { text: string | (() => string); label: string }) {
  const outcome = useSignal<'copied' | 'copyFailed' | undefined>(undefined);
  const copy = async (document: Document) => {
    try {
      await copyText(typeof text === 'string' ? text : text(), document);
      outcome.value = 'copied';
    } catch {
      outcome.value = 'copyFailed';
    }
  };
  return (
    <>
      <button type="button" class="button" onClick={(event) => copy(event.currentTarget.ownerDocument)}>
        {label}
      </button>
      <span role="status" class="small">
        {outcome.value ? t(outcome.value) : ''}
      </span>
    </>
  );
}
