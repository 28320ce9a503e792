/** Opening and closing of cases with a passphrase, and the passphrase itself. */
import type { Passphrase } from './cases';
import type { Watch } from './change';
import type { Desk } from './desk';
import { CaseError } from './errors';
import { reencrypt } from './reencrypt';
import type { Header } from './schema/stored';
import { deriveKeys, newSecret, unwrap, wrap } from './seal';
import { transact } from './transact';

async function headerOf(desk: Desk, caseId: string): Promise<Header> {
  const header = await (await desk.database()).get('cases', caseId);
  if (!header) throw new CaseError('gone');
  return header;
}

/**
 * Opens a case in this page until it is locked; a case without passphrase is open already.
 *
 * @throws CaseError wrong-passphrase, gone
 */
export async function unlock(desk: Desk, caseId: string, passphrase: string): Promise<void> {
  const { lock, generation } = await headerOf(desk, caseId);
  if (lock) desk.keys.set(caseId, await deriveKeys(await unwrap(lock, passphrase, caseId), generation));
}

/** Forgets the keys, and what could still be undone. */
export function lock({ keys, removed }: Desk, caseId: string): void {
  keys.delete(caseId);
  removed.delete(caseId);
}

export function lockAll({ keys, removed }: Desk): void {
  keys.clear();
  removed.clear();
}

/**
 * Gives a case its first passphrase and encrypts everything; there must be room for a second copy meanwhile. A case
 * that has one is left as it is: `unprotect` or `changePassphrase` ask for it.
 *
 * @returns how many pieces were missing or damaged and are left out
 * @throws CaseError locked (it has a passphrase already), gone, quota, corrupt
 */
export async function protect(desk: Desk, caseId: string, given: Passphrase, watch?: Watch): Promise<number> {
  return reencrypt(
    desk,
    caseId,
    async (generation, now, { title }) => {
      if (now.lock) throw new CaseError('locked');
      const secret = newSecret();
      const wrapped = await wrap(secret, given.passphrase, caseId, desk.iterations);
      const shown = given.showTitle ? { title } : {};
      return { keys: await deriveKeys(secret, generation), header: { lock: wrapped, ...shown } };
    },
    watch,
  );
}

/**
 * Changes the words alone: the keys stay, so other tabs stay open and it is done at once.
 *
 * @throws CaseError wrong-passphrase, gone
 */
export async function changePassphrase(desk: Desk, caseId: string, old: string, next: string): Promise<void> {
  for (;;) {
    const header = await headerOf(desk, caseId);
    if (!header.lock) throw new CaseError('wrong-passphrase');
    const secret = await unwrap(header.lock, old, caseId);
    const wrapped = await wrap(secret, next, caseId, desk.iterations);
    secret.fill(0);
    const done = await transact(await desk.database(), undefined, async ({ cases }) => {
      const now = await cases.get(caseId);
      if (!now) throw new CaseError('gone');
      if (now.sequence !== header.sequence) return false;
      await cases.put({ ...header, lock: wrapped, sequence: header.sequence + 1 });
      return true;
    });
    if (done) return;
  }
}

/**
 * Decrypts everything. The passphrase is asked for even where the case is open: whoever finds the page open may not
 * take the lock away.
 *
 * @returns how many pieces were missing or damaged and are left out
 * @throws CaseError wrong-passphrase, gone, quota, corrupt
 */
export async function unprotect(desk: Desk, caseId: string, passphrase: string, watch?: Watch): Promise<number> {
  await unlock(desk, caseId, passphrase);
  return reencrypt(desk, caseId, async () => ({ header: {} }), watch);
}
