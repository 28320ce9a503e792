import { computed, effect, signal } from '@preact/signals';
import { knowledge, tables } from '../../knowledge';
import type { Lender, Role, Urgency } from '../../knowledge/vocabulary';
import { createScreener, InvalidDateError, MESSAGE_LIMIT, type Message, readTime, type Screening } from '../../screen';
import { chinaDay } from '../../screen/clock';
import { t } from '../i18n';

/** Most characters (UTF-16 code units) of a sender's number or name. */
export const SENDER_LIMIT = 100;

/** Everything the user has typed, exactly as typed: nothing is lost because it is not valid yet. */
export interface Draft {
  readonly text: string;
  /** `YYYY-MM-DD` or empty. */
  readonly day: string;
  /** `HH:MM`, China Standard Time, or empty. */
  readonly time: string;
  readonly sender: string;
  readonly lender: Lender;
  readonly role: Role;
  readonly urgency: Urgency;
}

export interface DraftStore {
  load(): Promise<Draft | undefined>;
  save(draft: Draft): Promise<void>;
  clear(): Promise<void>;
}

export const EMPTY_DRAFT: Draft = {
  text: '',
  day: '',
  time: '',
  sender: '',
  lender: 'unknown',
  role: 'unsure',
  urgency: 'none',
};

export const draft = signal<Draft>(EMPTY_DRAFT);
/** The browser reports a half-typed date as an empty value; the field says so here. */
export const dayIncomplete = signal(false);
export const storageFailed = signal(false);

const screener = createScreener(knowledge, tables);

export type Check =
  | { readonly kind: 'empty' }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'done'; readonly message: Message; readonly screening: Screening };

/** What is wrong beside the text; each entry says what to do. The check goes on without the wrong part. */
export const fieldErrors = computed(() => {
  const { day, time, sender } = draft.value;
  const today = chinaDay(new Date());
  const errors: { day?: string; sender?: string } = {};
  if (dayIncomplete.value || (day && !isDay(day))) errors.day = t('errorDate');
  else if (day > today) errors.day = t('errorFuture');
  else if (time && !day) errors.day = t('errorTimeAlone');
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

function toMessage({ text, day, time, sender, lender, role, urgency }: Draft): Message {
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

/** The check of the present draft: it follows every keystroke, because screening a message takes about a millisecond. */
export const check = computed<Check>(() => {
  const { text } = draft.value;
  if (!text) return { kind: 'empty' };
  if (text.length > MESSAGE_LIMIT) return { kind: 'error', error: t('errorTooLong', text.length, MESSAGE_LIMIT) };
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'error', error: t('nothingToRead') };
  try {
    const message = toMessage(draft.value);
    return { kind: 'done', message, screening: screener.screen(message, chinaDay(new Date())) };
  } catch (error) {
    return { kind: 'error', error: t('errorUnexpected', error instanceof Error ? error.name : String(error)) };
  }
});

/**
 * Loads the stored draft and keeps it up to date from then on.
 *
 * @returns erases draft and store
 */
export async function keepDraft(store: DraftStore): Promise<() => Promise<void>> {
  try {
    draft.value = { ...EMPTY_DRAFT, ...(await store.load()) };
  } catch {
    storageFailed.value = true;
  }
  effect(() => {
    store.save(draft.value).catch(() => {
      storageFailed.value = true;
    });
  });
  return async () => {
    draft.value = EMPTY_DRAFT;
    await store.clear();
  };
}
