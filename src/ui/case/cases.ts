/** The cases kept on this device, as the workspace shows them. */
import { signal } from '@preact/signals';
import type { CaseSummary } from '../../case/cases';
import { askToLast } from '../../case/room';
import { type CaseStore, openStore } from '../../case/store';
import type { Case, Entry, Sent } from '../../case/types';
import { errorText } from './errors';

/** A case that can be read now. */
export interface OpenCase {
  readonly details: Case;
  readonly protected: boolean;
  /** In the order of their time; what has none comes last. */
  readonly entries: readonly Entry[];
  readonly sent: readonly Sent[];
  /** Records that cannot be read: damaged, or altered from outside. */
  readonly unreadable: number;
}

export const summaries = signal<readonly CaseSummary[] | undefined>(undefined);
export const openCase = signal<OpenCase | undefined>(undefined);
/** What went wrong last, in words; a new action takes it away. */
export const failure = signal('');
/** Entries taken out of the open case, oldest first, that can still be brought back. */
export const removed = signal<{ readonly caseId: string; readonly ids: readonly string[] }>({ caseId: '', ids: [] });
/** Another page holds a newer store: this one must be loaded again. */
export const outdated = signal(false);

/** Whether this is the open case still: what was read for another one, or before a lock, must not come into view. */
export const isShown = (caseId: string): boolean => openCase.peek()?.details.id === caseId;

/** The case that is wanted, anew with each wish and each lock: what was read for an earlier one comes too late. */
let wanted: { readonly id?: string } = {};

let opening: Promise<CaseStore> | undefined;

/** The store, opened when it is first needed. */
export function store(): Promise<CaseStore> {
  opening ??= openStore({
    onOutdated() {
      outdated.value = true;
    },
    onLocked(caseId) {
      const open = openCase.peek();
      // One that another tab has just encrypted is not yet known here as protected.
      if (caseId === undefined ? open?.protected : open?.details.id === caseId) openCase.value = undefined;
      if (caseId === undefined || removed.peek().caseId === caseId) removed.value = { caseId: '', ids: [] };
      wanted = { ...wanted };
      void act(async () => {});
    },
  });
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

/** Locks every case in every tab; for "hide everything". */
export async function lockCases(): Promise<void> {
  if (opening) (await opening).lockAll();
}

/** Locks what is open in this page alone: it was left, or nobody uses it. Another tab may be in use meanwhile. */
export async function lockHere(): Promise<void> {
  if (!opening) return;
  const cases = await opening;
  for (const { id, details, protected: hasLock } of summaries.value ?? []) if (hasLock && details) cases.lock(id);
}

/**
 * Does something with the store and shows what comes of it, or why it failed.
 *
 * @returns whether it was done
 */
export async function act(work: (store: CaseStore) => Promise<unknown>): Promise<boolean> {
  failure.value = '';
  try {
    await work(await store());
    await refresh();
    return true;
  } catch (error) {
    failure.value = errorText(error);
    return false;
  }
}

/** Reads the list, and the case that is wanted, again. */
async function refresh(): Promise<void> {
  const wish = wanted;
  const cases = await store();
  const list = await cases.cases();
  // Whatever changed the wish reads everything itself.
  if (wish !== wanted) return;
  summaries.value = [...list].sort((a, b) => ((a.details?.createdAt ?? '') < (b.details?.createdAt ?? '') ? 1 : -1));
  const { id } = wish;
  if (!id) return;
  const summary = list.find((one) => one.id === id);
  const read = summary?.details && (await contentsOf(cases, summary, summary.details));
  if (wish === wanted) openCase.value = read;
}

/** Shows the list of cases. */
export const listCases = (): Promise<boolean> => act(async () => {});

/** Opens a case that needs no passphrase, or whose passphrase was given. */
export function show(id: string): Promise<boolean> {
  wanted = { id };
  return act(async () => {});
}

async function contentsOf(cases: CaseStore, { id, protected: hasLock }: CaseSummary, details: Case): Promise<OpenCase> {
  const [entries, sent] = await Promise.all([cases.entries(id), cases.sent(id)]);
  return {
    details,
    protected: hasLock,
    entries: [...entries.list].sort(byTime),
    sent: [...sent.list].sort((a, b) => (a.day < b.day ? -1 : 1)),
    unreadable: entries.unreadable + sent.unreadable,
  };
}

const timeOf = ({ revisions }: Entry): string => revisions[revisions.length - 1]?.content.at ?? '9999';
const byTime = (a: Entry, b: Entry): number => {
  const [first, second] = [timeOf(a), timeOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
};

/** Asks the browser, once something is kept, not to clear it away when room is short. */
export const keepLonger = (): Promise<boolean> => askToLast();
