/** What the learned reader says about the present text: it comes a moment after the rules. */
import { effect, signal } from '@preact/signals';
import { type ReaderClient, startReader } from '../../reader/client';
import { toCandidates } from '../../reader/propose';
import { MESSAGE_LIMIT } from '../../screen';
import type { Candidate } from '../../screen/types';
import { draft } from './draft';
import { screener } from './screener';

/** The reader's proposals and the text they belong to. */
export const reading = signal<{ text: string; proposed: readonly Candidate[] } | undefined>(undefined);

/** Whether the reader is still at work on the present text. */
export const isReading = signal(false);

/** Follows the draft from now on. */
export function keepReading(reader: ReaderClient = startReader()): void {
  effect(() => {
    const { text } = draft.value;
    isReading.value = text.length > 0 && text.length <= MESSAGE_LIMIT && reading.peek()?.text !== text;
    if (!isReading.peek()) return;
    reader.read(screener.canonicalText(text)).then((spans) => {
      if (draft.peek().text !== text) return;
      if (spans) reading.value = { text, proposed: toCandidates(spans) };
      isReading.value = false;
    });
  });
}
