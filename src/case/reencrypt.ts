import { type Bytes, encode } from './canonical';
import type { Watch } from './change';
import { type Desk, hold, type Shelf } from './desk';
import { CaseError, unlessCorrupt } from './errors';
import type { ManifestItem } from './manifest';
import { makeManifest } from './manifest';
import { rangeOf, readJson, readManifest, readPart, type StoredKind, toStored } from './parts';
import type { Database, Header, StoredPart } from './schema/stored';
import type { CaseKeys } from './seal';
import { transact } from './transact';
import type { Case } from './types';

/** How the case is to be from now on. */
export interface Target {
  readonly keys?: CaseKeys;
  readonly header: Pick<Header, 'lock' | 'title'>;
}

/** About this many bytes and at most so many parts are written in one step. */
const STEP_BYTES = 4_000_000;
const STEP_PARTS = 250;

/**
 * Writes a second copy of all parts under other keys (or none), step by step, then in one transaction makes that copy
 * the one that counts and deletes the first. However it ends, one whole copy counts; what a killed browser left of the
 * other is swept away when the store is opened next. When the case was changed meanwhile, it begins again.
 *
 * @returns how many parts that the case should have could not be taken over: they are missing or damaged
 */
export async function reencrypt(
  desk: Desk,
  caseId: string,
  choose: (generation: string, now: Header, details: Case) => Promise<Target>,
  watch: Watch = {},
): Promise<number> {
  const database = await desk.database();
  for (;;) {
    const held = await hold(desk, caseId);
    const generation = crypto.randomUUID();
    const details = await readJson<Case>(database, held, 'case', caseId);
    const { keys, header } = await choose(generation, held.header, details);
    const shelf: Shelf = { caseId, generation, ...(keys && { keys }) };
    const next: Header = { id: caseId, sequence: held.header.sequence + 1, generation, ...header };
    try {
      const { items } = await readManifest(database, held);
      const read = (kind: StoredKind, id: string) => unlessCorrupt(readPart(database, held, kind, id));
      const count = await copy(database, shelf, caseId, items, read, watch);
      if (await turn(database, held.header, next, held.shelf, shelf, count, watch.signal)) {
        if (keys) desk.keys.set(caseId, keys);
        else desk.keys.delete(caseId);
        // The manifest is one of those written.
        return items.length + 1 - count;
      }
    } catch (error) {
      await discard(database, shelf);
      throw error;
    }
    await discard(database, shelf);
  }
}

/** @returns how many parts were written; a listed part that is missing or damaged is missing then, for `verify` to say so */
async function copy(
  database: Database,
  shelf: Shelf,
  caseId: string,
  items: readonly ManifestItem[],
  read: (kind: StoredKind, id: string) => Promise<Bytes | undefined>,
  { signal, onProgress }: Watch,
): Promise<number> {
  let step: StoredPart[] = [];
  let bytes = 0;
  let count = 0;
  const write = async () => {
    const parts = step;
    step = [];
    bytes = 0;
    await transact(database, signal, (stores) => Promise.all(parts.map((part) => stores.parts.put(part))));
  };
  for (const [at, { kind, id }] of items.entries()) {
    signal?.throwIfAborted();
    const part = await read(kind, id);
    if (part) {
      step.push(await toStored(shelf, kind, id, part));
      bytes += part.length;
      count++;
    }
    if (step.length >= STEP_PARTS || bytes >= STEP_BYTES) await write();
    onProgress?.({ step: 'prepare', done: at + 1, total: items.length });
  }
  step.push(await toStored(shelf, 'manifest', caseId, encode(await makeManifest(caseId, items))));
  await write();
  return count + 1;
}

/** @returns false, with nothing changed, when the case was changed or the copy swept away meanwhile */
function turn(
  database: Database,
  before: Header,
  next: Header,
  from: Shelf,
  to: Shelf,
  count: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  return transact(database, signal, async ({ cases, parts }) => {
    const now = await cases.get(before.id);
    if (!now) throw new CaseError('gone');
    if (now.sequence !== before.sequence || (await parts.count(rangeOf(to))) !== count) return false;
    await Promise.all([cases.put(next), parts.delete(rangeOf(from))]);
    return true;
  });
}

async function discard(database: Database, shelf: Shelf): Promise<void> {
  await transact(database, undefined, ({ parts }) => parts.delete(rangeOf(shelf)));
}

/** Deletes the parts that count for no case: left by an encryption that was broken off. */
export async function sweep(database: Database): Promise<void> {
  await transact(database, undefined, async ({ cases, parts }) => {
    let cursor = await parts.openKeyCursor();
    while (cursor) {
      const [caseId, generation] = cursor.key;
      const header = await cases.get(caseId);
      if (header?.generation !== generation) await parts.delete(rangeOf({ caseId, generation }));
      cursor = await parts.openKeyCursor(IDBKeyRange.lowerBound([caseId, generation, []] as unknown as IDBValidKey));
    }
  });
}
