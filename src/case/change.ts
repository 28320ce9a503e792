import type { Bytes } from './canonical';
import { type Desk, type Held, reading, type Shelf } from './desk';
import { CaseError } from './errors';
import { sha256 } from './hash';
import { itemKey, type Manifest, type ManifestItem, type PartKind } from './manifest';
import { placeOf, readManifest, storedManifest, toStored } from './parts';
import type { Database, Header, StoredPart } from './schema/stored';
import { transact } from './transact';

/** A piece to put in the place of what is there; without bytes, to remove. */
export interface Write {
  readonly kind: PartKind;
  readonly id: string;
  readonly bytes?: Bytes;
}

export interface Progress {
  /** `save` is the transaction itself: stopped before its end, nothing is stored. */
  readonly step: 'prepare' | 'save';
  readonly done: number;
  readonly total: number;
}

export interface Watch {
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
}

/** What a change is prepared on. */
export interface State extends Held {
  readonly database: Database;
  readonly manifest: Manifest;
}

export interface Change {
  readonly writes: readonly Write[];
  /** The title to show while locked, if any; absent, it stays as it is. */
  readonly shown?: { readonly title?: string };
}

/**
 * Changes a case in one transaction that is on the disk before this returns: all of it or nothing.
 *
 * Encrypting and hashing must not happen inside a transaction (it would end), so they come first; the transaction then
 * makes sure that the case is still as it was, and otherwise all is prepared again on what is there now.
 *
 * @throws CaseError gone, locked, corrupt, quota; the signal's reason when stopped
 */
export async function change(
  desk: Desk,
  caseId: string,
  prepare: (state: State) => Promise<Change>,
  watch: Watch = {},
): Promise<void> {
  for (;;) {
    const { state, writes, shown } = await reading(desk, caseId, async (held) => {
      const database = await desk.database();
      const state = { ...held, database, manifest: await readManifest(database, held) };
      return { state, ...(await prepare(state)) };
    });
    if (!writes.length && !shown) return;
    const stored = await toPut({ shelf: state.shelf, items: state.manifest.items }, writes, watch);
    const { title: _title, ...untitled } = state.header;
    const header = shown ? { ...untitled, ...shown } : state.header;
    if (await commit(state.database, state.header, { ...stored, header }, watch)) return;
  }
}

interface Before {
  readonly shelf: Shelf;
  readonly items: readonly ManifestItem[];
}

interface Stored {
  readonly put: readonly StoredPart[];
  readonly remove: readonly [string, string, string, string][];
}

/** What a case consists of after these writes, ready to be stored; its manifest comes last. */
export async function toPut({ shelf, items: before }: Before, writes: readonly Write[], watch: Watch): Promise<Stored> {
  const items = new Map(before.map((item) => [itemKey(item), item]));
  const put: StoredPart[] = [];
  const remove: [string, string, string, string][] = [];
  for (const [at, { kind, id, bytes }] of writes.entries()) {
    watch.signal?.throwIfAborted();
    if (bytes) {
      items.set(itemKey({ kind, id }), { kind, id, sha256: await sha256(bytes) });
      put.push(await toStored(shelf, kind, id, bytes));
    } else {
      items.delete(itemKey({ kind, id }));
      remove.push(await placeOf(shelf, kind, id));
    }
    watch.onProgress?.({ step: 'prepare', done: at + 1, total: writes.length });
  }
  return { put: [...put, await storedManifest(shelf, items.values())], remove };
}

/** @returns false, with nothing stored, when the case is not any more what the change was prepared on */
async function commit(
  database: Database,
  before: Header,
  { put, remove, header }: Stored & { readonly header: Header },
  { signal, onProgress }: Watch,
): Promise<boolean> {
  signal?.throwIfAborted();
  return transact(database, signal, async ({ cases, parts }) => {
    const now = await cases.get(before.id);
    if (!now) throw new CaseError('gone');
    if (now.sequence !== before.sequence) return false;
    let done = 0;
    const count = () => onProgress?.({ step: 'save', done: ++done, total: put.length });
    await Promise.all([
      cases.put({ ...header, sequence: now.sequence + 1 }),
      ...remove.map((key) => parts.delete(key)),
      ...put.map((part) => parts.put(part).then(count)),
    ]);
    return true;
  });
}
