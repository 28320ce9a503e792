/** What the page of `case-page.ts` offers to the test. */
import { openDB } from 'idb';
import { askToLast, room } from '../../src/case/room';
import { MIGRATIONS } from '../../src/case/schema';
import { openDatabase } from '../../src/case/schema/open';
import { openStore } from '../../src/case/store';

const seen: string[] = [];
const codeOf = (error: unknown) =>
  error && typeof error === 'object' && 'code' in error ? String(error.code) : String(error);

const kept = {
  seen,
  room,
  askToLast,
  open: () =>
    openStore({
      onOutdated: () => seen.push('outdated'),
      onLocked: () => seen.push('locked'),
    }),
  /** What a call came to: `done`, or the code of its error. */
  outcome: (work: Promise<unknown>) => work.then(() => 'done', codeOf),
  /** Opens the store as a version after ours would, which has one more step. */
  openNewer: async () => {
    const nothing = () => {};
    (await openDatabase('cases', [...MIGRATIONS, nothing], { outdated: nothing, lost: nothing })).close();
  },
  /** Every record, by store. */
  async records() {
    const database = await openDB('cases');
    const stores = [...database.objectStoreNames];
    const counts = await Promise.all(stores.map(async (each) => [each, await database.count(each)] as const));
    database.close();
    return Object.fromEntries(counts);
  },
};

declare global {
  interface Window {
    kept: typeof kept;
    store: Awaited<ReturnType<typeof openStore>>;
    /** Last progress, for the test to see how far a call is. */
    progress?: { step: string; done: number; total: number };
    result?: string;
  }
}
window.kept = kept;
