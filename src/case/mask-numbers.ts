/** Finds numbers that belong to a person, in one pass over the text. */
export interface Digit {
  /** `0`–`9`, or `x` as the last of an identity number. */
  readonly value: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** A number to hide but for so many digits at either end. */
export interface Hidden {
  readonly digits: readonly Digit[];
  readonly first: number;
  readonly last: number;
}

/** Digits that stand together; the groups of a run are parted by single spaces, hyphens or dots. */
export type Run = readonly (readonly Digit[])[];

const CHINESE: ReadonlyMap<string, string> = new Map([
  ...['零一二三四五六七八九', '〇壹贰叁肆伍陆柒捌玖'].flatMap((digits) =>
    [...digits].map((character, value): [string, string] => [character, String(value)]),
  ),
  ['幺', '1'],
  ['两', '2'],
]);
const SEPARATORS = /[\s\-–—‑－.·•()（）\u200b-\u200f\u2060\ufeff]/;

function digitOf(character: string): string | undefined {
  // Most characters are neither digits nor anything that folds to one.
  if (character < '\u0080') return character >= '0' && character <= '9' ? character : undefined;
  const known = CHINESE.get(character);
  if (known || (character >= '\u3400' && character <= '\u9fff')) return known;
  const folded = character.normalize('NFKC');
  return /^\d$/.test(folded) ? folded : undefined;
}

export function digitRuns(text: string): Run[] {
  const runs: Digit[][][] = [];
  let at = 0;
  let lastDigit = -1;
  let apart = 0;
  for (const character of text) {
    const digit = { start: at, end: at + character.length };
    at = digit.end;
    const value = digitOf(character);
    const group = runs.at(-1)?.at(-1);
    if (value !== undefined) {
      const whole = { ...digit, value };
      if (group && lastDigit === digit.start) group.push(whole);
      else if (group && lastDigit >= 0 && apart <= 2) runs.at(-1)?.push([whole]);
      else runs.push([[whole]]);
      lastDigit = digit.end;
      apart = 0;
    } else if (group && /^[xXｘＸ]$/.test(character) && lastDigit >= 0 && apart <= 1 && closesId(runs.at(-1))) {
      group.push({ ...digit, value: 'x' });
      lastDigit = -1;
    } else if (SEPARATORS.test(character)) apart++;
    else lastDigit = -1;
  }
  return runs;
}

/** Whether 17 digits that may be an identity number stand before an `x`. */
function closesId(run: Run | undefined): boolean {
  const digits = run?.flat() ?? [];
  return digits.length >= 17 && isDate(joined(digits.slice(-17)).slice(6, 14));
}

/** What of a run is to be hidden. */
export function classify(run: Run): Hidden[] {
  const found: Hidden[] = [];
  for (let at = 0; at < run.length; ) {
    const taken = longest(run, at);
    if (taken) found.push(taken.hidden);
    at += taken?.groups ?? 1;
  }
  return found;
}

/** Fewer digits are nobody's number, more in several groups are several numbers. */
const [FEWEST, MOST] = [10, 22];

/** The most groups from one on that together are a number; several must prove it better than one. */
function longest(run: Run, at: number): { hidden: Hidden; groups: number } | undefined {
  const written: string[] = [];
  let found: (Ends & { groups: number }) | undefined;
  for (let groups = 1; at + groups <= run.length; groups++) {
    written.push(joined(run[at + groups - 1] as readonly Digit[]));
    const { length } = written.join('');
    if (groups > 1 && length > MOST) break;
    const ends = length < FEWEST ? undefined : endsOf(written);
    if (ends) found = { ...ends, groups };
  }
  if (!found) return undefined;
  const { groups, first, last } = found;
  return { hidden: { digits: run.slice(at, at + groups).flat(), first, last }, groups };
}

type Ends = Pick<Hidden, 'first' | 'last'>;

const joined = (digits: readonly Digit[]): string => digits.map(({ value }) => value).join('');

/**
 * A fixed line behind the code of the country: there its area code has no zero, and so looks like the beginning of any
 * number. It is told by its groups; 400, 800, 95… and 96… are nobody's own.
 */
const FROM_ABROAD = /^(?:00)?86 ?0? ?(?:10|2\d|(?!400|800|95[^1-5]|96)[3-9]\d\d) ?(?=\d{3,4} ?\d{4}$)/;

/** @param groups digits that stand together, each */
function endsOf(groups: readonly string[]): Ends | undefined {
  const number = groups.join('');
  const together = groups.length === 1;
  const code = /^(?:(?:00)?86|0)(?=1[3-9]\d{9}$)/.exec(number)?.[0].length ?? 0;
  if (/^1[3-9]\d{9}$/.test(number.slice(code))) return { first: code + 3, last: 2 };
  if (/^0(?:10|2\d)\d{7,8}$/.test(number)) return { first: 3, last: 2 };
  if (/^0[3-9]\d{9,10}$/.test(number)) return { first: 4, last: 2 };
  const abroad = FROM_ABROAD.exec(groups.join(' '));
  if (abroad) return { first: abroad[0].replaceAll(' ', '').length, last: 2 };
  // Senders of text messages by companies.
  if (/^106\d+$/.test(number)) return undefined;
  if (/^\d{17}[\dx]$/.test(number) && isDate(number.slice(6, 14))) return { first: 3, last: 1 };
  if (/^\d{15}$/.test(number) && isDate(`19${number.slice(6, 12)}`)) return { first: 3, last: 1 };
  const likeCard = number.length <= 19 && (/^62/.test(number) || isCard(number));
  if (/^\d{15,}$/.test(number) && (together || likeCard)) {
    return { first: 0, last: 4 };
  }
  return undefined;
}

/** `YYYYMMDD` of somebody who may be alive. */
function isDate(digits: string): boolean {
  return /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);
}

/** Luhn's check digit; from 16 digits up, as cards have them. */
function isCard(number: string): boolean {
  if (number.length < 16) return false;
  const sum = [...number].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
