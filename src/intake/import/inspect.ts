/** What kind of file it is, told by its content first and its name second. */

import { parseHeading } from './chat';
import { guessMapping, type Mapping } from './columns';
import { type Dialect, dialectOf, readRecords } from './csv';
import { decode } from './decode';
import { parseObject } from './jsonl';
import { HEAD } from './limits';
import { guessPlain } from './plain';
import { bytesOf } from './slices';
import { type Format, ImportError, type PlainStyle } from './types';
import { type Cells, readCells } from './xlsx';

/** A file of the browser, or in Node a `Blob` with a name. */
export type NamedBlob = Blob & { readonly name: string };

export interface Inspection {
  readonly format: Format;
  /** For a table of text. */
  readonly dialect?: Dialect;
  /** The first rows of a table, the header included. */
  readonly rows?: Cells;
  /** For a spreadsheet: all of it. */
  readonly cells?: Cells;
  /** For tables; absent where the columns could not be told. */
  readonly mapping?: Mapping;
  /** For plain text. */
  readonly plain?: PlainStyle;
  /** For chats: who writes in the beginning. */
  readonly names?: readonly string[];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const QQ = /^消息记录/u;
/** Rows of a table that are shown and looked at. */
const SAMPLE_ROWS = 100;

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
  if (startsWith(bytes, ZIP)) {
    const cells = await readCells(wholeOf(file));
    return { format: 'xlsx', cells, ...tableOf(cells.slice(0, SAMPLE_ROWS)) };
  }
  const text = await headText(bytes, bytes.length < file.size);
  if (!text.trim()) throw new ImportError('empty');
  const found = format ?? formatOf(text, file.name.toLowerCase());
  if (found === 'plain') return { format: found, plain: guessPlain(text) };
  if (found === 'chat') return { format: found, names: namesIn(text) };
  if (found !== 'csv') return { format: found };
  const dialect = dialectOf(text) ?? { delimiter: ',', newline: '\n' };
  return { format: found, dialect, ...tableOf(await firstRows(text, dialect)) };
}

const startsWith = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

async function* wholeOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < file.size; from += HEAD) yield bytesOf(file.slice(from, from + HEAD));
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
  if (/^\[\s*\{/.test(start)) throw new ImportError('json-array');
  const lines = start.split(/\r?\n/, 200).filter((line) => line.trim());
  if (lines.slice(0, 5).some(parseObject) || name.endsWith('.jsonl')) return 'jsonl';
  const headings = lines.filter(parseHeading).length;
  if (QQ.test(start) || (headings > 0 && parseHeading(lines[0] ?? '')) || headings > 2) return 'chat';
  return isTable(text, name) ? 'csv' : 'plain';
}

/** Called a table, or with a header that names at least two known columns. */
function isTable(text: string, name: string): boolean {
  if (/\.(?:csv|tsv)$/.test(name)) return true;
  const dialect = dialectOf(text);
  if (!dialect) return false;
  const rows = text.split(/\r?\n|\r/, 30).map((line) => line.split(dialect.delimiter));
  const mapping = guessMapping(rows);
  return mapping !== undefined && mapping.skipRows > 0;
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

function tableOf(rows: Cells): Pick<Inspection, 'rows' | 'mapping'> {
  const mapping = guessMapping(rows);
  return { rows, ...(mapping && { mapping }) };
}

function namesIn(text: string): string[] {
  return [...new Set(text.split('\n').flatMap((line) => parseHeading(line)?.name ?? []))];
}
