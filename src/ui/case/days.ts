import { addDays, differenceInCalendarDays, format, parseISO } from 'date-fns';
import { type Counts, total } from '../../case/timeline';
import type { DayCount } from './DaysChart';

/** Most bars in one picture; a longer span is shown by weeks. */
export const MOST_BARS = 120;

/**
 * Every period of the span in order, those without contact included, so that the picture shows time as it passed.
 *
 * @param step days of a period: 1, or 7 where `from` is a Monday
 */
export function daysOf(periods: readonly (Counts & { readonly from: string })[], step: 1 | 7 = 1): DayCount[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const found = new Map(periods.map((period) => [period.from, period]));
  const start = parseISO(first.from);
  const count = differenceInCalendarDays(parseISO(last.from), start) / step + 1;
  return Array.from({ length: count }, (_, at) => {
    const day = format(addDays(start, at * step), 'yyyy-MM-dd');
    const period = found.get(day);
    return { day, count: period ? total(period) : 0, night: period?.night ?? 0 };
  });
}
