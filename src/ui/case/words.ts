import { readable } from '../../case/times';
import type { Content } from '../../case/types';
import { t } from '../i18n';

const two = (value: number) => String(value).padStart(2, '0');

/** The hour of a time, `22:10` in Beijing time; empty where only the day, or nothing, can be read. */
export function clockOf(at: string | undefined): string {
  const minutes = at ? readable(at)?.minutes : undefined;
  return minutes === undefined ? '' : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/**
 * A time of receipt as people read it, in Beijing time: `2026-03-01 22:10`, the day alone, or that it is unknown. What
 * cannot be read stands as it was written: the rest of the case must still be shown.
 */
export function timeInWords(at: string | undefined): string {
  if (!at) return t('entryNoTime');
  const time = readable(at);
  return time ? `${time.day} ${clockOf(at)}`.trim() : at;
}

/** What a line says of a call in place of words. */
export const callWords = ({ call, direction }: Pick<Content, 'call' | 'direction'>): string =>
  [
    t(direction === 'in' ? 'entryCallIn' : 'entryCallOut'),
    t(call ? (call.answered ? 'entryAnswered' : 'entryUnanswered') : 'entryUnrecorded'),
    call?.seconds ? t('entrySeconds', call.seconds) : '',
  ]
    .filter(Boolean)
    .join(' · ');
