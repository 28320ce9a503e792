/** How old a record of the knowledge is. Law and channels change; what was not looked at for long is shown as such. */

/**
 * Whether a record may have changed since it was last checked: more than twelve months lie between. Twelve months after
 * a day is the same date of the next year; after 29 February it is 28 February.
 *
 * @param checked the day it was last compared with its source, `YYYY-MM-DD`
 * @param today the day it is shown, `YYYY-MM-DD`
 */
export function mayHaveChanged(checked: string, today: string): boolean {
  const [year = '', ...date] = checked.split('-');
  // 29 February of a common year sorts right between the days that exist.
  return [Number(year) + 1, ...date].join('-') < today;
}
