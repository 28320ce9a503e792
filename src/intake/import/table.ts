/** Rows of cells, from CSV or a spreadsheet, as messages or calls. */
import { normalizeSender } from '../../case/sender';
import type { Content } from '../../case/types';
import type { Field, Mapping } from './columns';
import { FIELD_LIMIT } from './limits';
import { parseDayAndClock, parseTime } from './times';
import type { Item } from './types';
import { parseDirection, parseDuration } from './values';

/**
 * Reads one row by the mapping.
 *
 * @param row from 1, the header counted, as a spreadsheet numbers its rows
 * @returns the message or call, what is wrong with it, or both; nothing for an empty row
 */
export function readTableRow(cells: readonly string[], row: number, mapping: Mapping): Item[] {
  const { columns, kind, needsTime } = mapping;
  const cell = (field: Field) => {
    const column = columns[field];
    return column === undefined ? undefined : cells[column];
  };
  if (!cells.some((each) => each.trim())) return [];
  if (cells.some((each) => each.length > FIELD_LIMIT)) return [{ row, code: 'too-long', kept: false }];
  const text = kind === 'message' ? cell('text') : '';
  if (text === undefined) return [{ row, code: 'no-text-field', kept: false }];
  if (kind === 'message' && !text.trim()) return [{ skip: 'no-text' }];
  const written = cell('direction');
  const way = written === undefined ? ({ direction: 'in' } as const) : parseDirection(written);
  if (way === 'not-sent') return [{ skip: 'not-sent' }];
  if (!way) return [{ row, code: 'direction-unknown', kept: false }];
  const day = cell('at')?.trim() ?? '';
  const clock = cell('clock')?.trim();
  const at = (clock && parseDayAndClock(day, clock)) || parseTime(day);
  if (!at && needsTime) return [{ row, code: 'date-unreadable', kept: false }];
  const name = normalizeSender(cell('name'));
  const sender = normalizeSender(cell('sender')) === undefined ? name : cell('sender')?.trim();
  const seconds = parseDuration(cell('duration') ?? '');
  const content: Content = {
    kind,
    direction: way.direction,
    text,
    ...(sender !== undefined && { sender }),
    ...(at && { at }),
    ...(kind === 'call' && {
      call: { answered: !way.missed && (seconds ?? 0) > 0, ...(seconds !== undefined && { seconds }) },
    }),
    note: '',
  };
  const read: Item = { row, content, ...(name !== undefined && { name }) };
  const asked = columns.at !== undefined && !at;
  return asked ? [{ row, code: 'date-unreadable', kept: true }, read] : [read];
}
