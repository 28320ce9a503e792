/** Later changes of an entry; what was taken in first is kept. */
import { encode } from './canonical';
import { type Change, change, type State, type Write } from './change';
import type { Desk } from './desk';
import { takeIn, withVerdict } from './entries';
import type { NewFile } from './files';
import { withRevision } from './hash';
import { readJson } from './parts';
import { admitTime } from './times';
import type { Content, Entry, KeptScreening } from './types';

/**
 * Adds a state to an entry and keeps the earlier. The screening was of the earlier words: without a new one it goes.
 *
 * @throws CaseError bad-time
 */
export async function revise(desk: Desk, caseId: string, id: string, content: Content, screening?: KeptScreening) {
  admitTime(content);
  return changeEntry(desk, caseId, id, async (entry) => {
    const revisions = await withRevision(entry.revisions, content, desk.now());
    return [{ ...withVerdict(entry, screening), revisions }, screeningWrite(id, screening)];
  });
}

/** Keeps screenings made after the entries were taken in; those of entries that are not there are left out. */
export function keepScreenings(desk: Desk, caseId: string, screenings: ReadonlyMap<string, KeptScreening>) {
  return change(desk, caseId, async (state) => {
    const there = new Set(state.manifest.items.flatMap(({ kind, id }) => (kind === 'entry' ? id : [])));
    const writes: Write[] = [];
    for (const [id, screening] of screenings) {
      if (!there.has(id)) continue;
      const entry = await readJson<Entry>(state.database, state, 'entry', id);
      writes.push({ kind: 'entry', id, bytes: encode(withVerdict(entry, screening)) }, screeningWrite(id, screening));
    }
    return { writes };
  });
}

/** @throws CaseError too-large, type-not-allowed */
export function attach(desk: Desk, caseId: string, id: string, file: NewFile): Promise<void> {
  return changeEntry(desk, caseId, id, async (entry) => {
    const { attachment, bytes } = await takeIn(id, file);
    const attachments = [...entry.attachments, attachment];
    return [
      { ...entry, attachments },
      { kind: 'attachment', id: attachment.id, bytes },
    ];
  });
}

export function detach(desk: Desk, caseId: string, id: string, attachmentId: string): Promise<void> {
  return changeEntry(desk, caseId, id, async (entry) => {
    const attachments = entry.attachments.filter((each) => each.id !== attachmentId);
    return [
      { ...entry, attachments },
      { kind: 'attachment', id: attachmentId },
    ];
  });
}

function screeningWrite(id: string, screening: KeptScreening | undefined): Write {
  return { kind: 'screening', id, ...(screening && { bytes: encode(screening) }) };
}

function changeEntry(
  desk: Desk,
  caseId: string,
  id: string,
  next: (entry: Entry) => Promise<readonly [Entry, ...Write[]]>,
): Promise<void> {
  return change(desk, caseId, async (state: State): Promise<Change> => {
    const [entry, ...others] = await next(await readJson<Entry>(state.database, state, 'entry', id));
    return { writes: [{ kind: 'entry', id, bytes: encode(entry) }, ...others] };
  });
}
