/** The workspace's text as several messages: whether it is cut, and the check of each part. */
import { batch, computed, effect, signal } from '@preact/signals';
import { checkMessage } from '../../check/checker';
import { SELECTION_LIMIT } from '../../intake/selection';
import { splitMessages } from '../../intake/split';
import { type ReaderClient, startReader } from '../../reader/client';
import { MESSAGE_LIMIT } from '../../screen/limits';
import type { OpinionOrFailure, SecondOpinion } from '../../screen/types';
import { toMessage } from '../check/check';
import { draft } from '../check/draft';
import { createChecks } from '../parts/checks';

/** Most UTF-16 code units in the workspace's box. */
export const WORKSPACE_LIMIT = SELECTION_LIMIT;

const draftText = computed(() => draft.value.text);
export const split = computed(() => splitMessages(draftText.value.slice(0, WORKSPACE_LIMIT)));

/** What the user chose for this text; undefined: as the text itself shows. */
export const choice = signal<boolean | undefined>(undefined);
export const canJoin = computed(() => draftText.value.length <= MESSAGE_LIMIT);
export const separately = computed(() => {
  const { parts, certain } = split.value;
  if (draftText.value.length > WORKSPACE_LIMIT) return false;
  // Of a text that is too long only by blanks, one part is left.
  return canJoin.value ? parts.length > 1 && (choice.value ?? certain) : parts.length > 0;
});

let reader: ReaderClient | undefined;
/** What the reader said about texts of this page, so that a changed detail does not start the reading again. */
const opinions = new Map<string, SecondOpinion>();

async function read(text: string): Promise<OpinionOrFailure | undefined> {
  reader ??= startReader();
  const opinion = opinions.get(text) ?? (await reader.read(text));
  if (opinion && opinion !== 'failed') opinions.set(text, opinion);
  return opinion;
}

export const checks = createChecks(({ text, sender }, early, given) =>
  checkMessage({ ...toMessage(draft.peek(), text), ...(sender && { sender }) }, read, given, early),
);

/** Follows text and details from now on. */
export function keepChecking(): void {
  effect(() => {
    void draftText.value;
    batch(() => {
      choice.value = undefined;
      opinions.clear();
    });
  });
  effect(() => {
    // Every detail changes every result.
    void draft.value;
    if (separately.value) void checks.start(split.value.parts);
    else checks.stop();
  });
}
