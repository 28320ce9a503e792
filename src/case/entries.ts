import { type Bytes, encode } from './canonical';
import { change, type Watch, type Write } from './change';
import { type Desk, type Held, reading } from './desk';
import { CaseError, unlessCorrupt } from './errors';
import { admit, type NewFile } from './files';
import { sha256, withRevision } from './hash';
import { type Listed, listJson, parse, readJson, readPart } from './parts';
import type { Database } from './schema/stored';
import { admitTime } from './times';
import type { Attachment, Content, Entry, KeptScreening, Origin } from './types';

/** What is to be kept. Its id is given by whoever read it (`identity.ts`). */
export interface NewEntry {
  readonly id: string;
  readonly origin: Origin;
  readonly content: Content;
  /** Corrections that were made of it elsewhere, oldest first; the screening is of the last. */
  readonly corrections?: readonly Content[];
  readonly screening?: KeptScreening;
  readonly files?: readonly NewFile[];
}

/** Ids, in the order they were given. */
export interface Added {
  readonly added: readonly string[];
  /** Were there before, or came twice; what is kept stays as it is. */
  readonly known: readonly string[];
}

/**
 * Keeps entries, thousands if need be: all of them or none. One transaction does it, because the caller holds them in
 * memory anyway and the browser itself then guarantees that nothing is half done and nothing need be tidied up after a
 * killed browser.
 *
 * @throws CaseError gone, locked, quota, too-large, type-not-allowed, bad-time; the signal's reason when stopped
 */
export async function addEntries(
  desk: Desk,
  caseId: string,
  entries: readonly NewEntry[],
  watch?: Watch,
): Promise<Added> {
  mustBeFit(entries);
  const savedAt = desk.now();
  let outcome: Added = { added: [], known: [] };
  await change(
    desk,
    caseId,
    async ({ manifest }) => {
      const seen = new Set(manifest.items.flatMap(({ kind, id }) => (kind === 'entry' ? id : [])));
      const fresh = entries.filter(({ id }) => !seen.has(id) && seen.add(id));
      const added = new Set(fresh);
      const ids = (list: readonly NewEntry[]) => list.map(({ id }) => id);
      outcome = { added: ids(fresh), known: ids(entries.filter((entry) => !added.has(entry))) };
      const writes: Write[] = [];
      for (const entry of fresh) {
        watch?.signal?.throwIfAborted();
        writes.push(...(await writesOf(caseId, entry, savedAt)));
      }
      return { writes };
    },
    watch,
  );
  return outcome;
}

/** @throws CaseError too-large, type-not-allowed, bad-time */
export function mustBeFit(entries: readonly NewEntry[]): void {
  for (const { content, corrections = [], files = [] } of entries) {
    for (const each of [content, ...corrections]) admitTime(each);
    for (const file of files) admit(file);
  }
}

/** @throws CaseError too-large, type-not-allowed */
export async function writesOf(caseId: string, given: NewEntry, savedAt: string): Promise<Write[]> {
  const { id, origin, content, corrections = [], screening, files = [] } = given;
  const kept = await Promise.all(files.map((file) => takeIn(id, file)));
  let revisions = await withRevision([], content, savedAt);
  for (const correction of corrections) revisions = await withRevision(revisions, correction, savedAt);
  const entry: Entry = { id, caseId, origin, revisions, attachments: kept.map(({ attachment }) => attachment) };
  return [
    { kind: 'entry', id, bytes: encode(withVerdict(entry, screening)) },
    ...(screening ? [{ kind: 'screening' as const, id, bytes: encode(screening) }] : []),
    ...kept.map(({ attachment, bytes }) => ({ kind: 'attachment' as const, id: attachment.id, bytes })),
  ];
}

/** @throws CaseError too-large, type-not-allowed */
export async function takeIn(entryId: string, file: NewFile): Promise<{ attachment: Attachment; bytes: Bytes }> {
  const type = admit(file);
  const bytes = new Uint8Array(await file.arrayBuffer());
  // The size may have changed since the file was chosen.
  admit({ name: file.name, type, size: bytes.length });
  const id = `${entryId}/${crypto.randomUUID()}`;
  return { attachment: { id, name: file.name, type, size: bytes.length, sha256: await sha256(bytes) }, bytes };
}

export function withVerdict(entry: Entry, screening: KeptScreening | undefined): Entry {
  const { verdict: _verdict, ...rest } = entry;
  return screening ? { ...rest, verdict: screening.explanation.verdict } : rest;
}

/** Every entry without its screening, in no promised order. */
export function listEntries(desk: Desk, caseId: string): Promise<Listed<Entry>> {
  return reading(desk, caseId, async (held) => listJson<Entry>(await desk.database(), held, 'entry'));
}

/** One entry with its screening; where that is damaged the verdict stands alone, and the words are read all the same. */
export function readEntry(desk: Desk, caseId: string, id: string): Promise<Entry> {
  return reading(desk, caseId, async (held) => {
    const database = await desk.database();
    const entry = await readJson<Entry>(database, held, 'entry', id);
    const screening = await unlessCorrupt(readScreening(database, held, id));
    return screening ? { ...entry, screening } : entry;
  });
}

async function readScreening(database: Database, held: Held, id: string): Promise<KeptScreening | undefined> {
  const bytes = await readPart(database, held, 'screening', id);
  return bytes && parse<KeptScreening>(bytes);
}

/** A kept file under its kept type, which is never one that can carry a script. */
export function readFile(desk: Desk, caseId: string, { id, type }: Pick<Attachment, 'id' | 'type'>): Promise<Blob> {
  return reading(desk, caseId, async (held) => {
    const bytes = await readPart(await desk.database(), held, 'attachment', id);
    if (!bytes) throw new CaseError('gone');
    return new Blob([bytes], { type: admit({ name: '', type, size: bytes.length }) });
  });
}
