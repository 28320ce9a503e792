/** The cases kept on this device, as the workspace shows them. */
import { signal } from '@preact/signals';
import type { CaseSummary } from '../../case/cases';
import { askToLast } from '../../case/room';
import { type CaseStore, openStore } from '../../case/store';
import type { Case, Entry, Sent } from '../../case/types';
import type { TextKey } from '../i18n';
import { errorText } from './errors';
import { forgetGone, forgetWords } from './typed';

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
/** What was done last where nothing in view tells it; a new action takes it away. */
export const notice = signal<TextKey | undefined>(undefined);
/** How many pieces of a case were damaged or missing and so are no part of what the notice tells; goes with it. */
export const leftOut = signal(0);
/** Cases that were locked since the page was opened: whether by themselves, and whether unsaved words went with it. */
export const lockings = signal<ReadonlyMap<string, { readonly itself: boolean; readonly words: boolean }>>(new Map());
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
    onChanged() {
      isBehind = true;
      void catchUp();
    },
    onLocked(caseId) {
      const open = openCase.peek();
      const words = forgetWords(caseId);
      // One that another tab has just encrypted is not yet known here as protected.
      if (caseId === undefined ? open?.protected : open?.details.id === caseId) openCase.value = undefined;
      if (caseId === undefined || removed.peek().caseId === caseId) removed.value = { caseId: '', ids: [] };
      if (caseId) lockings.value = new Map([...lockings.peek(), [caseId, { itself: isLeaving, words }]]);
      const isGone = open !== undefined && openCase.peek() === undefined;
      wanted = { ...wanted };
      void act(async () => {});
      if (isGone) notice.value = 'caseNowLocked';
    },
  });
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

/** Another tab has changed something that was not read yet. */
let isBehind = false;
let isCatchingUp = false;

/** Reads what another tab has changed; a page that nobody sees waits until it is seen. Forms keep what is typed. */
async function catchUp(): Promise<void> {
  if (isCatchingUp) return;
  isCatchingUp = true;
  while (isBehind && !globalThis.document?.hidden) {
    isBehind = false;
    await refresh().catch((error: unknown) => {
      failure.value = errorText(error);
    });
  }
  isCatchingUp = false;
}
for (const event of ['visibilitychange', 'focus', 'pageshow']) {
  globalThis.addEventListener?.(
    event,
    (shown) => {
      // A page that was kept for going back heard nothing meanwhile.
      if ((shown as Partial<PageTransitionEvent>).persisted && opening) isBehind = true;
      void catchUp();
    },
    { capture: true },
  );
}

/** Locks every case in every tab, and forgets what is not saved; for "hide everything". */
export async function lockCases(): Promise<void> {
  // At once: unsaved words would hold up the closing of the page.
  forgetWords();
  if (opening) (await opening).lockAll();
}

/** The page is locking by itself. */
let isLeaving = false;

/** Locks what is open in this page alone: it was left, or nobody uses it. Another tab may be in use meanwhile. */
export async function lockHere(): Promise<void> {
  if (!opening) return;
  const cases = await opening;
  isLeaving = true;
  for (const { id, details, protected: hasLock } of summaries.value ?? []) if (hasLock && details) cases.lock(id);
  isLeaving = false;
}

/**
 * Does something with the store and shows what comes of it, or why it failed.
 *
 * @returns whether it was done
 */
export async function act(work: (store: CaseStore) => Promise<unknown>): Promise<boolean> {
  failure.value = '';
  notice.value = undefined;
  leftOut.value = 0;
  try {
    await work(await store());
    await refresh();
    return true;
  } catch (error) {
    failure.value = errorText(error);
    return false;
  }
}

/** The reading that was begun last, and the one that is shown: an earlier one that ends later has nothing newer to say. */
let begun = 0;
let newest = 0;

/** Reads the list, and the case that is wanted, again. */
async function refresh(): Promise<void> {
  const wish = wanted;
  const turn = ++begun;
  const cases = await store();
  const list = await cases.cases();
  // Whatever changed the wish reads everything itself.
  if (wish !== wanted || turn < newest) return;
  newest = turn;
  forgetGone(list.map(({ id }) => id));
  summaries.value = [...list].sort((a, b) => ((a.details?.createdAt ?? '') < (b.details?.createdAt ?? '') ? 1 : -1));
  const { id } = wish;
  if (!id) return;
  const summary = list.find((one) => one.id === id);
  const read = summary?.details && (await contentsOf(cases, summary, summary.details));
  if (wish !== wanted || turn < newest) return;
  openCase.value = read;
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
