/** Rows of cells, from CSV or a spreadsheet, as messages or calls. */
import { normalizeSender } from '../../case/sender';
import type { Content } from '../../case/types';
import type { Field, Mapping } from './columns';
import { FIELD_LIMIT } from './limits';
import { parseDayAndClock, parseTime } from './times';
import type { Item } from './types';
import {
  callOf,
  type Direction,
  isMessageKind,
  isMessageWay,
  isSelf,
  parseDirection,
  parseDuration,
  parseSentFlag,
} from './values';

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
  // Carriers list messages among the calls, without their words.
  const isMessage = kind === 'call' && (cells.some(isMessageKind) || isMessageWay(cell('direction') ?? ''));
  if (isMessage) return [{ skip: 'no-text' }];
  const own = isSelf(cell('sender')) || isSelf(cell('name'));
  const said = wayOf(cell('direction'), mapping);
  if (said === 'not-sent') return [{ skip: 'not-sent' }];
  const way = own ? ({ direction: 'out' } as const) : said;
  if (!way) return [{ row, code: 'direction-unknown', kept: false }];
  const day = cell('at')?.trim() ?? '';
  const clock = cell('clock')?.trim();
  const exact = clock ? parseDayAndClock(day, clock) : parseTime(day);
  // The day may be good where the clock is not.
  const at = exact ?? parseTime(day);
  if (!exact && needsTime) return [{ row, code: 'date-unreadable', kept: false }];
  // What the keeper wrote himself has his name where the other side's stands elsewhere.
  const name = own ? undefined : normalizeSender(cell('name'));
  // Tables set an apostrophe before a number that a spreadsheet would otherwise round.
  const written = cell('sender')
    ?.trim()
    .replace(/^'(?=[+\d])/, '');
  const number = own ? undefined : normalizeSender(written);
  const sender = number === undefined ? name : written;
  const content: Content = {
    kind,
    direction: way.direction,
    text,
    ...(sender !== undefined && { sender }),
    ...(at && { at }),
    ...(kind === 'call' && callOf(way, parseDuration(cell('duration') ?? ''))),
    note: '',
  };
  const read: Item = { row, content, ...(name !== undefined && { name }) };
  const asked = columns.at !== undefined && !exact;
  return asked ? [{ row, code: 'date-unreadable', kept: true }, read] : [read];
}

function wayOf(written: string | undefined, { kind, isSentFlag }: Mapping): Direction | 'not-sent' | undefined {
  if (written === undefined) return { direction: 'in' };
  return isSentFlag ? parseSentFlag(written) : parseDirection(written, kind);
}
