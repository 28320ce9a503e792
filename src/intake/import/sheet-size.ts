import { SaxesParser } from 'saxes';
import { CELLS_LIMIT, SHEET_ROWS } from './limits';
import { ImportError } from './types';

const STEP = 65_536;

/**
 * Refuses a sheet whose cells stand so far apart by their addresses that the empty ones between them, which its reader
 * fills in, would exhaust the memory: a file of a kilobyte can name row 2,000,000,000.
 *
 * @param sheet its XML; what is not well-formed is left to its reader
 * @throws ImportError `too-many-cells`
 */
export function checkReach(sheet: Uint8Array): void {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let [row, column, filled, cells] = [0, 0, 0, 0];
  const check = () => {
    if (row > SHEET_ROWS || Math.max(cells, row * filled) > CELLS_LIMIT) {
      throw new ImportError('too-many-cells');
    }
  };
  parser.on('error', () => {});
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') {
      row = Number(attributes.r ?? row + 1) || row + 1;
      column = 0;
    } else if (name === 'c') {
      const from = column;
      const address = /^([A-Z]{1,4})(\d{1,10})$/i.exec(attributes.r ?? '');
      column = address ? columnOf(address[1] as string) : column + 1;
      if (address) row = Math.max(row, Number(address[2]));
      cells += Math.max(1, column - from);
    } else if (name === 'v' || name === 'is') filled = Math.max(filled, column);
    check();
  });
  const decoder = new TextDecoder();
  for (let from = 0; from < sheet.length; from += STEP) {
    parser.write(decoder.decode(sheet.subarray(from, from + STEP), { stream: true }));
  }
}

/** A is 1, Z 26, AA 27. */
const columnOf = (letters: string): number =>
  Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
