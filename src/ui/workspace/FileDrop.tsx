import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { draft } from '../check/draft';
import { t } from '../i18n';
import { readFiles } from './files';
import { useDrop } from './useDrop';

/** Text files, dropped anywhere on the page or chosen; what stood in the box before can be brought back. */
export function FileDrop() {
  const picker = useRef<HTMLInputElement>(null);
  const said = useSignal<{ text: string; isError: boolean } | undefined>(undefined);
  const before = useSignal<string | undefined>(undefined);
  const filled = useSignal('');

  const take = async (files: readonly File[]) => {
    const outcome = await readFiles(files);
    if ('error' in outcome) {
      said.value = { text: outcome.error, isError: true };
      return;
    }
    before.value = draft.value.text || undefined;
    filled.value = outcome.text;
    draft.value = { ...draft.value, text: outcome.text };
    said.value = { text: t('fileRead', outcome.names), isError: false };
  };
  const over = useDrop(take);
  // Not once the new text was edited: that would be lost instead.
  const canUndo = before.value !== undefined && draft.value.text === filled.value;
  const undo = () => {
    // The text alone: the other fields may have been filled in since.
    if (before.value) draft.value = { ...draft.value, text: before.value };
    before.value = undefined;
    said.value = undefined;
  };
  return (
    <div class={over.value ? 'drop over' : 'drop'}>
      <p class="actions small">
        {t(over.value ? 'dropNow' : 'dropHint')}
        <button type="button" class="button" onClick={() => picker.current?.click()}>
          {t('chooseFile')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".txt,.csv,.log,text/*"
          multiple
          hidden
          aria-label={t('chooseFile')}
          onChange={(event) => {
            const input = event.currentTarget;
            void take([...(input.files ?? [])]).finally(() => {
              // So that the same file can be chosen again.
              input.value = '';
            });
          }}
        />
      </p>
      <p role={said.value?.isError ? 'alert' : 'status'} class={said.value?.isError ? 'error' : 'small'}>
        {said.value?.text} {canUndo && t('fileReplaced')}
      </p>
      {canUndo && (
        <button type="button" class="button" onClick={undo}>
          {t('undo')}
        </button>
      )}
    </div>
  );
}
