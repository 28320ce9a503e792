import * as amend from './amend';
import * as cases from './cases';
import type { Desk } from './desk';
import * as drafts from './drafts';
import * as entries from './entries';
import { asCaseError, CaseError } from './errors';
import * as locks from './lock';
import { sweep } from './reencrypt';
import * as removal from './remove';
import { MIGRATIONS } from './schema';
import { openDatabase } from './schema/open';
import type { Database } from './schema/stored';
import { ITERATIONS } from './seal';
import { verifyCase } from './verify';

export interface StoreOptions {
  readonly name?: string;
  /** ISO 8601 with offset. */
  readonly now?: () => string;
  /** Of PBKDF2, for passphrases set from now on. */
  readonly iterations?: number;
  /** Another page opened the store with a newer version: this page must be loaded again and can store nothing more. */
  readonly onOutdated?: () => void;
  /** Cases were locked, here or by another tab: what is shown of them must go. */
  readonly onLocked?: () => void;
}

export type CaseStore = Awaited<ReturnType<typeof openStore>>;

/**
 * Opens the cases kept on this device. Whatever a call has confirmed is on the disk; a call that fails has changed
 * nothing. Every call may throw a {@link CaseError}: `gone`, `locked`, `corrupt`, `quota`, `unavailable`,
 * `newer-version` and what its function names; it throws the signal's reason when stopped.
 *
 * @throws CaseError newer-version, blocked, unavailable
 */
export async function openStore(options: StoreOptions = {}) {
  const { name = 'cases', onLocked, onOutdated } = options;
  let outdated = false;
  let opened: Promise<Database> | undefined;
  const open = async () => {
    const database = await openDatabase(name, MIGRATIONS, {
      outdated() {
        outdated = true;
        onOutdated?.();
      },
      lost() {
        opened = undefined;
      },
    });
    await sweep(database);
    return database;
  };
  const desk: Desk = {
    async database() {
      if (outdated) throw new CaseError('newer-version');
      opened ??= open();
      try {
        return await opened;
      } catch (error) {
        opened = undefined;
        throw asCaseError(error);
      }
    },
    now: options.now ?? (() => new Date().toISOString()),
    iterations: options.iterations ?? ITERATIONS,
    keys: new Map(),
    removed: new Map(),
  };
  const others = new BroadcastChannel(`${name}-locked`);
  others.onmessage = () => {
    locks.lockAll(desk);
    onLocked?.();
  };
  await desk.database();
  /** Binds a function to this store and turns the browser's errors into ours. */
  const own =
    <A extends unknown[], R>(work: (desk: Desk, ...rest: A) => Promise<R>) =>
    async (...rest: A): Promise<R> => {
      try {
        return await work(desk, ...rest);
      } catch (error) {
        throw asCaseError(error);
      }
    };
  return {
    cases: own(cases.listCases),
    createCase: own(cases.createCase),
    updateCase: own(cases.updateCase),
    showTitle: own(cases.showTitle),
    deleteCase: own(removal.removeCase),
    deleteAll: own(removal.removeAll),
    entries: own(entries.listEntries),
    entry: own(entries.readEntry),
    addEntries: own(entries.addEntries),
    revise: own(amend.revise),
    keepScreenings: own(amend.keepScreenings),
    attach: own(amend.attach),
    detach: own(amend.detach),
    file: own(entries.readFile),
    deleteEntry: own(removal.removeEntry),
    undoDelete: own(removal.undoRemove),
    sent: own(cases.listSent),
    putSent: own(cases.putSent),
    deleteSent: own(cases.removeSent),
    draft: own(drafts.readDraft),
    putDraft: own(drafts.putDraft),
    manifest: own(cases.readHolding),
    verify: own(verifyCase),
    isOpen: own(cases.isOpen),
    unlock: own(locks.unlock),
    protect: own(locks.protect),
    changePassphrase: own(locks.changePassphrase),
    unprotect: own(locks.unprotect),
    lock(caseId: string): void {
      locks.lock(desk, caseId);
      onLocked?.();
    },
    /** Locks every case in every tab. */
    lockAll(): void {
      locks.lockAll(desk);
      others.postMessage('locked');
      onLocked?.();
    },
    async close(): Promise<void> {
      locks.lockAll(desk);
      others.close();
      (await opened?.catch(() => undefined))?.close();
    },
  };
}
