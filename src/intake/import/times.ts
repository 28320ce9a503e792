const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** 2000-01-01 and 2100-01-01: a number outside is no time of a message. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
/** Day 0 of Excel's calendar of 1900, counted as its days from March 1900 on are. */
const EXCEL_START = Date.UTC(1899, 11, 30);

const NUMBER = /^\d{5,13}(?:\.\d{1,12})?$/;
/** Ten digits that a collector dials from; as seconds since 1970 they would be of 2003 or 2096. */
const TELEPHONE = /^(?:400|800|106)\d{7}$/;
/** A clock that a spreadsheet keeps as part of a day, 0.5 or 6.9E-4. */
const DAY_PART = /^(?:0|0?\.\d+|\d(?:\.\d+)?[eE]-\d+)$/;
const DAY = String.raw`(?<year>20\d{2})(?:[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})|年 ?(?<month2>\d{1,2}) ?月 ?(?<day2>\d{1,2}) ?日?)`;
const WEEKDAY = '(?:,? *[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?)?';
const HALF = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|深夜|半夜';
const CLOCK = String.raw`(?<half>${HALF})? ?(?<hour>\d{1,2})(?:[:：](?<minute>\d{2})(?:[:：](?<second>\d{2})(?:[.,]\d{1,9})?)?|[时点](?<minute2>\d{1,2})分?(?:(?<second2>\d{1,2})秒)?) ?(?<ampm>[AaPp]\.?[Mm]\.?)?`;
const OFFSET = String.raw`(?: ?(?<offset>Z|[+-]\d{2}:?\d{2}))?`;
const WRITTEN = new RegExp(`^${DAY}${WEEKDAY}(?:(?:T| *)${CLOCK}${OFFSET})?$`);
const CLOCK_ALONE = new RegExp(`^${CLOCK}$`);
const COMPACT = /^(20\d{2})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?$/;

/**
 * Reads a time as phones, carriers and spreadsheets in China write it: 「2026-01-03 22:10:05」, 「2026/1/3 22:10」,
 * 「2026年1月3日 晚上10:10」, 20260103221005, seconds or milliseconds since 1970, days of Excel. Without an offset it is
 * China Standard Time. A day before its month (3/1/2026) is not guessed at.
 *
 * @returns ISO 8601 with `+08:00`, to the second; `YYYY-MM-DD` where only a day is named; nothing where it is no time
 */
export function parseTime(value: string): string | undefined {
  const text = value.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const compact = COMPACT.exec(text);
  if (compact) return fromParts(compact.slice(1, 4), compact[4] === undefined ? undefined : compact.slice(4, 7));
  if (NUMBER.test(text)) return TELEPHONE.test(text) ? undefined : fromNumber(Number(text));
  const groups = WRITTEN.exec(text)?.groups;
  if (!groups) return undefined;
  const day = [groups.year, groups.month ?? groups.month2, groups.day ?? groups.day2];
  if (groups.hour === undefined) return fromParts(day);
  const clock = clockOf(groups);
  return clock && fromParts(day, clock, groups.offset);
}

/** The same for a clock in a column of its own, joined to its day. */
export function parseDayAndClock(day: string, clock: string): string | undefined {
  const date = parseTime(day);
  const text = clock.normalize('NFKC').trim();
  const groups = CLOCK_ALONE.exec(text)?.groups;
  const parts = DAY_PART.test(text) ? partsOfDay(Number(text)) : groups && clockOf(groups);
  return date && parts && fromParts(date.slice(0, 10).split('-'), parts);
}

/** Whether a value is written as a clock, though perhaps one that cannot be read, such as 「晚上12:05」. */
export const isClock = (value: string): boolean =>
  DAY_PART.test(value) || /^\D{0,3}\d{1,2}(?:[:：]\d{2}|[时点])/.test(value);

function partsOfDay(part: number): string[] {
  // As fractions they miss the second by a little; the last second of a day must not become the next day.
  const seconds = Math.min(Math.round(part * 86_400), 86_399);
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(String);
}

/** A moment in China Standard Time, to the second. */
export function chinaTime(milliseconds: number): string {
  return `${new Date(milliseconds + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** Milliseconds or, where they would be of 1970, seconds since 1970, as a backup stores them. */
export function fromEpoch(value: string | undefined): string | undefined {
  if (!value || !/^\d{9,14}$/.test(value)) return undefined;
  const number = Number(value);
  const milliseconds = number < 1e11 ? number * 1000 : number;
  return milliseconds >= EARLIEST && milliseconds < LATEST ? chinaTime(milliseconds) : undefined;
}

function fromNumber(value: number): string | undefined {
  if (value >= 1e8) return fromEpoch(String(Math.trunc(value)));
  const milliseconds = Math.round((value * DAY_MS) / 1000) * 1000 + EXCEL_START;
  if (milliseconds < EARLIEST || milliseconds >= LATEST) return undefined;
  const written = new Date(milliseconds).toISOString();
  return Number.isInteger(value) ? written.slice(0, 10) : `${written.slice(0, 19)}+08:00`;
}

type Groups = Record<string, string | undefined>;

/** Hour, minute and second of 24 hours. 「晚上12点」 and 「上午12点」 are written for midnight and for noon: no guess. */
function clockOf({ half, hour, minute, minute2, second, second2, ampm }: Groups): string[] | undefined {
  const written = Number(hour);
  const late = ampm ? /^p/i.test(ampm) : /下午|傍晚|晚上|夜里|深夜|半夜|中午/.test(half ?? '');
  let value = written;
  if (ampm || (half && written <= 12)) {
    if (/晚上|夜里|深夜|半夜|上午|早/.test(half ?? '') && written === 12) return undefined;
    const afterMidnight = /夜里|深夜|半夜/.test(half ?? '') && written < (half === '半夜' ? 9 : 6);
    const beforeNoon = half === '中午' && written > 3 && written < 12;
    if (late && written < 12 && !afterMidnight && !beforeNoon) value = written + 12;
    if (!late && written === 12) value = 0;
  }
  return [String(value), minute ?? minute2 ?? '0', second ?? second2 ?? '0'];
}

function fromParts(
  day: readonly (string | undefined)[],
  clock?: readonly (string | undefined)[],
  offset?: string,
): string | undefined {
  const pad = (value: string | undefined) => (value ?? '0').padStart(2, '0');
  const date = `${day[0]}-${pad(day[1])}-${pad(day[2])}`;
  const start = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== date) return undefined;
  if (!clock) return date;
  const zone = offset ? offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2') : '+08:00';
  const moment = new Date(`${date}T${pad(clock[0])}:${pad(clock[1])}:${pad(clock[2])}${zone}`);
  return Number.isNaN(moment.getTime()) ? undefined : chinaTime(moment.getTime());
}
