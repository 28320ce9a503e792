import { computed } from '@preact/signals';
import { screener } from '../../check/screener';
import { WORDS } from '../../intake/split';
import { knowledge } from '../../knowledge';
import { InvalidDateError, MESSAGE_LIMIT, type Message, readTime } from '../../screen';
import { chinaDay } from '../../screen/clock';
import { type Explanation, explain } from '../../screen/explain';
import { t } from '../i18n';
import { type Draft, dayIncomplete, draft, timeIncomplete } from './draft';
import { isPatient, isReading, reading } from './reading';

/** Most characters (UTF-16 code units) of a sender's number or name. */
export const SENDER_LIMIT = 100;

export type Check =
  | { readonly kind: 'empty' }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'done'; readonly explanation: Explanation };

/** What is wrong beside the text; each entry says what to do. The check goes on without the wrong part. */
export const fieldErrors = computed(() => {
  const { day, time, sender } = draft.value;
  const today = chinaDay(new Date());
  const errors: { day?: string; time?: string; sender?: string } = {};
  if (dayIncomplete.value || (day && !isDay(day))) errors.day = t('errorDate');
  else if (day > today) errors.day = t('errorFuture');
  else if (time && !day) errors.day = t('errorTimeAlone');
  if (timeIncomplete.value) errors.time = t('errorTime');
  if (sender.length > SENDER_LIMIT) errors.sender = t('errorSender', SENDER_LIMIT, sender.length);
  return errors;
});

function isDay(value: string): boolean {
  try {
    readTime(value);
    return true;
  } catch (error) {
    if (error instanceof InvalidDateError) return false;
    throw error;
  }
}

/** A message with the details of the draft, as far as they are usable. */
export function toMessage({ day, time, sender, lender, role, urgency }: Draft, text: string): Message {
  const usableDay = day && !fieldErrors.value.day ? day : '';
  return {
    text,
    lender,
    role,
    urgency,
    ...(usableDay && { receivedAt: time ? `${usableDay}T${time}:00+08:00` : usableDay }),
    ...(sender && !fieldErrors.value.sender && { sender }),
  };
}

/** The check of the present draft with what is known by now: screening by rules takes about a millisecond. */
const present = computed<Check>(() => {
  const { text } = draft.value;
  if (!text) return { kind: 'empty' };
  if (!WORDS.test(text)) return { kind: 'error', error: t('nothingToRead') };
  if (text.length > MESSAGE_LIMIT) return { kind: 'error', error: t('errorTooLong', text.length, MESSAGE_LIMIT) };
  try {
    const message = toMessage(draft.value, text);
    const screening = screener.screen(message, chinaDay(new Date()), opinionOn(text));
    return { kind: 'done', explanation: explain(message, screening, knowledge) };
  } catch (error) {
    return { kind: 'error', error: t('errorUnexpected', error instanceof Error ? error.name : String(error)) };
  }
});

let shown: Check = { kind: 'empty' };

/**
 * What the page shows. It follows every keystroke; while the reader is at work on a text, and for a short time only,
 * the result before it stays.
 */
export const check = computed<Check>(() => {
  const waits = isReading.value && isPatient.value && present.value.kind === 'done';
  if (!waits) shown = present.value;
  return shown;
});

/** What the reader says, once it has read this text. */
function opinionOn(text: string) {
  return reading.value?.text === text ? reading.value.opinion : undefined;
}
