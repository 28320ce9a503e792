import { useSignal } from '@preact/signals';
import { isSentFlag } from '../../intake/import/column-names';
import { FIELDS, type Field, type Mapping } from '../../intake/import/columns';
import type { Preview } from '../../intake/import/preview';
import type { ReadOptions } from '../../intake/import/types';
import { t } from '../i18n';
import { sheetsText } from '../import/problems';

interface Props {
  readonly preview: Preview;
  /** With nothing where the columns do not suffice. */
  readonly onOptions: (options: ReadOptions | undefined) => void;
}

/** So much of a cell is shown. */
const CELL = 80;

type Columns = Mapping['columns'];

/** Messages need a text; calls a time and a number. */
const suffices = (kind: Mapping['kind'], { text, at, sender, name }: Columns): boolean =>
  kind === 'message' ? text !== undefined : at !== undefined && (sender ?? name) !== undefined;

/** Fields that a kind has. */
const fieldsOf = (kind: Mapping['kind']): readonly Field[] =>
  FIELDS.filter((field) => field !== (kind === 'message' ? 'duration' : 'text'));

/** Which column of a table holds what, with its first rows to see it by. */
export function TableForm({ preview, onOptions }: Props) {
  const { columns: titles, sample, guess, sheets } = preview;
  const kind = useSignal<Mapping['kind']>(guess?.kind ?? 'message');
  const columns = useSignal<Columns>(guess?.columns ?? {});
  const above = guess?.skipRows ?? 0;
  const skipRows = useSignal(above);
  const tell = () => {
    const chosen: Columns = Object.fromEntries(
      fieldsOf(kind.value).flatMap((field) => {
        const column = columns.value[field];
        return column === undefined ? [] : [[field, column]];
      }),
    );
    const isFlag = chosen.direction !== undefined && isSentFlag(titles[chosen.direction] ?? '');
    const mapping = {
      kind: kind.value,
      skipRows: skipRows.value,
      columns: chosen,
      ...(isFlag && { isSentFlag: true }),
    };
    onOptions(suffices(kind.value, chosen) ? { mapping } : undefined);
  };
  const width = Math.max(titles.length, ...sample.map((row) => row.length));
  const names = Array.from({ length: width }, (_, at) => titles[at]?.trim() || t('inboxColumn', at + 1));
  return (
    <>
      <p>{t(guess ? 'inboxTableGuessed' : 'inboxTableUnknown')}</p>
      {sheets && <p>{sheetsText(sheets)}</p>}
      <fieldset class="inbox-set">
        <legend>{t('inboxTableKind')}</legend>
        {(['message', 'call'] as const).map((one) => (
          <label key={one} class="tick">
            <input
              type="radio"
              name="kind"
              checked={kind.value === one}
              onChange={() => {
                kind.value = one;
                tell();
              }}
            />{' '}
            {t(`inboxKind_${one}`)}
          </label>
        ))}
      </fieldset>
      <div class="grid">
        {fieldsOf(kind.value).map((field) => (
          <label key={field}>
            <span>{t(`inboxField_${field}`)}</span>
            <select
              data-field={field}
              value={columns.value[field] ?? ''}
              onChange={({ currentTarget: { value } }) => {
                const { [field]: _before, ...rest } = columns.value;
                columns.value = value === '' ? rest : { ...rest, [field]: Number(value) };
                tell();
              }}
            >
              <option value="">{t('inboxNoColumn')}</option>
              {names.map((name, at) => (
                <option key={at} value={at}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          <span>{t('inboxSkipRows')}</span>
          <input
            type="number"
            min={0}
            max={100}
            value={skipRows.value}
            onInput={({ currentTarget: { valueAsNumber } }) => {
              skipRows.value = Number.isInteger(valueAsNumber) && valueAsNumber > 0 ? valueAsNumber : 0;
              tell();
            }}
          />
        </label>
      </div>
      <p role="status">{columns.value.direction === undefined && t('inboxNoDirection')}</p>
      <div class="scroll">
        <table class="figures">
          <caption class="small">{t('inboxSample')}</caption>
          <thead>
            <tr>
              {names.map((name, at) => (
                <th key={at} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row, at) => (
              <tr key={at} class={above + at < skipRows.value ? 'inbox-skipped' : ''}>
                {names.map((_, column) => (
                  <td key={column}>{row[column]?.slice(0, CELL)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
