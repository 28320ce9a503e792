/**
 * Hides other people's numbers and names before something leaves the device.
 *
 * Length and every other character stay: each hidden UTF-16 code unit becomes one `*`, so offsets into the original
 * (spans of findings) fit the masked text too. A quote is masked by cutting it out of the masked whole.
 *
 * Hidden are mobile numbers (first 3 and last 2 digits stay), fixed lines with area code (area code and last 2),
 * identity numbers (first 3 and last 1), bank cards and any other run of 15 or more digits (last 4), also where written
 * with spaces, hyphens, full-width or Chinese digits; and the names listed (first character stays). Not hidden: hotlines
 * (400, 800, 95xxx), senders of text messages (106…), numbers of fewer than 10 digits, sums, dates, addresses.
 */
import { classify, type Digit, digitRuns, type Hidden } from './mask-numbers';

export interface MaskOptions {
  /** Names of people to hide, as written. */
  readonly names?: readonly string[];
  /** Numbers that stay, e.g. those the collectors used; separators and +86 do not matter. */
  readonly keep?: readonly string[];
}

export interface MaskedRange {
  /** UTF-16 offsets; hidden is all between them that is no separator. */
  readonly start: number;
  readonly end: number;
}

export function mask(text: string, options: MaskOptions = {}): string {
  const units = [...text].flatMap((character) => (character.length === 2 ? [character[0], character[1]] : [character]));
  for (const { start, end } of maskedRanges(text, options)) units.fill('*', start, end);
  return units.join('');
}

/** The places that are hidden, by start, without overlaps. */
export function maskedRanges(text: string, { names = [], keep = [] }: MaskOptions): MaskedRange[] {
  const kept = new Set(keep.map(numberKey));
  const numbers = digitRuns(text)
    .flatMap((run) => classify(run))
    .filter(({ digits }) => !kept.size || !kept.has(numberKey(digits.map(({ value }) => value).join(''))))
    .flatMap(hiddenRanges);
  return merge([...numbers, ...nameRanges(text, names)]);
}

/** Digits alone, without the code of the country and the zero of trunk calls. */
function numberKey(number: string): string {
  const digits = digitRuns(number).flatMap((groups) => groups.flat());
  return digits
    .map(({ value }) => value)
    .join('')
    .replace(/^(?:(?:00)?86)?0?(?=[1-9]\d{8,10}$)/, '');
}

function hiddenRanges({ digits, first, last }: Hidden): MaskedRange[] {
  return digits.slice(first, digits.length - last).map(({ start, end }: Digit) => ({ start, end }));
}

function nameRanges(text: string, names: readonly string[]): MaskedRange[] {
  const lower = text.toLowerCase();
  // Lower case may be longer in a few scripts; then only the exact writing is looked for.
  const where = lower.length === text.length ? lower : text;
  return names
    .map((name) => name.trim())
    .filter(Boolean)
    .flatMap((name) => {
      const sought = where === lower ? name.toLowerCase() : name;
      const head = [...name].length > 1 ? ([...name][0] as string).length : 0;
      const found: MaskedRange[] = [];
      for (let at = where.indexOf(sought); at >= 0; at = where.indexOf(sought, at + sought.length)) {
        found.push({ start: at + head, end: at + sought.length });
      }
      return found;
    });
}

function merge(ranges: readonly MaskedRange[]): MaskedRange[] {
  const merged: MaskedRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else merged.push(range);
  }
  return merged;
}
