import type { Field } from './columns';
import { parseTime } from './times';
import { parseDirection, parseDuration } from './values';

const isNumber = (value: string): boolean => /^\d+(?:\.\d+)?$/.test(value);

/** How many cells most rows have; of two the fewer, because a delimiter among the words adds cells. */
export function commonWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    if (row.some((cell) => cell.trim())) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  }
  return [...counts].sort(([a, often], [b, oftener]) => oftener - often || a - b)[0]?.[0] ?? 0;
}

/** Without a header: times, numbers, directions and lengths are known by their form; the longest other column is the text. */
export function byValues(all: readonly (readonly string[])[]): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {};
  const width = commonWidth(all);
  const rows = all.filter((row) => row.length === width);
  const filled = Array.from({ length: width }, (_, column) =>
    rows.map((row) => row[column]?.trim() ?? '').filter(Boolean),
  );
  const mostly = (values: readonly string[], is: (value: string) => boolean) =>
    values.length > 0 && values.filter(is).length > values.length * 0.8;
  const isTime = (value: string) => parseTime(value) !== undefined;
  // A time that is written as one is surer than a number that could be one, or a telephone number.
  const written = filled.findIndex((values) => mostly(values, (value) => isTime(value) && !isNumber(value)));
  const at = written >= 0 ? written : filled.findIndex((values) => mostly(values, isTime));
  if (at >= 0) columns.at = at;
  const rest: { column: number; length: number }[] = [];
  for (const [column, values] of filled.entries()) {
    const length = values.reduce((sum, value) => sum + value.length, 0) / (values.length || 1);
    if (column === at) continue;
    if (columns.sender === undefined && mostly(values, (value) => /^\+?[\d -]{5,25}$/.test(value)))
      columns.sender = column;
    else if (columns.direction === undefined && !isCounting(values) && mostly(values, isWay))
      columns.direction = column;
    else if (columns.duration === undefined && mostly(values, (value) => parseDuration(value) !== undefined))
      columns.duration = column;
    else if (length) rest.push({ column, length });
  }
  const text = rest.sort((a, b) => b.length - a.length)[0];
  // A name is short; without a longer column this is a list of calls.
  if (text && text.length > 6) columns.text = text.column;
  const name = rest.find(({ column }) => column !== columns.text);
  if (columns.sender === undefined && name) columns.name = name.column;
  return columns;
}

const isWay = (value: string): boolean => parseDirection(value) !== undefined;

/** 1, 2, 3 … or the same number everywhere says nothing of a direction. */
const isCounting = (values: readonly string[]): boolean =>
  values.every((value, at) => value === String(at + 1)) || (isNumber(values[0] ?? '') && new Set(values).size === 1);
