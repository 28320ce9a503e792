import { type Desk, type Held, reading } from './desk';
import { CaseError, unlessCorrupt } from './errors';
import { chainHolds, sha256 } from './hash';
import { type ManifestItem, manifestHolds } from './manifest';
import { fromStored, parse, placeOf, rangeOf, readManifest, type StoredKind } from './parts';
import type { Database } from './schema/stored';
import type { Entry } from './types';

/** Something that is not as the manifest has it. */
export interface Mismatch {
  readonly kind: StoredKind;
  /** Of an `added` part its key in the store: its id is not known where the case has a passphrase. */
  readonly id: string;
  readonly what: 'changed' | 'missing' | 'added';
}

/**
 * Compares all that is kept of a case with its manifest. Nothing found means that nothing was lost, damaged or altered
 * since by accident; it does not prove when something was taken in, nor that its keeper did not rebuild it.
 *
 * @throws CaseError gone, locked
 */
export function verifyCase(desk: Desk, caseId: string): Promise<readonly Mismatch[]> {
  return reading(desk, caseId, async (held) => {
    const database = await desk.database();
    const about = (what: Mismatch['what']): Mismatch => ({ kind: 'manifest', id: caseId, what });
    const key = await placeOf(held.shelf, 'manifest', caseId);
    if (!(await database.getKey('parts', key))) return [about('missing')];
    const manifest = await unlessCorrupt(readManifest(database, held));
    if (!manifest) return [about('changed')];
    const found: Mismatch[] = (await manifestHolds(manifest)) ? [] : [about('changed')];
    const listed = new Set([key.join(' ')]);
    const hashes = new Map(manifest.items.map(({ id, sha256 }) => [id, sha256]));
    for (const item of manifest.items) {
      listed.add((await placeOf(held.shelf, item.kind, item.id)).join(' '));
      const what = await check(database, held, item, hashes);
      if (what) found.push({ kind: item.kind, id: item.id, what });
    }
    for (const there of await database.getAllKeys('parts', rangeOf(held.shelf))) {
      if (!listed.has(there.join(' '))) found.push({ kind: there[2] as StoredKind, id: there[3], what: 'added' });
    }
    return found;
  });
}

async function check(
  database: Database,
  { shelf }: Held,
  { kind, id, sha256: kept }: ManifestItem,
  hashes: ReadonlyMap<string, string>,
): Promise<Mismatch['what'] | undefined> {
  const part = await database.get('parts', await placeOf(shelf, kind, id));
  if (!part) return 'missing';
  try {
    const bytes = await fromStored(shelf, part);
    if ((await sha256(bytes)) !== kept) return 'changed';
    return kind === 'entry' && !(await entryHolds(parse<Entry>(bytes), hashes)) ? 'changed' : undefined;
  } catch (error) {
    if (error instanceof CaseError && error.code === 'corrupt') return 'changed';
    throw error;
  }
}

/** Its revisions follow from each other, and its files are those that the manifest lists. */
async function entryHolds({ revisions, attachments }: Entry, hashes: ReadonlyMap<string, string>): Promise<boolean> {
  return attachments.every(({ id, sha256: kept }) => hashes.get(id) === kept) && chainHolds(revisions);
}
