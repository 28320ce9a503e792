import type { TargetedEvent } from 'preact';
import { useId } from 'preact/hooks';
import { FIRST_DAY, plausible } from '../../case/times';
import { chinaDay } from '../../screen/clock';
import { type TextKey, t } from '../i18n';
import type { Box } from './typed';

/** When something was received or sent, as it is typed. */
export interface When {
  /** `YYYY-MM-DD` or empty. */
  readonly day: Box<string>;
  /** `HH:MM`, China Standard Time, or empty. */
  readonly time: Box<string>;
  /** The browser reports what is half typed as an empty value; the fields say so here. */
  readonly isDayHalf: Box<boolean>;
  readonly isTimeHalf: Box<boolean>;
}

/** The same, empty, as fields of a form whose words are kept (`typed.ts`). */
export const NO_WHEN = { day: '', time: '', isDayHalf: false, isTimeHalf: false };

/** Why it cannot be kept; nothing where it can, or where nothing is typed. */
export function whenError({ day, isDayHalf, isTimeHalf }: When): TextKey | undefined {
  // Nothing can have been received on a day that is yet to come in China.
  if (day.value > chinaDay(new Date())) return 'errorFuture';
  const isWrong = day.value !== '' && !plausible(day.value);
  return isWrong || isDayHalf.value || (day.value && isTimeHalf.value) ? 'whenWrong' : undefined;
}

/** Day and time as they are kept: ISO 8601 with offset, or the day alone; empty without a day. */
export function atOf({ day, time }: Pick<When, 'day' | 'time'>): string {
  return day.value && time.value ? `${day.value}T${time.value}:00+08:00` : day.value;
}

interface Props {
  readonly when: When;
  readonly dayLabel: string;
  readonly timeLabel: string;
}

/** The fields for it, and in words why it cannot be kept. */
export function WhenFields({ when, dayLabel, timeLabel }: Props) {
  const id = useId();
  const error = whenError(when);
  const common = { 'aria-invalid': error !== undefined, 'aria-describedby': id };
  return (
    <>
      <label>
        <span>{dayLabel}</span>
        <input
          type="date"
          // Bounds also keep the year to four digits, so that typing goes on to the month by itself.
          min={FIRST_DAY}
          max={chinaDay(new Date())}
          value={when.day.value}
          {...common}
          {...typed(when.day, when.isDayHalf)}
        />
      </label>
      <label>
        <span>{timeLabel}</span>
        <input
          type="time"
          disabled={!when.day.value}
          value={when.time.value}
          {...common}
          {...typed(when.time, when.isTimeHalf)}
        />
      </label>
      <p id={id} class="error" role="alert">
        {error && t(error)}
      </p>
    </>
  );
}

type Typing = TargetedEvent<HTMLInputElement>;

/** A field is judged as half typed when it is left, not while it is typed. */
const typed = (value: Box<string>, isHalf: Box<boolean>) => ({
  onInput({ currentTarget }: Typing) {
    isHalf.value = false;
    value.value = currentTarget.value;
  },
  onBlur({ currentTarget }: Typing) {
    isHalf.value = currentTarget.validity.badInput;
  },
});
