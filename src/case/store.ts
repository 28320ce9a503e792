import * as amend from './amend';
import * as cases from './cases';
import type { Watch } from './change';
import type { Desk } from './desk';
import * as drafts from './drafts';
import * as entries from './entries';
import { asCaseError, CaseError } from './errors';
import * as locks from './lock';
import { sweep } from './reencrypt';
import * as removal from './remove';
import { restoreWhole } from './restore';
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
  /** One case, or without an id all, were locked, here or by another tab: what is shown of them must go. */
  readonly onLocked?: (caseId?: string) => void;
  /** Another tab changed a case or the list of them: what is shown of it is no longer so. */
  readonly onChanged?: () => void;
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
  const { name = 'cases', onLocked, onOutdated, onChanged } = options;
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
  const lock = (caseId?: string): void => {
    if (caseId === undefined) locks.lockAll(desk);
    else locks.lock(desk, caseId);
    onLocked?.(caseId);
  };
  others.onmessage = ({ data }: MessageEvent<{ readonly caseId?: string }>) => lock(data.caseId);
  const changes = new BroadcastChannel(`${name}-changed`);
  changes.onmessage = () => onChanged?.();
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
  /** The same for what changes what other tabs show. */
  const changing = <A extends unknown[], R>(work: (desk: Desk, ...rest: A) => Promise<R>) =>
    own(async (desk: Desk, ...rest: A): Promise<R> => {
      const result = await work(desk, ...rest);
      changes.postMessage(null);
      return result;
    });
  return {
    cases: own(cases.listCases),
    createCase: changing(cases.createCase),
    restore: changing(restoreWhole),
    updateCase: changing(cases.updateCase),
    showTitle: changing(cases.showTitle),
    deleteCase: changing(removal.removeCase),
    deleteAll: changing(removal.removeAll),
    entries: own(entries.listEntries),
    entry: own(entries.readEntry),
    addEntries: changing(entries.addEntries),
    revise: changing(amend.revise),
    keepScreenings: changing(amend.keepScreenings),
    attach: changing(amend.attach),
    detach: changing(amend.detach),
    file: own(entries.readFile),
    deleteEntry: changing(removal.removeEntry),
    undoDelete: changing(removal.undoRemove),
    sent: own(cases.listSent),
    putSent: changing(cases.putSent),
    changeSent: changing(cases.changeSent),
    deleteSent: changing(cases.removeSent),
    draft: own(drafts.readDraft),
    putDraft: own(drafts.putDraft),
    manifest: own(cases.readHolding),
    verify: own(verifyCase),
    isOpen: own(cases.isOpen),
    unlock: own(locks.unlock),
    protect: own(async (desk: Desk, caseId: string, given: cases.Passphrase, watch?: Watch) => {
      const left = await locks.protect(desk, caseId, given, watch);
      // Other tabs show it readable still, and hold what could be undone.
      others.postMessage({ caseId });
      return left;
    }),
    changePassphrase: own(locks.changePassphrase),
    unprotect: changing(locks.unprotect),
    /** Locks one case in this tab. */
    lock: (caseId: string): void => lock(caseId),
    /** Locks every case in every tab. */
    lockAll(): void {
      lock();
      others.postMessage({});
    },
    async close(): Promise<void> {
      locks.lockAll(desk);
      others.close();
      changes.close();
      (await opened?.catch(() => undefined))?.close();
    },
  };
}
