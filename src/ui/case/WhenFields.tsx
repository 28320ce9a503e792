import type { Signal } from '@preact/signals';
import { chinaDay } from '../../screen/clock';
import { t } from '../i18n';

interface Props {
  /** `YYYY-MM-DD` or empty. */
  readonly day: Signal<string>;
  /** `HH:MM`, China Standard Time, or empty. */
  readonly time: Signal<string>;
  readonly dayLabel: string;
  readonly timeLabel: string;
}

/** Whether a day is yet to come in China: nothing can have been received then. */
export const isFuture = (day: string): boolean => day > chinaDay(new Date());

/** Day and time of receipt as it is kept: ISO 8601 with offset, or the day alone. */
export const atOf = (day: string, time: string): string => (time ? `${day}T${time}:00+08:00` : day);

/** When something was received or sent; a day to come is refused in words. */
export function WhenFields({ day, time, dayLabel, timeLabel }: Props) {
  return (
    <>
      <label>
        <span>{dayLabel}</span>
        <input type="date" value={day.value} onInput={(event) => (day.value = event.currentTarget.value)} />
      </label>
      <label>
        <span>{timeLabel}</span>
        <input type="time" value={time.value} onInput={(event) => (time.value = event.currentTarget.value)} />
      </label>
      {isFuture(day.value) && <p class="error wide">{t('errorFuture')}</p>}
    </>
  );
}
