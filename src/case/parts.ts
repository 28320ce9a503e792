/** Writing and reading the pieces of a case, encrypted where it has a passphrase. */
import { type Bytes, decode, encode } from './canonical';
import type { Held, Shelf } from './desk';
import { CaseError, unlessCorrupt } from './errors';
import { type Manifest, type ManifestItem, makeManifest } from './manifest';
import type { Database, StoredPart } from './schema/stored';
import { hiddenKey, open, seal } from './seal';

export type StoredKind = StoredPart['kind'];

/** Every key of a generation; with a kind, those of that kind. Arrays sort after all strings. */
export const rangeOf = ({ caseId, generation }: Shelf, kind?: StoredKind): IDBKeyRange => {
  const prefix = kind ? [caseId, generation, kind] : [caseId, generation];
  return IDBKeyRange.bound(prefix, [...prefix, []]);
};

/** Every part of a case, of whatever generation. */
export const rangeOfCase = (caseId: string): IDBKeyRange => IDBKeyRange.bound([caseId], [caseId, []]);

type Place = [string, string, string, string];

export async function placeOf({ caseId, generation, keys }: Shelf, kind: StoredKind, id: string): Promise<Place> {
  return [caseId, generation, kind, keys ? await hiddenKey(keys, kind, id) : id];
}

export async function toStored(shelf: Shelf, kind: StoredKind, id: string, bytes: Bytes): Promise<StoredPart> {
  const [caseId, generation, , key] = await placeOf(shelf, kind, id);
  const sealed = shelf.keys ? await seal(shelf.keys, [caseId, kind, key], bytes) : { bytes };
  return { caseId, generation, kind, key, ...sealed };
}

/** @throws CaseError corrupt */
export async function fromStored({ keys }: Shelf, { caseId, kind, key, iv, bytes }: StoredPart): Promise<Bytes> {
  if (!keys) return bytes;
  if (!iv) throw new CaseError('corrupt');
  return open(keys, [caseId, kind, key], { iv, bytes });
}

/** @throws CaseError corrupt */
export async function readPart(database: Database, { shelf }: Held, kind: StoredKind, id: string) {
  const part = await database.get('parts', await placeOf(shelf, kind, id));
  return part && fromStored(shelf, part);
}

/** @throws CaseError corrupt where the bytes are not what was written */
export function parse<T>(bytes: Bytes): T {
  try {
    return decode<T>(bytes);
  } catch (cause) {
    throw new CaseError('corrupt', { cause });
  }
}

/** @throws CaseError gone, corrupt */
export async function readJson<T>(database: Database, held: Held, kind: StoredKind, id: string): Promise<T> {
  const bytes = await readPart(database, held, kind, id);
  if (!bytes) throw new CaseError('gone');
  return parse<T>(bytes);
}

/** What is there and can be read; nothing where it is missing or damaged. */
export function readIfThere<T>(database: Database, held: Held, kind: StoredKind, id: string): Promise<T | undefined> {
  return unlessCorrupt(readPart(database, held, kind, id).then((bytes) => bytes && parse<T>(bytes)));
}

export interface Listed<T> {
  readonly list: readonly T[];
  /** How many could not be read or are missing; `verify` says which. One damaged record must not hide the others. */
  readonly unreadable: number;
}

export async function listJson<T>(database: Database, held: Held, kind: StoredKind): Promise<Listed<T>> {
  const { shelf } = held;
  const parts = await database.getAll('parts', rangeOf(shelf, kind));
  const read = await Promise.allSettled(parts.map(async (part) => parse<T>(await fromStored(shelf, part))));
  const list = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const manifest = await unlessCorrupt(readManifest(database, held));
  const expected = manifest?.items.filter((item) => item.kind === kind).length ?? 0;
  return { list, unreadable: Math.max(expected, read.length) - list.length };
}

/** @throws CaseError corrupt when it is missing or damaged */
export async function readManifest(database: Database, held: Held): Promise<Manifest> {
  const bytes = await readPart(database, held, 'manifest', held.header.id);
  if (!bytes) throw new CaseError('corrupt');
  return parse<Manifest>(bytes);
}

export async function storedManifest(shelf: Shelf, items: Iterable<ManifestItem>): Promise<StoredPart> {
  return toStored(shelf, 'manifest', shelf.caseId, encode(await makeManifest(shelf.caseId, items)));
}
