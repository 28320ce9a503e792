import type { Content } from '../../case/types';
import { readTime } from '../../screen/clock';
import { t } from '../i18n';

const two = (value: number) => String(value).padStart(2, '0');

/** The hour of a time, `22:10` in Beijing time; empty where only the day, or nothing, is known. */
export function clockOf(at: string | undefined): string {
  const minutes = at ? readTime(at).minutes : undefined;
  return minutes === undefined ? '' : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** A time of receipt as people read it, in Beijing time: `2026-03-01 22:10`, the day alone, or that it is unknown. */
export function timeInWords(at: string | undefined): string {
  return at ? `${readTime(at).day} ${clockOf(at)}`.trim() : t('entryNoTime');
}

/** What a line says of a call in place of words. */
export const callWords = ({ call, direction }: Pick<Content, 'call' | 'direction'>): string =>
  [
    t(direction === 'in' ? 'entryCallIn' : 'entryCallOut'),
    t(call?.answered ? 'entryAnswered' : 'entryUnanswered'),
    call?.seconds ? t('entrySeconds', call.seconds) : '',
  ]
    .filter(Boolean)
    .join(' · ');
