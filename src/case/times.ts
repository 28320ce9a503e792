/** Times of what is kept: what can be read of them, and what may be built on them. */
import { type LocalTime, readTime } from '../screen/clock';
import { CaseError } from './errors';
import type { Content } from './types';

/** No record of the kind kept here is older, and none is as late as {@link END}: such a year was mistyped. */
export const FIRST_DAY = '2000-01-01';
const END = '2100-01-01';

/** A time in China Standard Time; nothing where it cannot be read. */
export function readable(at: string): LocalTime | undefined {
  try {
    return readTime(at);
  } catch {
    return undefined;
  }
}

/** The same, and nothing where its year cannot be meant: no figure and no draft may rest on it. */
export function plausible(at: string | undefined): LocalTime | undefined {
  const time = at === undefined ? undefined : readable(at);
  return time && time.day >= FIRST_DAY && time.day < END ? time : undefined;
}

/** Milliseconds since 1970, of a day alone its midnight in China; infinite, and so last, where no time is known. */
export function instantOf(at: string | undefined): number {
  const time = plausible(at);
  if (!at || !time) return Number.POSITIVE_INFINITY;
  return Date.parse(time.minutes === undefined ? `${time.day}T00:00:00+08:00` : at);
}

/** @throws CaseError bad-time for a time that cannot be read: whatever shows or counts the entry would fail on it */
export function admitTime({ at }: Pick<Content, 'at'>): void {
  if (at !== undefined && !readable(at)) throw new CaseError('bad-time');
}
