import type { NumberMeaning } from '../knowledge/guide-schema';

/**
 * What the first digits of a sender's number say about it. They never say who really sent the message.
 *
 * @param sender number or name as the user gave it
 * @returns nothing for a name, or for a number that the table does not know
 */
export function numberMeaning(sender: string, table: readonly NumberMeaning[]): NumberMeaning['means'] | undefined {
  const digits = sender
    .normalize('NFKC')
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86|^86(?=1[3-9]\d{9}$)/, '')
    // Offices that are reached by an area code show with it.
    .replace(/^0\d{2,3}(?=(?:12368|96110)$)/, '');
  if (!/^\d{3,20}$/.test(digits)) return undefined;
  let best = 0;
  let means: NumberMeaning['means'] | undefined;
  for (const line of table) {
    if (line.digits !== undefined && line.digits !== digits.length) continue;
    for (const start of line.starts) {
      if (start.length > best && digits.startsWith(start)) [best, means] = [start.length, line.means];
    }
  }
  return means;
}
