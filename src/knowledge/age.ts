/** How old a record of the knowledge is. Law and channels change; what was not looked at for long is shown as such. */
import { addMonths, format, parseISO } from 'date-fns';

/** After this many months a record "may have changed". */
export const MONTHS_TRUSTED = 12;

/**
 * Whether a record may have changed since it was last checked: more than twelve months lie between.
 *
 * @param checked the day it was last compared with its source, `YYYY-MM-DD`
 * @param today the day it is shown, `YYYY-MM-DD`
 */
export function mayHaveChanged(checked: string, today: string): boolean {
  return format(addMonths(parseISO(checked), MONTHS_TRUSTED), 'yyyy-MM-dd') < today;
}
