/** What the learned reader says about the present text: it comes a moment after the rules. */
import { computed, effect, signal } from '@preact/signals';
import { PATIENCE_MS } from '../../check/checker';
import { screener } from '../../check/screener';
import { type ReaderClient, startReader } from '../../reader/client';
import { MESSAGE_LIMIT } from '../../screen';
import type { OpinionOrFailure } from '../../screen/types';
import { draft } from './draft';

/** What the reader says, or that it failed, and the text this is about. */
export const reading = signal<{ text: string; opinion: OpinionOrFailure } | undefined>(undefined);

/** Whether the reader is still at work on the present text. */
export const isReading = signal(false);

/** A verdict waits for the reader a short time; then the rules speak first. */
export const isPatient = signal(true);

/** Alone, so that a change of the details does not start the reading again. */
const draftText = computed(() => draft.value.text);

/** Follows the draft from now on. */
export function keepReading(reader: ReaderClient = startReader()): void {
  let asked = 0;
  effect(() => {
    const mine = ++asked;
    const text = draftText.value;
    const before = reading.peek();
    const isRead = before?.text === text && before.opinion !== 'failed';
    const toRead = text.length > 0 && text.length <= MESSAGE_LIMIT && !isRead ? screener.textToRead(text) : undefined;
    isReading.value = toRead !== undefined;
    if (toRead === undefined) return;
    isPatient.value = true;
    setTimeout(() => {
      if (mine === asked) isPatient.value = false;
    }, PATIENCE_MS);
    reader.read(toRead).then((opinion) => {
      // An answer to what was typed over says nothing, even where the same words are typed again.
      if (mine !== asked) return;
      if (opinion) reading.value = { text, opinion };
      isReading.value = false;
    });
  });
}
