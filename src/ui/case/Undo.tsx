import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n';
import { act, removed } from './cases';

/** Brings back what was deleted last; it takes the keyboard, whose place went with the deleted line. */
export function Undo({ caseId }: { caseId: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const ids = removed.value.caseId === caseId ? removed.value.ids : [];
  const last = ids[ids.length - 1];
  useEffect(() => {
    if (last && document.activeElement === document.body) button.current?.focus();
  }, [last]);
  const undo = async () => {
    if (!last) return;
    if (await act((store) => store.undoDelete(caseId, last))) removed.value = { caseId, ids: ids.slice(0, -1) };
  };
  return (
    <div role="status">
      {last && (
        <p class="actions">
          {t('entryDeleted', ids.length)}{' '}
          <button ref={button} type="button" class="button" onClick={undo}>
            {t('undo')}
          </button>
        </p>
      )}
    </div>
  );
}
