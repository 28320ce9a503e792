/** What kind of file it is, told by its content first and its name second. */

import { type HeadingReader, headingReader } from '../heading';
import { WORDS } from '../split';
import { chatNames, isChat } from './chat';
import { guessMapping, type Mapping } from './columns';
import { dialectOf } from './csv';
import { type Dialect, readRecords } from './csv-records';
import { decode } from './decode';
import { parseObject } from './jsonl';
import { HEAD } from './limits';
import { guessPlain } from './plain';
import { bytesOf } from './slices';
import { type Format, ImportError, type PlainStyle, type SheetNames } from './types';
import { type Cells, readSheets } from './xlsx';

/** A file of the browser, or in Node a `Blob` with a name. */
export type NamedBlob = Blob & { readonly name: string };

export interface Inspection {
  readonly format: Format;
  /** For a table of text. */
  readonly dialect?: Dialect;
  /** The first rows of a table, the header included. */
  readonly rows?: Cells;
  /** For a spreadsheet: all of the sheet that is read. */
  readonly cells?: Cells;
  /** For a spreadsheet with several sheets. */
  readonly sheets?: SheetNames;
  /** For tables; absent where the columns could not be told. */
  readonly mapping?: Mapping;
  /** For plain text. */
  readonly plain?: PlainStyle;
  /** For chats: who writes in the beginning. */
  readonly names?: readonly string[];
  /** For chats: knows their headings. */
  readonly readHeading?: HeadingReader;
  /** For text of any kind: its first lines. */
  readonly lines?: readonly string[];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** Rows of a table that are shown and looked at. */
const SAMPLE_ROWS = 100;
const SAMPLE_LINES = 3;

/**
 * Looks at the beginning of a file.
 *
 * @param format where the user says what it is; only the rest is then guessed
 * @throws ImportError for what is no message history
 */
export async function inspect(file: NamedBlob, format?: Format, signal?: AbortSignal): Promise<Inspection> {
  if (!file.size) throw new ImportError('empty');
  const bytes = await bytesOf(file.slice(0, HEAD));
  signal?.throwIfAborted();
  if (startsWith(bytes, OLE)) throw new ImportError('old-excel');
  if (startsWith(bytes, ZIP)) return inspectSheets(file, signal);
  const text = await headText(bytes, bytes.length < file.size);
  if (!text.trim()) throw new ImportError('empty');
  const found = format ?? formatOf(text, file.name.toLowerCase());
  const all = linesOf(text);
  const lines = all.filter((line) => WORDS.test(line)).slice(0, SAMPLE_LINES);
  if (found === 'plain') return { format: found, lines, plain: guessPlain(text) };
  if (found === 'chat') return { format: found, lines, names: chatNames(all), readHeading: headingReader(all) };
  if (found !== 'csv') return { format: found };
  const dialect = dialectOf(text) ?? { delimiter: ',', newline: '\n' };
  return { format: found, lines, dialect, ...certain(tableOf(await firstRows(text, dialect))) };
}

/** Takes the first sheet whose columns can be told, else the first that is not empty. */
async function inspectSheets(file: Blob, signal: AbortSignal | undefined): Promise<Inspection> {
  const { names, sheets } = await readSheets(wholeOf(file, signal), signal);
  let taken: { name: string; cells: Cells; table: Table } | undefined;
  for await (const { name, cells } of sheets) {
    const table = tableOf(cells.slice(0, SAMPLE_ROWS));
    const isTold = typeof table.guess === 'object';
    if (isTold || !taken?.cells.length) taken = { name, cells, table };
    if (isTold) break;
  }
  const { name: read = '', cells = [], table = { rows: [] } } = taken ?? {};
  const left = names.filter((name) => name !== read);
  return { format: 'xlsx', cells, ...certain(table), ...(left.length && { sheets: { read, left } }) };
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

async function* wholeOf(file: Blob, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += HEAD) {
    signal?.throwIfAborted();
    yield bytesOf(file.slice(from, from + HEAD));
  }
}

/** @param cut there is more: the last character may be half of one */
async function headText(bytes: Uint8Array, cut: boolean): Promise<string> {
  let text = '';
  const source = (async function* () {
    yield bytes;
  })();
  for await (const piece of decode(source, { characters: 0 })) text += piece;
  return cut ? text.replace(/\ufffd+$/u, '') : text;
}

/** @throws ImportError for XML and JSON that are no messages */
function formatOf(text: string, name: string): Format {
  const start = text.trimStart();
  if (start.startsWith('<')) {
    if (/^<(?:!doctype\s+html|html)\b/i.test(start)) throw new ImportError('web-page');
    return 'sms-xml';
  }
  // One list or one object over several lines.
  if (/^(?:\[\s*\{|\{\s*[\r\n])/.test(start)) throw new ImportError('json-array');
  if (/^BEGIN:V[A-Z]/i.test(start)) throw new ImportError('vmsg');
  const lines = linesOf(start).filter((line) => line.trim());
  if (lines.slice(0, 5).some(parseObject) || name.endsWith('.jsonl')) return 'jsonl';
  if (/^\{\s*"/.test(start)) throw new ImportError('json-array');
  if (isChat(lines)) return 'chat';
  return isTable(text, name) ? 'csv' : 'plain';
}

/** Called a table, or with a header that names at least two known columns. */
function isTable(text: string, name: string): boolean {
  if (/\.(?:csv|tsv)$/.test(name)) return true;
  const dialect = dialectOf(text);
  if (!dialect) return false;
  const rows = text.split(/\r?\n|\r/, 30).map((line) => line.split(dialect.delimiter));
  const mapping = guessMapping(rows);
  return typeof mapping === 'object' ? mapping.skipRows > 0 : mapping !== undefined;
}

async function firstRows(text: string, dialect: Dialect): Promise<Cells> {
  const source = (async function* () {
    yield text;
  })();
  for await (const records of readRecords(source, dialect)) {
    return records.flatMap((each) => ('cells' in each ? [each.cells] : [])).slice(0, SAMPLE_ROWS);
  }
  return [];
}

interface Table {
  readonly rows: Cells;
  readonly guess?: ReturnType<typeof guessMapping>;
}

const tableOf = (rows: Cells): Table => ({ rows, guess: guessMapping(rows) });

/** @throws ImportError `no-texts` */
function certain({ rows, guess }: Table): Pick<Inspection, 'rows' | 'mapping'> {
  if (guess === 'no-texts') throw new ImportError('no-texts');
  return { rows, ...(typeof guess === 'object' && { mapping: guess }) };
}

const linesOf = (text: string): string[] => text.split(/\r?\n/);
