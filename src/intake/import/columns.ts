/** Which column of a table holds what: guessed from the header, or where there is none from the values. */
import { fold, NAMES } from './column-names';
import { byValues } from './column-values';
import { directionColumn } from './direction-column';
import { isClock, parseTime } from './times';
import { isMessageKind, isMessageWay, parseDirection, parseDuration } from './values';

export const FIELDS = ['text', 'at', 'clock', 'sender', 'name', 'direction', 'duration'] as const;
export type Field = (typeof FIELDS)[number];
export type Columns = Readonly<Partial<Record<Field, number>>>;

export interface Mapping {
  readonly kind: 'message' | 'call';
  /** Rows above the first that is taken: titles and the header itself. */
  readonly skipRows: number;
  /**
   * Column of each field, from 0. `clock` is the time of day where `at` holds only the day; `name` is what the phone
   * calls the sender, and stands for him where no number does. Messages need `text`; all others may be absent.
   */
  readonly columns: Columns;
  /** The column of the direction says 1 for what the keeper sent and 0 for the rest. */
  readonly isSentFlag?: boolean;
  /** A row without a readable time is bad; otherwise it is taken without a time and reported. */
  readonly needsTime?: boolean;
}

type Rows = readonly (readonly string[])[];
type Guessed = Mapping | 'no-texts' | 'unsure' | undefined;
type Guess = Pick<Mapping, 'columns' | 'isSentFlag'>;

/** A list of a carrier has its customer's name, number and period above the header. */
const HEADER_WITHIN = 20;
/** Rows by whose values a column is recognised. */
const SAMPLE_ROWS = 50;
/** Under these stands no message: where, what sort, at what price. */
const OF_NO_WORDS = /地|类型|种类|方式|费|套餐|业务|网|状态|序号/;
/** Nobody talks for hours in most calls: such a value is the time of day. */
const HOURS = 3 * 3600;
/** A column with longer values, on average, holds words; shorter ones name a place or a tariff. */
const WORDS_FROM = 20;

/**
 * Guesses what the columns of a table are.
 *
 * @param rows the first rows, titles and header included
 * @returns nothing where no column can be the text or, for calls, the time and the number; `no-texts` for a list of
 *   messages, as carriers give it, without what they say; `unsure` where these may stand in one of several columns
 */
export function guessMapping(rows: Rows): Guessed {
  let best: { readonly row: number; readonly guess: Guess } | undefined;
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const guess = byNames(cells, rows.slice(row + 1, row + 1 + SAMPLE_ROWS));
    if (sizeOf(guess) > (best ? sizeOf(best.guess) : 0)) best = { row, guess };
  }
  const named = best && sizeOf(best.guess) > 1 && mappingOf(best.guess, best.row + 1, rows);
  return named || mappingOf({ columns: byValues(rows.slice(0, SAMPLE_ROWS)) }, 0, rows);
}

const sizeOf = ({ columns }: Guess): number => Object.keys(columns).length;

function mappingOf(guess: Guess, skipRows: number, rows: Rows): Guessed {
  const { columns } = guess;
  const below = rows.slice(skipRows);
  if (columns.text !== undefined) return { kind: 'message', skipRows, ...guess };
  const { at, sender, name, direction, duration } = columns;
  if (at === undefined || (sender ?? name) === undefined) return undefined;
  if (isOfMessages(columns, below)) {
    const taken = new Set(Object.values(columns));
    const text = longestOf(below, taken);
    if (text === undefined) return hasWords(rows[skipRows - 1] ?? [], below, taken) ? 'unsure' : 'no-texts';
    return { kind: 'message', skipRows, ...guess, columns: { ...columns, text } };
  }
  return (duration ?? direction) === undefined ? undefined : { kind: 'call', skipRows, ...guess };
}

/** The values of a column that are not blank. */
const valuesOf = (rows: Rows, column: number): string[] => rows.map((row) => row[column]?.trim() ?? '').filter(Boolean);

const mostly = (values: readonly string[], is: (value: string) => boolean): boolean =>
  values.length > 0 && values.filter(is).length >= values.length * 0.8;

/** Whether its rows are messages by what they say of themselves: calls are not 「接收」, nor called 「短信」. */
function isOfMessages({ direction, duration }: Columns, below: Rows): boolean {
  const rows = below.slice(0, SAMPLE_ROWS);
  if (direction !== undefined && duration === undefined && mostly(valuesOf(rows, direction), isMessageWay)) return true;
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => valuesOf(rows, column)).some((values) =>
    mostly(values, isMessageKind),
  );
}

function longestOf(below: Rows, taken: ReadonlySet<number>): number | undefined {
  const rows = below.slice(0, SAMPLE_ROWS);
  const width = Math.max(0, ...rows.map((row) => row.length));
  const lengths = Array.from({ length: width }, (_, column) => {
    const values = taken.has(column) ? [] : valuesOf(rows, column);
    return { column, length: values.reduce((sum, value) => sum + value.length, 0) / (values.length || 1) };
  });
  const [longest] = lengths.sort((a, b) => b.length - a.length);
  return longest && longest.length >= WORDS_FROM ? longest.column : undefined;
}

/** Whether a column that holds nothing else could hold messages, though short ones. */
function hasWords(header: readonly string[], below: Rows, taken: ReadonlySet<number>): boolean {
  const rows = below.slice(0, SAMPLE_ROWS);
  const isWords = (value: string) => /\p{L}/u.test(value) && !isMessageKind(value) && !parseDirection(value);
  return Array.from({ length: Math.max(0, ...rows.map((row) => row.length)) }, (_, column) => column)
    .filter((column) => !taken.has(column) && !OF_NO_WORDS.test(fold(header[column] ?? '')))
    .some((column) => valuesOf(rows, column).some(isWords));
}

function byNames(cells: readonly string[], below: Rows): Guess {
  const headers = cells.map(fold);
  const columns: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  const take = (field: Field) => {
    for (const name of NAMES[field]) {
      const column = headers.findIndex((header, at) => header === name && !taken.has(at));
      if (column < 0) continue;
      columns[field] = column;
      taken.add(column);
      return;
    }
  };
  // A day and a clock in two columns: 「日期」 is then the day, and 「时间」 the clock.
  const day = headers.findIndex((header) => /^(?:通话|短信)?日期$|^date$/.test(header));
  const isDay = (value: string) => parseTime(value)?.length === 10;
  if (day >= 0 && (!valuesOf(below, day).length || mostly(valuesOf(below, day), isDay))) {
    const clock = NAMES.clock
      .flatMap((name) => headers.flatMap((header, at) => (header === name && at !== day ? at : [])))
      .find((at) => mostly(valuesOf(below, at), isClock) && !isLength(headers, at, valuesOf(below, at)));
    if (clock !== undefined) {
      [columns.at, columns.clock] = [day, clock];
      taken.add(day).add(clock);
    }
  }
  for (const field of ['text', 'duration', 'at', 'sender', 'name'] as const) {
    if (columns[field] === undefined) take(field);
  }
  const direction = directionColumn(headers, below, taken);
  if (direction) columns.direction = direction.column;
  // 「通话时间」 is the beginning of the call where its values are times.
  const { duration, ...others } = columns;
  const found = columns.at !== undefined || duration === undefined ? [] : valuesOf(below, duration);
  const isBeginning = found.length > 0 && found.every((value) => parseTime(value));
  return {
    columns: isBeginning ? { ...others, at: duration as number } : columns,
    ...(direction?.isSentFlag && { isSentFlag: true }),
  };
}

/** 「通话时间」 is how long a call was, unless another column says that, or the values are times of day. */
function isLength(headers: readonly string[], column: number, values: readonly string[]): boolean {
  const isNamed = (header: string) => NAMES.duration.includes(header);
  if (!isNamed(headers[column] as string) || headers.some((header, at) => at !== column && isNamed(header)))
    return false;
  return !mostly(values, (value) => (parseDuration(value) ?? 0) >= HOURS);
}
