import type { Candidate } from './types';

/** China has one time zone and no daylight saving time. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

export class InvalidDateError extends Error {
  override readonly name = 'InvalidDateError';
}

export interface LocalTime {
  /** `YYYY-MM-DD` in China Standard Time. */
  readonly day: string;
  /** Minutes since midnight in China Standard Time; absent where only the day is known. */
  readonly minutes?: number;
}

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Reads a time of receipt.
 *
 * @param value ISO 8601 with offset, or a calendar day; times without offset are refused, because the hour decides
 * @throws InvalidDateError when it is neither, or no real date
 */
export function readTime(value: string): LocalTime {
  if (DAY_ONLY.test(value)) {
    const date = new Date(`${value}T00:00:00Z`);
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) throw new InvalidDateError(value);
    return { day: value };
  }
  const date = WITH_OFFSET.test(value) ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime())) throw new InvalidDateError(value);
  readTime(value.slice(0, 10)); // Date turns 30 February into 2 March; such a day is refused.
  const local = new Date(date.getTime() + CHINA_OFFSET_MS);
  return { day: local.toISOString().slice(0, 10), minutes: local.getUTCHours() * 60 + local.getUTCMinutes() };
}

/**
 * Contact between 22:00 and 8:00: level `verify`, because both texts allow it with the debtor's agreement.
 * Source: GB/T 45251-2025, 5.3; China Banking Association guideline of 2026-01-30.
 */
export function nightContact(time: LocalTime): Candidate | undefined {
  if (time.minutes === undefined) return undefined;
  if (time.minutes >= 8 * 60 && time.minutes < 22 * 60) return undefined;
  return {
    source: 'facts',
    rule: 'night-contact',
    category: 'harassment',
    level: 'verify',
    basis: 'time',
    law: ['zyx-hours', 'gb-hours', 'gy-17'],
    despite: [],
  };
}

/** The calendar day of a moment in China Standard Time, `YYYY-MM-DD`. */
export function chinaDay(moment: Date): string {
  return new Date(moment.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}
