import { SaxesParser } from 'saxes';
import type { createBreath } from '../breath';
import { CELLS_LIMIT, SHEET_ROWS } from './limits';
import { ImportError } from './types';

const STEP = 65_536;

/** As spreadsheet programs write it; the reader of the cells takes more, up to any number. */
const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;

/**
 * Refuses a sheet whose cells stand so far apart by their addresses that the empty ones between them, which its reader
 * fills in, would exhaust the memory: a file of a kilobyte can name row 2,000,000,000.
 *
 * @param sheet its XML; what is not well-formed is left to its reader
 * @param breathe awaited after each step: a large sheet takes a while
 * @throws ImportError `too-many-cells`, `broken-table`
 */
export async function checkReach(sheet: Uint8Array, breathe: ReturnType<typeof createBreath>): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let [row, column, cells] = [0, 0, 0];
  // Empty rows at the end and empty columns at the right are dropped, not filled.
  let [filledRow, filledColumn] = [0, 0];
  parser.on('error', () => {});
  parser.on('opentag', ({ name, attributes }) => {
    const tag = local(name);
    const address = Object.entries(attributes).find(([key]) => local(key) === 'r')?.[1];
    if (tag === 'row') {
      row = Number(address ?? row + 1) || row + 1;
      column = 0;
    } else if (tag === 'c') {
      const from = column;
      const [, letters, number] = ADDRESS.exec(address ?? '') ?? [];
      if (address !== undefined && letters === undefined) throw new ImportError('broken-table');
      column = letters ? columnOf(letters) : column + 1;
      row = Math.max(row, Number(number ?? 1));
      cells += Math.max(1, column - from);
    } else if (tag === 'v' || tag === 'is') {
      filledRow = Math.max(filledRow, row);
      filledColumn = Math.max(filledColumn, column);
    }
    if (row > SHEET_ROWS || Math.max(cells, filledRow * filledColumn) > CELLS_LIMIT) {
      throw new ImportError('too-many-cells');
    }
  });
  const decoder = new TextDecoder();
  for (let from = 0; from < sheet.length; from += STEP) {
    parser.write(decoder.decode(sheet.subarray(from, from + STEP), { stream: true }));
    await breathe();
  }
}

/** Without the prefix of its namespace, which the reader of the cells does not look at either. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A is 1, Z 26, AA 27. */
const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
