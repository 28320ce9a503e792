import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { contentId } from '../../case/identity';
import type { Content } from '../../case/types';
import type { Explanation } from '../../screen/explain';
import { t } from '../i18n';
import { linkTo } from '../workspace/address';
import { ChooseCase } from './ChooseCase';
import { act, listCases } from './cases';
import { useFocusAfter } from './focus';
import { mayKeep } from './keeping';
import { toKeep } from './screening';

interface Done {
  /** Of the message that was saved: another one in the box is not saved yet. */
  readonly entryId: string;
  readonly caseId: string;
  readonly known: boolean;
}

const contentOf = ({ message: { text, sender, receivedAt } }: Explanation): Content => ({
  kind: 'message',
  direction: 'in',
  text,
  note: '',
  ...(sender && { sender }),
  ...(receivedAt && { at: receivedAt }),
});

/** Keeps a checked message, with its screening as it is shown, in a case. */
export function SaveToCase({ explanation }: { explanation: Explanation }) {
  const isOpen = useSignal(false);
  const done = useSignal<Done | undefined>(undefined);
  const button = useRef<HTMLButtonElement>(null);
  useFocusAfter(isOpen.value, () => button.current);
  if (!mayKeep.value) return <p class="small">{t('keepNotPrivate')}</p>;

  const save = (caseId: string) =>
    act(async (store) => {
      const content = contentOf(explanation);
      const entryId = contentId(content);
      const origin = { how: 'paste' as const, at: new Date().toISOString() };
      const entry = { id: entryId, origin, content, screening: toKeep(explanation) };
      const { known } = await store.addEntries(caseId, [entry]);
      done.value = { entryId, caseId, known: known.length > 0 };
      isOpen.value = false;
    });

  const open = async () => {
    isOpen.value = !isOpen.value;
    if (!isOpen.value) return;
    done.value = undefined;
    await listCases();
  };
  const saved = done.value?.entryId === contentId(contentOf(explanation)) ? done.value : undefined;
  return (
    <>
      <button ref={button} type="button" class="button" aria-expanded={isOpen.value} onClick={open}>
        {t('saveToCase')}
      </button>
      <span role="status">
        {saved && (
          <>
            {t(saved.known ? 'knownInCase' : 'savedToCase')} <a href={linkTo('cases', saved.caseId)}>{t('caseShow')}</a>
          </>
        )}
      </span>
      {isOpen.value && (
        <ChooseCase
          message={explanation.message}
          onChoose={(id) => void save(id)}
          onCancel={() => {
            isOpen.value = false;
          }}
        />
      )}
    </>
  );
}
