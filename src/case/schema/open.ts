import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import { CaseError } from '../errors';
import type { Migration } from './migration';
import type { CaseDatabase, Database } from './stored';

export interface StoreEvents {
  /** A newer version opened the store in another page, or deletes it: this page lets go and must be loaded again. */
  outdated(): void;
  /** The browser closed the store, e.g. because its data were cleared. */
  lost(): void;
}

/**
 * Opens the store and brings it to the newest version, all steps or none.
 *
 * @throws CaseError newer-version (nothing touched), blocked (another page does not let go)
 */
export async function openDatabase(
  name: string,
  migrations: readonly Migration[],
  events: StoreEvents,
): Promise<Database> {
  let failure: { readonly cause: unknown } | undefined;
  let refuse: (error: CaseError) => void = () => {};
  const blocked = new Promise<never>((_, reject) => {
    refuse = reject;
  });
  let held: Database | undefined;
  const opening = openDB<CaseDatabase>(name, migrations.length, {
    upgrade(database, from, _to, transaction) {
      const raw = [database, transaction] as unknown as [IDBPDatabase, Upgrade];
      migrate(...raw, migrations.slice(from)).catch((cause: unknown) => {
        failure = { cause };
        transaction.abort();
      });
    },
    blocked: () => refuse(new CaseError('blocked')),
    blocking() {
      held?.close();
      events.outdated();
    },
    terminated: () => events.lost(),
  });
  try {
    held = await Promise.race([opening, blocked]);
    return held;
  } catch (error) {
    // Once the other page lets go it would open after all, with nobody to use it.
    opening.then((late) => late.close()).catch(() => {});
    if (failure) throw failure.cause;
    throw error instanceof Error && error.name === 'VersionError'
      ? new CaseError('newer-version', { cause: error })
      : error;
  }
}

type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

async function migrate(database: IDBPDatabase, transaction: Upgrade, steps: readonly Migration[]): Promise<void> {
  // The transaction says by itself why it was aborted.
  transaction.done.catch(() => {});
  for (const step of steps) await step(database, transaction);
}
