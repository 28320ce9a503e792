import Papa from 'papaparse';
import { commonWidth } from './column-values';
import type { Mapping } from './columns';
import { type CsvRecord, type Dialect, readRecords } from './csv-records';
import { readTableRow } from './table';
import type { BadRow, Item } from './types';
import { isMessageKind, parseDirection } from './values';

const DELIMITERS = [',', '\t', ';', '|', '^', '~'];

/** @returns nothing where no delimiter parts the lines */
export function dialectOf(head: string): Dialect | undefined {
  const newline = head.includes('\n') ? '\n' : '\r';
  const { meta } = Papa.parse(head.slice(0, 65_536), { preview: 30, newline, delimitersToGuess: DELIMITERS });
  return head.includes(meta.delimiter) ? { delimiter: meta.delimiter, newline } : undefined;
}

/** @throws ImportError `too-many-columns` */
export async function* readCsv(
  source: AsyncIterable<string>,
  dialect: Dialect,
  mapping: Mapping,
): AsyncGenerator<Item[]> {
  const { skipRows, columns } = mapping;
  const mapped = Math.max(...Object.values(columns)) + 1;
  let [named, width] = [mapped, 0];
  for await (const records of readRecords(source, dialect)) {
    const header = records.find(({ row }) => row === skipRows);
    // A title above is no header.
    if (header && 'cells' in header) named = Math.max(mapped, filledOf(header.cells).length);
    const taken = records.filter(({ row }) => row > skipRows);
    if (!taken.length) continue;
    width ||= widthOf(
      taken.flatMap((record) => ('cells' in record ? [filledOf(record.cells)] : [])),
      named,
      skipRows > 0,
      mapping,
    );
    const fitted = taken.map((record) => inColumns(record, named, width, mapping, dialect.delimiter));
    yield fitted.flatMap((each) => ('cells' in each ? readTableRow(each.cells, each.row, mapping) : [each]));
  }
}

type Fitted = { readonly row: number; readonly cells: readonly string[] } | BadRow;

/** Without blank cells at the end. */
const filledOf = (cells: readonly string[]): readonly string[] =>
  cells.slice(0, cells.findLastIndex((cell) => cell.trim()) + 1);

/** What stands in a column beside the words: a small number or flag, a telephone number, whether it was read. */
const isMark = (cell: string): boolean =>
  /^(?:|[-+]?\d{1,2}|\+?\d[\d -]{4,}|true|false|null|已读|未读|read|unread|成功|失败|是|否)$/i.test(cell.trim()) ||
  parseDirection(cell) !== undefined ||
  isMessageKind(cell);

/**
 * How many columns a table has: those of its header, and more where most rows have more. In a table of messages this
 * must not be what delimiters among the words do, so nothing behind the words may be words.
 */
function widthOf(
  rows: readonly (readonly string[])[],
  named: number,
  hasHeader: boolean,
  { kind, columns }: Mapping,
): number {
  const common = commonWidth(rows);
  if (common <= named || !hasHeader || kind === 'call') return Math.max(named, common);
  const isNumber = (cell: string, at: number) => at === columns.sender && /^\+?[\d -]+$/.test(cell.trim());
  const wide = rows.filter((row) => row.length === common);
  const isTold =
    wide.length > 1 &&
    wide.every((row) => row.every((cell, at) => at <= (columns.text ?? 0) || isMark(cell) || isNumber(cell, at)));
  return isTold ? common : named;
}

/**
 * A record in the columns of its table. What stands beyond them, a delimiter without quotes has cut off: of the last
 * column it is the rest; of another nobody can tell where it belongs.
 *
 * @param named columns with a name; up to `width` come others without
 */
function inColumns(
  record: CsvRecord,
  named: number,
  width: number,
  { kind, columns, skipRows }: Mapping,
  delimiter: string,
): Fitted {
  if (!('cells' in record)) return record;
  const { row, isLoose } = record;
  let cells = record.cells;
  const isUnnamed = (cell: string) => skipRows === 0 || kind === 'call' || isMark(cell);
  const isTooWide = cells.slice(width).some((cell) => cell.trim()) || !cells.slice(named, width).every(isUnnamed);
  if (isTooWide) {
    if (kind !== 'message' || columns.text !== width - 1) return { row, code: 'too-wide', kept: false };
    cells = [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)];
  }
  if (!isLoose) return { row, cells };
  const bare = cells.map((cell) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell));
  // Where a mark opens before the last cell, the delimiters need not part the cells.
  const isWhole = bare.length >= width && !bare.slice(0, width - 1).some((cell) => cell.startsWith('"'));
  return isWhole ? { row, cells: bare } : { row, code: 'broken', kept: false };
}
