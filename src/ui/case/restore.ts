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
  /** @param share of the whole, up to 1: half for screening the records where need be, half for storing them */
  onProgress?(share: number): void;
}

/**
 * Whether the records themselves are as they were exported; an altered record, or one that the manifest does not know,
 * is never made to look like a kept one.
 */
export const canRestore = ({ changed, missing, added }: EvidenceCheck): boolean =>
  ![...changed, ...missing, ...added].includes(CASE_FILE);

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
    onProgress?.(entries.length / file.entries.length / 2);
  }
  const doubtful = new Set([...check.changed, ...check.added]);
  const filesOf = (attachments: readonly Attachment[]) =>
    attachments.flatMap((attachment) => {
      const path = attachmentPath(attachment);
      const bytes = doubtful.has(path) ? undefined : check.files.get(path);
      return bytes ? [new File([bytes], attachment.name, { type: attachment.type })] : [];
    });
  const given = entries.map(({ id, origin, revisions: [first, ...later], screening, attachments }) => ({
    id,
    origin,
    content: first.content,
    corrections: later.map(({ content }) => content),
    ...(screening && { screening }),
    files: filesOf(attachments),
  }));
  return store.restore(
    { details, entries: given, sent: file.sent },
    {
      ...(signal && { signal }),
      onProgress: ({ step, done, total }) => onProgress?.((step === 'prepare' ? 0.5 : 0.75) + done / total / 4),
    },
  );
}

async function screened(entry: Entry, about: About): Promise<Entry> {
  const screening = entry.screening ?? (await screenNow(current(entry), about));
  return screening ? { ...entry, screening } : entry;
}
