/** Cuts a table of text into records. A quotation mark that nobody escaped must not swallow the messages after it. */
import { COLUMNS_LIMIT, RECORD_LIMIT } from './limits';
import { type BadRow, ImportError } from './types';

/** How a table is written, told from its beginning. */
export interface Dialect {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
}

/** One record with its number from 1, or what is wrong with it. */
export type CsvRecord =
  | {
      readonly row: number;
      readonly cells: readonly string[];
      /** Its quotation marks fit no cell: it is one line, parted at every delimiter, and its cells stand as written. */
      readonly isLoose?: true;
    }
  | BadRow;

/**
 * Cuts a table that comes in pieces into its records; quoted cells may hold delimiters and line ends. A quote
 * that is not closed before the end, or within {@link RECORD_LIMIT}, costs its line; of a longer record everything up to
 * the next line end after it is left.
 *
 * @throws ImportError `too-many-columns`
 */
export async function* readRecords(source: AsyncIterable<string>, dialect: Dialect): AsyncGenerator<CsvRecord[]> {
  let [rest, row, skipping] = ['', 0, false];
  const cut = (whole: boolean, isTooLong = whole): CsvRecord[] => {
    const { records, end } = recordsOf(rest, row, dialect, whole, isTooLong);
    rest = rest.slice(end);
    row += records.length;
    return records;
  };
  for await (const piece of source) {
    if (skipping) {
      const end = piece.indexOf(dialect.newline);
      if (end < 0) continue;
      rest = piece.slice(end + 1);
      skipping = false;
    } else rest += piece;
    yield cut(false);
    if (rest.length <= RECORD_LIMIT) continue;
    yield cut(false, true);
    if (rest.length <= RECORD_LIMIT) continue;
    yield [{ row: ++row, code: 'too-long', kept: false }];
    const next = rest.indexOf(dialect.newline, RECORD_LIMIT);
    rest = next < 0 ? '' : rest.slice(next + 1);
    skipping = next < 0;
  }
  if (rest) yield cut(true);
}

/**
 * @param whole nothing comes after the text
 * @param isTooLong the first record is: if its quote is not closed yet, it is not waited for
 */
function recordsOf(text: string, before: number, dialect: Dialect, whole: boolean, isTooLong: boolean) {
  const { delimiter, newline } = dialect;
  const recordAt = cutter(text, dialect);
  const records: CsvRecord[] = [];
  let end = 0;
  while (end < text.length) {
    const row = before + records.length + 1;
    const record = recordAt(end);
    if (record === 'open' && !whole && !(isTooLong && end === 0)) break;
    if (record === 'open' || record === 'loose') {
      const found = text.indexOf(newline, end);
      if (found < 0 && !whole) break;
      const line = text.slice(end, found < 0 ? text.length : found).replace(/\r$/, '');
      end = found < 0 ? text.length : found + 1;
      // An odd number of marks: the line begins a cell of several lines, or ends one, so its words are not all here.
      const isCut = line.split('"').length % 2 === 0;
      records.push(isCut ? { row, code: 'broken', kept: false } : { row, cells: line.split(delimiter), isLoose: true });
    } else {
      if (record.end > text.length && !whole) break;
      records.push({ row, cells: record.cells });
      end = record.end;
    }
  }
  return { records, end };
}

/**
 * @returns gives the record that begins at a place and where the next one begins, beyond the text where no line end
 *   comes any more; `open` where a quote is not closed, `loose` where something stands behind a closed one
 */
function cutter(text: string, { delimiter, newline }: Dialect) {
  const delimiterFrom = finder(text, delimiter);
  const newlineFrom = finder(text, newline);
  return (start: number): { readonly cells: string[]; readonly end: number } | 'open' | 'loose' => {
    const cells: string[] = [];
    for (let from = start; ; ) {
      let end: number;
      if (text[from] === '"') {
        let close = text.indexOf('"', from + 1);
        while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
        if (close < 0) return 'open';
        end = close + 1;
        while (text[end] !== delimiter && text[end] !== newline && /^\s$/.test(text[end] ?? '')) end++;
        if (end < text.length && text[end] !== delimiter && text[end] !== newline) return 'loose';
        cells.push(text.slice(from + 1, close).replaceAll('""', '"'));
      } else {
        end = Math.min(delimiterFrom(from), newlineFrom(from));
        const isLast = end === text.length || text[end] === newline;
        cells.push(text.slice(from, isLast && text[end - 1] === '\r' && end > from ? end - 1 : end));
      }
      if (cells.length > COLUMNS_LIMIT) throw new ImportError('too-many-columns', [COLUMNS_LIMIT]);
      if (text[end] !== delimiter) return { cells, end: end + 1 };
      from = end + 1;
    }
  };
}

/** @returns gives the next place of a mark, or the end of the text; what was searched once is not searched again */
function finder(text: string, mark: string): (from: number) => number {
  let [since, found] = [0, -1];
  return (from) => {
    if (from >= since && from <= found) return found;
    const at = text.indexOf(mark, from);
    [since, found] = [from, at < 0 ? text.length : at];
    return found;
  };
}
