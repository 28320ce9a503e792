import type { IDBPObjectStore } from 'idb';
import type { CaseDatabase, Database } from './schema/stored';

type Names = ['cases', 'parts'];
export interface Stores {
  readonly cases: IDBPObjectStore<CaseDatabase, Names, 'cases', 'readwrite'>;
  readonly parts: IDBPObjectStore<CaseDatabase, Names, 'parts', 'readwrite'>;
}

/**
 * One transaction over everything, on the disk before this returns. When `work` or the signal fails, nothing is stored.
 *
 * @throws what `work` throws, the transaction's own error (it names a full disk), or the signal's reason
 */
export async function transact<T>(
  database: Database,
  signal: AbortSignal | undefined,
  work: (stores: Stores) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(['cases', 'parts'], 'readwrite', { durability: 'strict' });
  const cases = transaction.objectStore('cases');
  const parts = transaction.objectStore('parts');
  const abort = () => {
    try {
      transaction.abort();
    } catch {
      // It has ended already.
    }
  };
  signal?.addEventListener('abort', abort);
  const [worked, ended] = await Promise.allSettled([
    work({ cases, parts }).catch((error: unknown) => {
      abort();
      throw error;
    }),
    transaction.done,
  ]);
  signal?.removeEventListener('abort', abort);
  if (ended.status === 'fulfilled' && worked.status === 'fulfilled') return worked.value;
  signal?.throwIfAborted();
  throw reasonOf(worked, ended);
}

/** A request only says that its transaction was aborted; the transaction knows why. */
function reasonOf(...outcomes: readonly PromiseSettledResult<unknown>[]): unknown {
  const reasons: unknown[] = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  return reasons.find((reason) => !(reason instanceof Error && reason.name === 'AbortError')) ?? reasons[0];
}
