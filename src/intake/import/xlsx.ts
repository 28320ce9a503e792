import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { Mapping } from './columns';
import { COLUMNS_LIMIT, SHEET_LIMIT, SLICE } from './limits';
import { checkReach } from './sheet-size';
import { readTableRow } from './table';
import { ImportError, type Item } from './types';

/** Cells of a sheet as texts, a row at a time; a time stands as `times.ts` reads it. */
export type Cells = readonly (readonly string[])[];

/**
 * Reads the first sheet of an XLSX file.
 *
 * It is unpacked here, piece by piece, so that a small file cannot grow beyond {@link SHEET_LIMIT} in memory, and handed
 * on uncompressed: the reader of the cells would unpack it in a worker made from text, which the extension's policy
 * forbids.
 *
 * @throws ImportError `table-too-large`, `too-many-cells`, `too-many-columns`, `not-a-table` for another ZIP file,
 *   `broken-table`
 */
export async function readCells(source: AsyncIterable<Uint8Array>): Promise<Cells> {
  const parts = await unpack(source);
  if (!Object.keys(parts).some((name) => /^xl\/worksheets\//.test(name))) throw new ImportError('not-a-table');
  // Each of them: which is the sheet is said inside, and need not be true of its name.
  for (const part of Object.values(parts)) checkReach(part);
  const flat = zipSync(parts, { level: 0 });
  const rows = await readSheet<string>(flat.buffer as ArrayBuffer, 1, {
    trim: false,
    parseNumber: (digits) => digits,
  }).catch(() => {
    throw new ImportError('broken-table');
  });
  if (rows.some((row) => row.length > COLUMNS_LIMIT)) throw new ImportError('too-many-columns', [COLUMNS_LIMIT]);
  return rows.map((row) => row.map(textOf));
}

/** @param cells from {@link readCells} */
export function* readXlsx(cells: Cells, mapping: Mapping): Generator<Item[]> {
  const step = 1000;
  for (let from = 0; from < cells.length; from += step) {
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
  return written.endsWith('T00:00:00') ? written.slice(0, 10) : written.replace('T', ' ');
}
