import { useSignal } from '@preact/signals';
import type { ReadOptions } from '../../intake/import/types';
import { t } from '../i18n';
import { errorText } from '../import/problems';
import { type Question, question } from './state';
import { TableForm } from './TableForm';

/** What a text may be taken for; a spreadsheet is one by its bytes. */
const FORMATS = ['chat', 'csv', 'plain'] as const;

/** The beginning of a text, and what it is taken for. */
function FormatChoice({ preview: { lines, format }, takeFor, problem }: Question) {
  if (!lines) return null;
  return (
    <>
      <p class="small">{t('inboxBeginning')}</p>
      <ol class="small inbox-lines">
        {lines.map((line, at) => (
          <li key={at} dir="auto">
            {line}
          </li>
        ))}
      </ol>
      <fieldset class="inbox-set">
        <legend>{t('inboxFormat')}</legend>
        {FORMATS.map((one) => (
          <label key={one} class="tick">
            <input type="radio" name="format" checked={one === format} onChange={() => takeFor(one)} />{' '}
            {t(`inboxFormat_${one}`)}
          </label>
        ))}
      </fieldset>
      <div role="alert">{problem && <p class="error">{errorText(problem)}</p>}</div>
    </>
  );
}

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

const kindOf = ({ format }: Question['preview']) => (format === 'csv' || format === 'xlsx' ? 'table' : format);

function Form({ preview, answer }: Question) {
  const taken = { format: preview.format };
  const options = useSignal<ReadOptions | undefined>(
    kindOf(preview) === 'table' && !preview.guess
      ? undefined
      : { ...taken, ...(preview.guess && { mapping: preview.guess }) },
  );
  const onOptions = (given: ReadOptions | undefined) => {
    options.value = given && { ...taken, ...given };
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (options.value) answer(options.value);
      }}
    >
      {kindOf(preview) === 'table' && <TableForm preview={preview} onOptions={onOptions} />}
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
  if (!asked) return null;
  const { file, preview } = asked;
  return (
    <section key={file} class="panel inbox-ask">
      <h3>{t(`inboxAsk_${kindOf(preview)}`, file)}</h3>
      <FormatChoice {...asked} />
      <Form key={preview.format} {...asked} />
    </section>
  );
}
