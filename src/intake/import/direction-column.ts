/** Which column says whether a message was received or sent. Taken wrongly, it puts one side's words into the other's mouth. */
import { isSentFlag, NAMES } from './column-names';
import { parseDirection, parseSentFlag } from './values';

export interface DirectionColumn {
  readonly column: number;
  readonly isSentFlag?: boolean;
}

/** So much of a column must say which way; less where both ways are there, because then it is about nothing else. */
const SHARE = 0.8;
const SHARE_OF_BOTH = 0.5;
/** Under these a number tells what sort of message it is, or whether it was delivered. */
const OF_SORTS = /^(?:消息类型|状态|kind|status)$/;

/**
 * A column is chosen by its values, not by its name alone: 「类型」 may hold 「短信」 and 「状态」 「已读」.
 *
 * @param headers folded
 * @param below rows under the header
 * @param taken columns that hold something else
 */
export function directionColumn(
  headers: readonly string[],
  below: readonly (readonly string[])[],
  taken: ReadonlySet<number>,
): DirectionColumn | undefined {
  // Of a row with more cells than the header nobody knows which is which.
  const isBlank = (cell: string) => !cell.trim();
  const rows = below.filter((row) => !row.every(isBlank) && row.slice(headers.length).every(isBlank));
  const free = headers.map((_, column) => column).filter((column) => !taken.has(column));
  const cellOf = (row: readonly string[], column: number) => row[column]?.trim() ?? '';
  const mostly = (column: number, is: (value: string) => boolean, share = SHARE) =>
    rows.filter((row) => is(cellOf(row, column))).length >= rows.length * share;
  const hasBoth = (column: number) =>
    ['in', 'out'].every((way) => rows.some((row) => wayOf(cellOf(row, column)) === way));
  const flag = free.find(
    (column) => isSentFlag(headers[column] as string) && mostly(column, (value) => parseSentFlag(value) !== undefined),
  );
  if (flag !== undefined) return { column: flag, isSentFlag: true };
  const named = NAMES.direction
    .flatMap((name) => free.filter((column) => headers[column] === name))
    .filter((column) => mostly(column, isWay, hasBoth(column) ? SHARE_OF_BOTH : SHARE));
  if (!rows.length) return named[0] === undefined ? undefined : { column: named[0] };
  // Numbers tell received from sent only where some are sent; in a table of messages received they may all be 1.
  const isTelling = (column: number) => mostly(column, isWord) || rows.some((row) => cellOf(row, column) === '2');
  const column =
    named.find(isTelling) ??
    free.find((each) => mostly(each, isWord)) ??
    named.find((each) => !OF_SORTS.test(headers[each] as string));
  return column === undefined ? undefined : { column };
}

const wayOf = (value: string): string | undefined => {
  const way = parseDirection(value);
  return typeof way === 'object' ? way.direction : way;
};
const isWay = (value: string): boolean => parseDirection(value) !== undefined;
const isWord = (value: string): boolean => isWay(value) && !/^\d/.test(value);
