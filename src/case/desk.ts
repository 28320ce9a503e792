/** What the parts of the store share while a page is open. Nothing here is ever written down. */
import type { Bytes } from './canonical';
import { CaseError } from './errors';
import type { Database, Header } from './schema/stored';
import type { CaseKeys } from './seal';
import type { Entry } from './types';

/** A deleted entry that can still be brought back. */
export interface Removed {
  readonly entry: Entry;
  readonly screening?: Bytes;
  readonly files: ReadonlyMap<string, Bytes>;
}

export interface Desk {
  database(): Promise<Database>;
  /** ISO 8601 with offset. */
  now(): string;
  /** For passphrases set from now on. */
  readonly iterations: number;
  /** Keys of the cases that are open, by case. */
  readonly keys: Map<string, CaseKeys>;
  /** Entries deleted since the page was opened, by case and entry; forgotten when the case is locked. */
  readonly removed: Map<string, Map<string, Removed>>;
}

/** Where the parts of a case stand now, and what opens them. */
export interface Shelf {
  readonly caseId: string;
  readonly generation: string;
  readonly keys?: CaseKeys;
}

export interface Held {
  readonly header: Header;
  readonly shelf: Shelf;
}

/** @throws CaseError gone, locked */
export async function hold({ database, keys }: Desk, caseId: string): Promise<Held> {
  const header = await (await database()).get('cases', caseId);
  if (!header) throw new CaseError('gone');
  const { generation } = header;
  if (!header.lock) return { header, shelf: { caseId, generation } };
  const own = keys.get(caseId);
  // Keys of an earlier generation: the passphrase was set anew in another page.
  if (own?.generation !== generation) throw new CaseError('locked');
  return { header, shelf: { caseId, generation, keys: own } };
}

/**
 * Reads from one state of a case: begins again when it was changed meanwhile, here or in another tab.
 *
 * @throws CaseError gone, locked
 */
export async function reading<T>(desk: Desk, caseId: string, read: (held: Held) => Promise<T>): Promise<T> {
  for (;;) {
    const held = await hold(desk, caseId);
    const [outcome] = await Promise.allSettled([read(held)]);
    const header = await (await desk.database()).get('cases', caseId);
    if (header && header.sequence !== held.header.sequence) continue;
    if (!header) throw new CaseError('gone');
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }
}
