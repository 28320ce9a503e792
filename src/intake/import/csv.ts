import Papa from 'papaparse';
import { commonWidth } from './column-values';
import type { Mapping } from './columns';
import { type CsvRecord, type Dialect, readRecords } from './csv-records';
import { readTableRow } from './table';
import type { BadRow, Item } from './types';

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
  let width: number | undefined;
  for await (const records of readRecords(source, dialect)) {
    const header = records.find(({ row }) => row === skipRows);
    // A title above is no header.
    if (header && 'cells' in header && header.cells.length >= mapped) width = header.cells.length;
    const taken = records.filter(({ row }) => row > skipRows);
    if (!taken.length) continue;
    width ??= Math.max(mapped, commonWidth(taken.flatMap((record) => ('cells' in record ? [record.cells] : []))));
    const fitted = taken.map((record) => inColumns(record, width as number, mapping, dialect.delimiter));
    yield fitted.flatMap((each) => ('cells' in each ? readTableRow(each.cells, each.row, mapping) : [each]));
  }
}

type Fitted = { readonly row: number; readonly cells: readonly string[] } | BadRow;

/**
 * A record in the columns of its table. What stands beyond them, a delimiter without quotes has cut off: of the last
 * column it is the rest; of another nobody can tell where it belongs.
 */
function inColumns(record: CsvRecord, width: number, { kind, columns }: Mapping, delimiter: string): Fitted {
  if (!('cells' in record)) return record;
  const { row, isLoose } = record;
  let cells = record.cells;
  if (cells.slice(width).some((cell) => cell.trim())) {
    if (kind !== 'message' || columns.text !== width - 1) return { row, code: 'too-wide', kept: false };
    cells = [...cells.slice(0, width - 1), cells.slice(width - 1).join(delimiter)];
  }
  if (!isLoose) return { row, cells };
  const bare = cells.map((cell) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell));
  // Where a mark opens before the last cell, the delimiters need not part the cells.
  const isWhole = bare.length >= width && !bare.slice(0, width - 1).some((cell) => cell.startsWith('"'));
  return isWhole ? { row, cells: bare } : { row, code: 'broken', kept: false };
}
