import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { splitMessages } from '../../intake/split';
import { MESSAGE_LIMIT } from '../../screen/limits';
import { t } from '../i18n';
import { draft } from './draft';
import { Examples } from './Examples';
import { LiveResult } from './LiveResult';
import { MessageForm } from './MessageForm';

interface Props {
  /** Takes the draft to the workspace, which has room for several messages and files. */
  readonly onWorkspace: () => void;
  /** Checks what is selected on the page behind; absent where there is no such page. */
  readonly onCheckPage?: (() => void) | undefined;
}

/** The box, the optional details and the result below them. */
export function CheckForm({ onWorkspace, onCheckPage }: Props) {
  const result = useRef<HTMLElement>(null);
  const { text } = draft.value;
  const count = useComputed(() => splitMessages(draft.value.text).parts.length).value;
  return (
    <main>
      <MessageForm limit={MESSAGE_LIMIT} rows={5} onCheck={() => result.current?.focus()}>
        <p class="actions">
          {onCheckPage && (
            <button type="button" class="button check-page" onClick={onCheckPage}>
              {t('checkPage')}
            </button>
          )}
          {count > 1 && <span class="small">{t('partsTogether', count)}</span>}
          <button type="button" class="link" onClick={onWorkspace}>
            {t(count > 1 ? 'checkApart' : 'openWorkspace')}
          </button>
        </p>
      </MessageForm>
      {!text && <Examples />}
      <LiveResult anchor={result} />
    </main>
  );
}
