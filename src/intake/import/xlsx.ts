import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { SaxesParser } from 'saxes';
import { createBreath } from '../breath';
import type { Mapping } from './columns';
import { COLUMNS_LIMIT, SHEET_LIMIT, SHEETS_LIMIT, SLICE } from './limits';
import { checkReach } from './sheet-size';
import { readTableRow } from './table';
import { ImportError, type Item } from './types';

/** Cells of a sheet as texts, a row at a time; a time stands as `times.ts` reads it. */
export type Cells = readonly (readonly string[])[];

export interface Sheet {
  readonly name: string;
  readonly cells: Cells;
}

/**
 * Reads the sheets of an XLSX file one after the other, each when it is asked for.
 *
 * The file is unpacked here, piece by piece, so that a small one cannot grow beyond {@link SHEET_LIMIT} in memory, and
 * handed on uncompressed: the reader of the cells would unpack it in a worker made from text, which the extension's
 * policy forbids.
 *
 * @returns the names of all sheets, and the sheets
 * @throws ImportError `table-too-large`, `too-many-cells`, `too-many-columns`, `not-a-table` for another ZIP file,
 *   `broken-table`; the signal's reason when it is aborted, though not in the midst of a sheet
 */
export async function readSheets(
  source: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<{ readonly names: readonly string[]; readonly sheets: AsyncGenerator<Sheet> }> {
  const parts = await unpack(source);
  if (!Object.keys(parts).some((name) => /^xl\/worksheets\//.test(name))) throw new ImportError('not-a-table');
  const breathe = createBreath(signal);
  // Each of them: which is the sheet is said inside, and need not be true of its name.
  for (const part of Object.values(parts)) await checkReach(part, breathe);
  const names = namesOf(parts['xl/workbook.xml']);
  const flat = zipSync(parts, { level: 0 }).buffer as ArrayBuffer;
  return { names, sheets: readEach(flat, names, signal) };
}

async function* readEach(
  file: ArrayBuffer,
  names: readonly string[],
  signal: AbortSignal | undefined,
): AsyncGenerator<Sheet> {
  // Without a name there is no sheet, which its reader says best.
  for (const [at, name] of (names.length ? names : ['']).slice(0, SHEETS_LIMIT).entries()) {
    const read = await readSheet<string>(file, at + 1, { trim: false, parseNumber: (digits) => digits }).catch(() => {
      throw new ImportError('broken-table');
    });
    await new Promise((done) => setTimeout(done));
    signal?.throwIfAborted();
    // A sheet that is a chart has none.
    const rows = read ?? [];
    if (rows.some((row) => row.length > COLUMNS_LIMIT)) throw new ImportError('too-many-columns', [COLUMNS_LIMIT]);
    yield { name, cells: rows.map((row) => row.map(textOf)) };
  }
}

/** In the order in which the reader of the cells counts them; what is not well-formed is left to it. */
function namesOf(workbook: Uint8Array | undefined): string[] {
  const names: string[] = [];
  const parser = new SaxesParser({ position: false, xmlns: false });
  parser.on('error', () => {});
  parser.on('opentag', ({ name, attributes }) => {
    if (/^(?:.*:)?sheet$/.test(name) && attributes.name) names.push(attributes.name);
  });
  parser.write(new TextDecoder().decode(workbook)).close();
  return names;
}

/**
 * @param cells of a sheet
 * @param onPart hears after each part how many rows are done
 */
export async function* readXlsx(
  cells: Cells,
  mapping: Mapping,
  onPart: (done: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Item[]> {
  const step = 1000;
  const breathe = createBreath(signal);
  for (let from = 0; from < cells.length; from += step) {
    await breathe();
    onPart(Math.min(from + step, cells.length));
    yield cells.slice(from, from + step).flatMap((row, at) => {
      const number = from + at + 1;
      return number > mapping.skipRows ? readTableRow(row, number, mapping) : [];
    });
  }
}

async function unpack(source: AsyncIterable<Uint8Array>): Promise<Record<string, Uint8Array>> {
  const parts: Record<string, Uint8Array[]> = {};
  let size = 0;
  let failure: unknown;
  const grow = (bytes: number) => {
    size += bytes;
    if (size > SHEET_LIMIT) throw new ImportError('table-too-large', [SHEET_LIMIT / 1e6]);
  };
  const unzip = new Unzip((entry) => {
    // Pictures and macros are no cells; what is never started is never unpacked.
    if (!/\.(?:xml|rels)$/.test(entry.name)) return;
    if ((entry.originalSize ?? 0) > SHEET_LIMIT) grow(SHEET_LIMIT + 1);
    const pieces: Uint8Array[] = [];
    parts[entry.name] = pieces;
    entry.ondata = (error, bytes) => {
      if (error) throw error;
      grow(bytes.length);
      pieces.push(bytes.slice());
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  const push = (bytes: Uint8Array, end: boolean) => {
    try {
      unzip.push(bytes, end);
    } catch (error) {
      failure = error instanceof ImportError ? error : new ImportError('broken-table');
    }
  };
  for await (const slice of source) {
    // In small steps: a step unpacks to at most a thousand times its size.
    for (let from = 0; from < slice.length && !failure; from += SLICE / 64) {
      push(slice.subarray(from, from + SLICE / 64), false);
    }
    if (failure) throw failure;
  }
  push(new Uint8Array(), true);
  if (failure) throw failure;
  return Object.fromEntries(Object.entries(parts).map(([name, pieces]) => [name, joined(pieces)]));
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** A date of a sheet has no zone: the reader gives what it shows as if that were UTC. A number keeps all its digits. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? sheetTime(cell) : String(cell);
}

function sheetTime(date: Date): string {
  // Days as binary fractions miss the second by a little.
  const written = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().slice(0, 19);
  // A clock without a day stands on the first day of the calendar of 1900 or of 1904.
  if (date.getUTCFullYear() < 1905) return written.slice(11);
  return written.endsWith('T00:00:00') ? written.slice(0, 10) : written.replace('T', ' ');
}
