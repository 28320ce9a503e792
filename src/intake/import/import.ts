import { contentId } from '../../case/identity';
import { Sha256 } from '../../case/sha256';
import type { HeadingReader } from '../heading';
import { readChat } from './chat';
import { readCsv } from './csv';
import type { Dialect } from './csv-records';
import { type Damage, decode } from './decode';
import { type Inspection, inspect, type NamedBlob } from './inspect';
import { readJsonl } from './jsonl';
import { BAD_LIMIT, FILE_LIMIT, ROWS_LIMIT } from './limits';
import { readPlain } from './plain';
import { slices } from './slices';
import { readSmsXml } from './sms-xml';
import {
  type BadRow,
  BreakOff,
  ImportError,
  type ImportedRow,
  type ImportReport,
  type Item,
  type Progress,
  type ReadOptions,
  type SkipCode,
} from './types';
import { readXlsx } from './xlsx';

export interface ImportHandlers {
  /** Gets the rows in the order of the file, each identity once; the next are read when it is done. */
  onRows(rows: readonly ImportedRow[]): void | Promise<void>;
  /** Gets at most {@link BAD_LIMIT} rows in all; the report counts the rest. */
  onBad?(bad: readonly BadRow[]): void;
  onProgress?(progress: Progress): void;
  readonly signal?: AbortSignal;
}

/**
 * Reads a message history: any of the formats in `docs/import.md`, slice by slice.
 *
 * Nothing is stored here. Where this throws, the caller throws away what `onRows` got; a file that only breaks off is no
 * error, the report says where.
 *
 * @param inspected what `inspect` said of this file, where that is known and is not to be found out again
 * @throws ImportError with a code for every file that is not taken; the signal's reason when it is aborted
 */
export async function importFile(
  file: NamedBlob,
  options: ReadOptions,
  { onRows, onBad, onProgress, signal }: ImportHandlers,
  inspected?: Inspection,
): Promise<ImportReport> {
  if (file.size > FILE_LIMIT) throw new ImportError('too-large', [FILE_LIMIT / 1e6]);
  const inspection = inspected ?? (await inspect(file, options.format, signal));
  const hash = new Sha256();
  const damage: Damage = { characters: 0 };
  const skipped: Record<SkipCode, number> = { 'no-text': 0, 'not-sent': 0, duplicate: 0 };
  const known = new Set<string>();
  let [bytes, bad, share] = [0, 0, 0];
  // A spreadsheet is read from its cells, whose part of the whole stands for bytes.
  const onPart = (done: number) => {
    share = Math.round((file.size * done) / (inspection.cells?.length ?? 1));
  };
  const onSlice = (slice: Uint8Array) => {
    hash.update(slice);
    bytes += slice.length;
  };
  const take = async (items: readonly Item[]) => {
    const rows: ImportedRow[] = [];
    const wrong: BadRow[] = [];
    for (const item of items) {
      if ('skip' in item) skipped[item.skip]++;
      else if ('code' in item) {
        if (bad++ < BAD_LIMIT) wrong.push(item);
      } else {
        const id = contentId(item.content);
        if (known.has(id)) skipped.duplicate++;
        else rows.push({ ...item, id });
        known.add(id);
      }
    }
    if (known.size > ROWS_LIMIT) throw new ImportError('too-many', [ROWS_LIMIT]);
    if (wrong.length) onBad?.(wrong);
    if (rows.length) await onRows(rows);
    signal?.throwIfAborted();
    onProgress?.({ bytes: Math.max(bytes, share), total: file.size, rows: known.size, bad });
  };
  let incomplete: ImportReport['incomplete'];
  try {
    const text = decode(slices(file, 0, onSlice, signal), damage);
    for await (const items of read(inspection, options, text, onPart, signal)) await take(items);
  } catch (error) {
    if (!(error instanceof BreakOff)) throw error;
    if (!known.size) throw new ImportError(error.code);
    incomplete = { code: error.code, row: error.row };
  }
  // The sum is that of the whole file: what lies behind a break, and a spreadsheet, which was read by itself.
  for await (const _ of slices(file, bytes, onSlice, signal));
  const left = bad + skipped['no-text'] + skipped['not-sent'];
  if (!known.size && !left) throw new ImportError('no-rows');
  return {
    format: inspection.format,
    sha256: hash.hex(),
    rows: known.size,
    bad,
    skipped,
    damaged: damage.characters,
    ...(incomplete && { incomplete }),
    ...(inspection.sheets && { sheets: inspection.sheets }),
  };
}

/** @throws ImportError `columns-unknown` where no mapping is given and none could be guessed */
function read(
  { format, dialect, cells, mapping, plain, readHeading }: Inspection,
  options: ReadOptions,
  text: AsyncIterable<string>,
  onPart: (done: number) => void,
  signal: AbortSignal | undefined,
): AsyncIterable<Item[]> | Iterable<Item[]> {
  if (format === 'sms-xml') return readSmsXml(text);
  if (format === 'jsonl') return readJsonl(text);
  if (format === 'chat') return readChat(text, readHeading as HeadingReader, options.self);
  if (format === 'plain') return readPlain(text, options.plain ?? plain ?? 'lines');
  const columns = options.mapping ?? mapping;
  if (!columns) throw new ImportError('columns-unknown');
  return format === 'xlsx'
    ? readXlsx(cells ?? [], columns, onPart, signal)
    : readCsv(text, dialect as Dialect, columns);
}
