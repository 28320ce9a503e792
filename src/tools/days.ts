/** Calendar days as `YYYY-MM-DD`, the way the calculators take and give them. */
import { addDays, addMonths, addYears, differenceInCalendarDays, format, isValid, parseISO } from 'date-fns';

const DAY = /^(19|20)\d{2}-\d{2}-\d{2}$/;
const write = (date: Date): string => format(date, 'yyyy-MM-dd');

/** Whether it is a day of the calendar between 1900 and 2099, written `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (!DAY.test(value)) return false;
  const date = parseISO(value);
  return isValid(date) && write(date) === value;
}

/**
 * Reads a day as people write it: 2024-1-5, 2024/01/05, 2024.1.5, 2024年1月5日, 20240105.
 *
 * @returns `YYYY-MM-DD`, nothing where it is no such day
 */
export function readDay(text: string): string | undefined {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim()) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  if (!parts) return undefined;
  const [, year, month = '', date = ''] = parts;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** Days from one day to another; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number => differenceInCalendarDays(parseISO(to), parseISO(from));

export const plusDays = (day: string, days: number): string => write(addDays(parseISO(day), days));

/** The same date some months on; the last of the month where that month is shorter (31 January → 28 February). */
export const plusMonths = (day: string, months: number): string => write(addMonths(parseISO(day), months));

/** The same date some years on; 28 February where there is no 29th. */
export const plusYears = (day: string, years: number): string => write(addYears(parseISO(day), years));

/**
 * Years from one day to a later one by the calendar: whole months as twelfths, the days left over as parts of 365. Half a
 * year is then 0.5, whatever days its months have.
 */
export function yearsByMonths(from: string, to: string): number {
  const [[year, month], [laterYear, laterMonth]] = [from, to].map((day) => day.split('-').map(Number)) as [Ym, Ym];
  const apart = (laterYear - year) * 12 + laterMonth - month;
  const months = plusMonths(from, apart) > to ? apart - 1 : apart;
  return months / 12 + daysBetween(plusMonths(from, months), to) / 365;
}

type Ym = [year: number, month: number];
