/** Keeps the draft with its case while it is written, encrypted where the case is. */
import { effect, signal, untracked } from '@preact/signals';
import type { KeptDraft } from '../../../case/drafts';
import type { Entry } from '../../../case/types';
import { failure, isShown, type OpenCase, openCase, store } from '../cases';
import { errorText } from '../errors';
import { change, choose, fileOf, loaded, stateOf, textOf, type Work, work } from './work';

/** Typing rests so long before it is saved, in milliseconds. */
const REST = 400;

/** The draft as it lies in the store; another one is not saved yet. */
export const kept = signal<Work | undefined>(undefined);

const toKeep = ({ caseId: _caseId, confirmed: _confirmed, chosen, ...draft }: Work): KeptDraft => ({
  ...draft,
  chosen: [...chosen],
});

/**
 * Reads the kept draft of a case into the page, with the entries it quotes. What was confirmed must be confirmed again.
 * Until this has ended no draft may be begun: it would be stored in the place of the one that is being read.
 */
export async function takeUp(held: OpenCase): Promise<void> {
  const caseId = held.details.id;
  if (work.value?.caseId === caseId) return;
  try {
    const draft = await (await store()).draft(caseId);
    if (!draft || !fileOf(draft.channel)) return;
    const there = new Set(held.entries.map(({ id }) => id));
    const chosen = draft.chosen.filter(([id]) => there.has(id));
    const entries = await readAll(
      caseId,
      chosen.map(([id]) => id),
    );
    // Meanwhile it may have been locked, another case opened, or a draft of this one begun or taken up.
    if (!isShown(caseId) || work.peek()?.caseId === caseId) return;
    loaded.value = new Map(entries.map((entry) => [entry.id, entry]));
    work.value = { ...draft, chosen: new Map(chosen), quoted: draft.quoted ?? [], caseId, confirmed: false };
    kept.value = work.value;
  } catch (error) {
    if (isShown(caseId)) failure.value = errorText(error);
  }
}

/** Reads entries of one case and takes them into its draft, all at once; says why where one cannot be read. */
export async function takeIn(caseId: string, ids: readonly string[]): Promise<void> {
  choose(await readAll(caseId, ids), true);
}

/** One that is damaged is said and left out: the others, and the draft that quotes it, must not be lost with it. */
async function readAll(caseId: string, ids: readonly string[]): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const id of ids) {
    if (!isShown(caseId)) return [];
    try {
      entries.push(await (await store()).entry(caseId, id));
    } catch (error) {
      if (isShown(caseId)) failure.value = errorText(error);
    }
  }
  return entries;
}

/** Saves the draft whenever it has changed, until the returned function is called. */
export function keepDraft(): () => void {
  const stop = effect(() => {
    const present = work.value;
    if (!present || present === kept.peek()) return;
    const timer = setTimeout(() => void save(present), REST);
    return () => clearTimeout(timer);
  });
  return () => {
    stop();
    saveNow();
  };
}

// Of a case that is locked nothing stays in the page, whatever is shown: this holds for as long as the page lives.
effect(() => {
  const shown = openCase.value?.details.id;
  if (work.peek()?.caseId === shown) return;
  // Without an open case it was locked or deleted, and nothing of it can be saved.
  if (shown) saveNow();
  work.value = undefined;
  loaded.value = new Map();
  kept.value = undefined;
});

let before: OpenCase | undefined;

// What the draft rests on may be changed in other parts of its case, or in another tab: it is read again, and whoever
// confirmed the text must look at it again.
effect(() => {
  const [earlier, held, present] = [before, openCase.value, work.peek()];
  before = held;
  if (!held || !earlier || present?.caseId !== held.details.id || earlier.details.id !== held.details.id) return;
  untracked(() => {
    if (present.confirmed && textOf(present, earlier) !== textOf(present, held)) change({});
    const stale = held.entries.filter((entry) => {
      const read = loaded.value.get(entry.id);
      return read && stateOf(read) !== stateOf(entry);
    });
    if (stale.length) void readAnew(held.details.id, stale);
  });
});

async function readAnew(caseId: string, stale: readonly Entry[]): Promise<void> {
  const entries = await readAll(
    caseId,
    stale.map(({ id }) => id),
  );
  if (!isShown(caseId) || !entries.length) return;
  loaded.value = new Map([...loaded.value, ...entries.map((entry) => [entry.id, entry] as const)]);
  if (work.value?.confirmed) change({});
}

function saveNow(): void {
  const last = work.peek();
  if (last && last !== kept.peek()) void save(last);
}

/** The saving that is under way, with what then lies in the store. */
let saving: Promise<Work | undefined> | undefined;

/** One after the other: what was changed is told by what was kept before. */
async function save(present: Work): Promise<void> {
  const mine = write(present, kept.peek(), saving);
  saving = mine;
  await mine;
  if (saving === mine) saving = undefined;
}

async function write(present: Work, known: Work | undefined, earlier: typeof saving): Promise<Work | undefined> {
  const last = (await earlier) ?? known;
  const before = last?.caseId === present.caseId ? last : undefined;
  try {
    await (await store()).putDraft(present.caseId, toKeep(present), before && toKeep(before));
    if (isShown(present.caseId)) kept.value = present;
    return present;
  } catch (error) {
    failure.value = errorText(error);
    return before;
  }
}
