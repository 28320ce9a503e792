/** Making a case of an evidence file again. */
import { type EvidenceCheck, knownOf, readCase } from '../../case/evidence/check';
import { attachmentPath, CASE_FILE } from '../../case/evidence/layout';
import type { CaseStore } from '../../case/store';
import { type Attachment, type Case, current, type Entry } from '../../case/types';
import { knowledge } from '../../knowledge';
import { type About, screenNow } from './screening';

const known = knownOf(knowledge);

interface Watch {
  readonly signal?: AbortSignal;
  /** @param done of `total` records that were screened where need be; writing them is short beside it */
  onProgress?(done: number, total: number): void;
}

/** Whether the records themselves are as they were exported; an altered record is never made to look like a kept one. */
export const canRestore = ({ changed, missing }: EvidenceCheck): boolean =>
  ![...changed, ...missing].includes(CASE_FILE);

/**
 * Corrections are made again in their order; when they were made stays in the file. Attachments that do not agree with
 * the manifest are left out. What was received and has no screening, or none that could be taken over, is screened now.
 *
 * @returns the new case
 * @throws EvidenceError, CaseError; the signal's reason when stopped, with nothing left behind
 */
export async function restoreCase(
  store: CaseStore,
  check: EvidenceCheck,
  { signal, onProgress }: Watch = {},
): Promise<Case> {
  const file = await readCase(check, known);
  const { id: _id, createdAt: _createdAt, ...details } = file.case;
  const entries: Entry[] = [];
  for (const entry of file.entries) {
    signal?.throwIfAborted();
    entries.push(await screened(entry, details));
    onProgress?.(entries.length, file.entries.length);
  }
  const restored = await store.createCase(details);
  const doubtful = new Set([...check.changed, ...check.added]);
  const filesOf = (attachments: readonly Attachment[]) =>
    attachments.flatMap((attachment) => {
      const path = attachmentPath(attachment);
      const bytes = doubtful.has(path) ? undefined : check.files.get(path);
      return bytes ? [new File([bytes], attachment.name, { type: attachment.type })] : [];
    });
  try {
    await store.addEntries(
      restored.id,
      entries.map(({ id, origin, revisions, screening, attachments }) => ({
        id,
        origin,
        content: revisions[0].content,
        ...(screening && { screening }),
        files: filesOf(attachments),
      })),
      { ...(signal && { signal }) },
    );
    for (const entry of entries) {
      for (const { content } of entry.revisions.slice(1)) {
        signal?.throwIfAborted();
        await store.revise(restored.id, entry.id, content, entry.screening);
      }
    }
    for (const one of file.sent) await store.putSent({ ...one, caseId: restored.id });
  } catch (error) {
    // Half a case would look like a whole one.
    await store.deleteCase(restored.id);
    throw error;
  }
  return restored;
}

async function screened(entry: Entry, about: About): Promise<Entry> {
  const screening = entry.screening ?? (await screenNow(current(entry), about));
  return screening ? { ...entry, screening } : entry;
}
