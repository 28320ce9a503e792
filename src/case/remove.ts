/** Deleting: an entry, a case, everything. */
import { type Bytes, encode } from './canonical';
import { change, type Write } from './change';
import type { Desk, Removed } from './desk';
import { CaseError, unlessCorrupt } from './errors';
import { rangeOfCase, readIfThere, readPart } from './parts';
import { transact } from './transact';
import type { Entry } from './types';

/**
 * Deletes an entry with its screening and files; `undoRemove` brings it back while this page is open, but for what of it
 * was damaged.
 */
export async function removeEntry(desk: Desk, caseId: string, id: string): Promise<void> {
  let removed: Removed | undefined;
  await change(desk, caseId, async (state) => {
    const own = state.manifest.items.filter(
      (item) => (item.id === id && (item.kind === 'entry' || item.kind === 'screening')) || isFileOf(id, item),
    );
    if (!own.some(({ kind }) => kind === 'entry')) throw new CaseError('gone');
    const read = (kind: Write['kind'], part: string) => unlessCorrupt(readPart(state.database, state, kind, part));
    const files = new Map<string, Bytes>();
    for (const file of own.filter(({ kind }) => kind === 'attachment')) {
      const bytes = await read(file.kind, file.id);
      if (bytes) files.set(file.id, bytes);
    }
    const screening = await read('screening', id);
    const entry = await readIfThere<Entry>(state.database, state, 'entry', id);
    removed = entry && { entry, files, ...(screening && { screening }) };
    return { writes: own.map(({ kind, id: part }) => ({ kind, id: part })) };
  });
  if (!removed) return;
  const ofCase = desk.removed.get(caseId) ?? new Map<string, Removed>();
  desk.removed.set(caseId, ofCase.set(id, removed));
}

const isFileOf = (entryId: string, { kind, id }: Pick<Write, 'kind' | 'id'>): boolean =>
  kind === 'attachment' && id.startsWith(`${entryId}/`);

/** @throws CaseError gone when it was not deleted here, or the case was locked or deleted since */
export async function undoRemove(desk: Desk, caseId: string, id: string): Promise<void> {
  const removed = desk.removed.get(caseId)?.get(id);
  if (!removed) throw new CaseError('gone');
  const { entry, screening, files } = removed;
  await change(desk, caseId, async ({ manifest }) => {
    // Taken in again meanwhile: that one stays.
    if (manifest.items.some((item) => item.kind === 'entry' && item.id === id)) return { writes: [] };
    const writes: Write[] = [{ kind: 'entry', id, bytes: encode(entry) }];
    if (screening) writes.push({ kind: 'screening', id, bytes: screening });
    for (const [file, bytes] of files) writes.push({ kind: 'attachment', id: file, bytes });
    return { writes };
  });
  desk.removed.get(caseId)?.delete(id);
}

/** Deletes a case, locked or not, with whatever an earlier encryption may have left of it. */
export async function removeCase(desk: Desk, caseId: string): Promise<void> {
  desk.keys.delete(caseId);
  desk.removed.delete(caseId);
  await transact(await desk.database(), undefined, async ({ cases, parts }) => {
    await Promise.all([cases.delete(caseId), parts.delete(rangeOfCase(caseId))]);
  });
}

export async function removeAll(desk: Desk): Promise<void> {
  desk.keys.clear();
  desk.removed.clear();
  await transact(await desk.database(), undefined, async ({ cases, parts }) => {
    await Promise.all([cases.clear(), parts.clear()]);
  });
}
