import { readTime } from '../../screen/clock';
import { t } from '../i18n';

/** A time of receipt as people read it, in Beijing time: `2026-03-01 22:10`, the day alone, or that it is unknown. */
export function timeInWords(at: string | undefined): string {
  if (!at) return t('entryNoTime');
  const { day, minutes } = readTime(at);
  if (minutes === undefined) return day;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
