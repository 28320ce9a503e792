import Papa from 'papaparse';
import type { Mapping } from './columns';
import { COLUMNS_LIMIT, RECORD_LIMIT } from './limits';
import { readTableRow } from './table';
import { type BadRow, ImportError, type Item } from './types';

const DELIMITERS = [',', '\t', ';', '|', '^', '~'];

/** How a table is written, told from its beginning. */
export interface Dialect {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
}

/** One record with its number from 1, or what is wrong with it. */
export type CsvRecord = { readonly row: number; readonly cells: readonly string[] } | BadRow;

/** @returns nothing where no delimiter parts the lines */
export function dialectOf(head: string): Dialect | undefined {
  const newline = head.includes('\n') ? '\n' : '\r';
  const { meta } = Papa.parse(head.slice(0, 65_536), { preview: 30, newline, delimitersToGuess: DELIMITERS });
  return head.includes(meta.delimiter) ? { delimiter: meta.delimiter, newline } : undefined;
}

/**
 * Cuts a table that comes in pieces into its records; quoted cells may hold delimiters and line ends. Of a record beyond
 * {@link RECORD_LIMIT}, most often one whose quote is never closed, everything up to the next line end after it is left.
 *
 * @throws ImportError `too-many-columns`
 */
export async function* readRecords(source: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<CsvRecord[]> {
  const parser = new Papa.Parser(dialect);
  let [rest, row, skipping] = ['', 0, false];
  const parse = (end: boolean): CsvRecord[] => {
    const { data, errors, meta } = parser.parse(rest, 0, !end) as Papa.ParseResult<string[]>;
    rest = rest.slice(meta.cursor);
    const unclosed = errors.find(({ code }) => code === 'MissingQuotes')?.row;
    return data.map((cells, at): CsvRecord => {
      row++;
      if (at === unclosed) return { row, code: 'unclosed-quote', kept: false };
      if (cells.length > COLUMNS_LIMIT) throw new ImportError('too-many-columns', [COLUMNS_LIMIT]);
      const last = cells.at(-1);
      if (last?.endsWith('\r')) cells[cells.length - 1] = last.slice(0, -1);
      return { row, cells };
    });
  };
  for await (const piece of source) {
    if (skipping) {
      const end = piece.indexOf(dialect.newline);
      if (end < 0) continue;
      rest = piece.slice(end + 1);
      skipping = false;
    } else rest += piece;
    yield parse(false);
    if (rest.length <= RECORD_LIMIT) continue;
    yield [{ row: ++row, code: 'too-long', kept: false }];
    const next = rest.indexOf(dialect.newline, RECORD_LIMIT);
    rest = next < 0 ? '' : rest.slice(next + 1);
    skipping = next < 0;
  }
  if (rest) yield parse(true);
}

/** @throws ImportError `too-many-columns` */
export async function* readCsv(
  source: AsyncIterable<string>,
  dialect: Dialect,
  mapping: Mapping,
): AsyncGenerator<Item[]> {
  for await (const records of readRecords(source, dialect)) {
    yield records.flatMap((each) => {
      if (each.row <= mapping.skipRows) return [];
      return 'cells' in each ? readTableRow(each.cells, each.row, mapping) : [each];
    });
  }
}
