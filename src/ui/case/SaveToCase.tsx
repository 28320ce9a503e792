import { useSignal } from '@preact/signals';
import { contentId } from '../../case/identity';
import type { Content } from '../../case/types';
import type { Explanation } from '../../screen/explain';
import { t } from '../i18n';
import { linkTo } from '../workspace/address';
import { act, failure, listCases, summaries } from './cases';
import { NewCase } from './NewCase';
import { toKeep } from './screening';

/** Keeps a checked message, with its screening as it is shown, in a case. */
export function SaveToCase({ explanation }: { explanation: Explanation }) {
  const isOpen = useSignal(false);
  const done = useSignal<{ caseId: string; known: boolean } | undefined>(undefined);
  const { text, sender, receivedAt } = explanation.message;

  const save = (caseId: string) =>
    act(async (store) => {
      const content: Content = {
        kind: 'message',
        direction: 'in',
        text,
        note: '',
        ...(sender && { sender }),
        ...(receivedAt && { at: receivedAt }),
      };
      const origin = { how: 'paste' as const, at: new Date().toISOString() };
      const entry = { id: contentId(content), origin, content, screening: toKeep(explanation) };
      const { known } = await store.addEntries(caseId, [entry]);
      done.value = { caseId, known: known.length > 0 };
      isOpen.value = false;
    });

  const open = async () => {
    done.value = undefined;
    isOpen.value = true;
    await listCases();
  };
  const usable = (summaries.value ?? []).filter(({ details }) => details);
  return (
    <>
      <button type="button" class="button" aria-expanded={isOpen.value} onClick={open}>
        {t('saveToCase')}
      </button>
      <span role="status">
        {done.value && (
          <>
            {t(done.value.known ? 'knownInCase' : 'savedToCase')}{' '}
            <a href={linkTo('cases', done.value.caseId)}>{t('caseOpen')}</a>
          </>
        )}
      </span>
      {isOpen.value && (
        <div class="panel choose-case">
          {failure.value && (
            <p class="error" role="alert">
              {failure.value}
            </p>
          )}
          {usable.length > 0 && <p>{t('chooseCase')}</p>}
          {usable.map(({ id, details }) => (
            <button type="button" class="button" key={id} onClick={() => save(id)}>
              {details?.title}
            </button>
          ))}
          {summaries.value && (
            <NewCase
              onDone={(id) => {
                isOpen.value = false;
                if (id) void save(id);
              }}
            />
          )}
        </div>
      )}
    </>
  );
}
