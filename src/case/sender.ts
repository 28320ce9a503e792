/** What stands between the digits of a written number. */
const NUMBER = /^(?:tel:|sms:)?\+?[\d\s\-()‑–—.]{3,40}$/u;
const FILLING = /[^\d+]/gu;
/** Values by which phones and tables say that there is no number: withheld, unknown, payphone. */
const NOBODY = new Set([
  '',
  'null',
  'undefined',
  'unknown',
  '(unknown)',
  'n/a',
  '-',
  '-1',
  '-2',
  '-3',
  '未知',
  '未知号码',
]);

/**
 * One way of writing a sender, by which messages are grouped and recognised.
 *
 * A number loses blanks, hyphens and the country code of China (`+86`, `0086`, and `86` before a mobile number); the
 * digits behind 106… or 95… stay, because they name the firm that rents the port. A name loses only the blanks around it.
 *
 * @returns nothing where nobody is named
 */
export function normalizeSender(sender: string | undefined): string | undefined {
  const plain = (sender ?? '').normalize('NFKC').trim();
  if (NOBODY.has(plain.toLowerCase())) return undefined;
  if (!NUMBER.test(plain)) return plain.replace(/\s+/gu, ' ');
  const digits = plain.replace(FILLING, '');
  return digits.replace(/^(?:\+|00)86(?=\d{3})|^86(?=1\d{10}$)/u, '') || plain;
}
