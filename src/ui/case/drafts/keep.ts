/** Keeps the draft with its case while it is written, encrypted where the case is. */
import { effect, signal } from '@preact/signals';
import type { KeptDraft } from '../../../case/drafts';
import type { Entry } from '../../../case/types';
import { failure, type OpenCase, openCase, store } from '../cases';
import { errorText } from '../errors';
import { fileOf, loaded, type Work, work } from './work';

/** Typing rests so long before it is saved, in milliseconds. */
const REST = 400;

/** The draft as it lies in the store; another one is not saved yet. */
export const kept = signal<Work | undefined>(undefined);

const toKeep = ({ caseId: _caseId, confirmed: _confirmed, chosen, ...draft }: Work): KeptDraft => ({
  ...draft,
  chosen: [...chosen],
});

/** Reads the kept draft of a case into the page, with the entries it quotes. What was confirmed must be confirmed again. */
export async function takeUp(held: OpenCase): Promise<void> {
  const caseId = held.details.id;
  if (work.value?.caseId === caseId) return;
  try {
    const cases = await store();
    const draft = await cases.draft(caseId);
    if (!draft || !fileOf(draft.channel)) return;
    const there = new Set(held.entries.map(({ id }) => id));
    const chosen = draft.chosen.filter(([id]) => there.has(id));
    const entries: [string, Entry][] = [];
    for (const [id] of chosen) entries.push([id, await cases.entry(caseId, id)]);
    loaded.value = new Map(entries);
    work.value = { ...draft, chosen: new Map(chosen), caseId, confirmed: false };
    kept.value = work.value;
  } catch (error) {
    failure.value = errorText(error);
  }
}

/**
 * Saves the draft whenever it has changed, until the returned function is called. When the case is locked nothing of it
 * stays in the page.
 */
export function keepDraft(): () => void {
  const stop = effect(() => {
    const present = work.value;
    if (!openCase.value) {
      work.value = undefined;
      loaded.value = new Map();
      return;
    }
    if (!present || present === kept.peek()) return;
    const timer = setTimeout(() => void save(present), REST);
    return () => clearTimeout(timer);
  });
  return () => {
    stop();
    const last = work.peek();
    if (last && last !== kept.peek() && openCase.peek()) void save(last);
  };
}

async function save(present: Work): Promise<void> {
  try {
    await (await store()).putDraft(present.caseId, toKeep(present));
    kept.value = present;
  } catch (error) {
    failure.value = errorText(error);
  }
}
