import { useSignal } from '@preact/signals';
import type { ReadOptions } from '../../intake/import/types';
import { t } from '../i18n';
import { type Question, question } from './state';
import { TableForm } from './TableForm';

/** How the messages of a plain text are parted. */
function PlainForm({
  preview,
  onOptions,
}: {
  preview: Question['preview'];
  onOptions: (options: ReadOptions) => void;
}) {
  return (
    <fieldset class="inbox-set">
      <legend>{t('inboxPlain')}</legend>
      {(['lines', 'blocks'] as const).map((style) => (
        <label key={style} class="tick">
          <input
            type="radio"
            name="plain"
            defaultChecked={(preview.plain ?? 'lines') === style}
            onChange={() => onOptions({ plain: style })}
          />{' '}
          {t(`inboxPlain_${style}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** Under which names the keeper wrote himself. */
function ChatForm({ preview, onOptions }: { preview: Question['preview']; onOptions: (options: ReadOptions) => void }) {
  const self = useSignal<readonly string[]>([]);
  return (
    <fieldset class="inbox-set">
      <legend>{t('inboxChatSelf')}</legend>
      <p class="small">{t('inboxChatNote')}</p>
      {preview.names?.map((name) => (
        <label key={name} class="tick">
          <input
            type="checkbox"
            onChange={({ currentTarget: { checked } }) => {
              self.value = checked ? [...self.value, name] : self.value.filter((other) => other !== name);
              onOptions({ self: self.value });
            }}
          />{' '}
          <bdi>{name}</bdi>
        </label>
      ))}
    </fieldset>
  );
}

function Form({ file, preview, answer }: Question) {
  const isTable = preview.format === 'csv' || preview.format === 'xlsx';
  const options = useSignal<ReadOptions | undefined>(
    isTable ? preview.guess && { mapping: preview.guess } : { format: preview.format },
  );
  const onOptions = (given: ReadOptions | undefined) => {
    options.value = given && { ...(!isTable && { format: preview.format }), ...given };
  };
  return (
    <form
      class="panel inbox-ask"
      onSubmit={(event) => {
        event.preventDefault();
        if (options.value) answer(options.value);
      }}
    >
      <h3>{t(`inboxAsk_${isTable ? 'table' : preview.format}`, file)}</h3>
      {isTable && <TableForm preview={preview} onOptions={onOptions} />}
      {preview.format === 'plain' && <PlainForm preview={preview} onOptions={onOptions} />}
      {preview.format === 'chat' && <ChatForm preview={preview} onOptions={onOptions} />}
      <p class="actions">
        <button type="submit" class="button primary" disabled={!options.value}>
          {t('inboxRead')}
        </button>
        <button type="button" class="button" onClick={() => answer()}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}

/** What must be known of a file before it is read. */
export function Ask() {
  const asked = question.value;
  return asked ? <Form key={asked.file} {...asked} /> : null;
}
