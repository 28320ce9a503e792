/** Getting a case out of the browser as one file, and back in. */
import { checkEvidence, readCase } from '../../case/evidence/check';
import { attachmentPath, type Bundle } from '../../case/evidence/layout';
import { maskedEntries } from '../../case/evidence/masked';
import { type Evidence, writeEvidence } from '../../case/evidence/write';
import type { MaskOptions } from '../../case/mask';
import type { CaseStore } from '../../case/store';
import { timeline } from '../../case/timeline';
import { type Case, current, type Entry } from '../../case/types';
import { knowledge } from '../../knowledge';
import { reportDocument } from '../report/document';
import type { OpenCase } from './cases';
import { daysOf } from './days';

export interface Exporting {
  /** Hides other people's numbers and names; files beside the entries then stay out, they cannot be masked. */
  readonly masking?: MaskOptions;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** @throws CaseError; the signal's reason when stopped */
export async function exportCase(
  store: CaseStore,
  held: OpenCase,
  { masking, signal, onProgress }: Exporting,
): Promise<Evidence> {
  const { details, sent } = held;
  const total = held.entries.length * 2;
  const full: Entry[] = [];
  const attachments = new Map<string, Blob>();
  for (const { id } of held.entries) {
    signal.throwIfAborted();
    const entry = await store.entry(details.id, id);
    full.push(entry);
    for (const each of masking ? [] : entry.attachments) attachments.set(each.id, await store.file(details.id, each));
    onProgress(full.length, total);
  }
  const entries = masking ? maskedEntries(full, masking) : full;
  const bundle: Bundle = { case: details, entries, sent, attachments, originals: [] };
  const madeAt = new Date().toISOString();
  const report = reportDocument({
    bundle,
    madeAt,
    isMasked: masking !== undefined,
    days: daysOf(timeline(entries).all?.days ?? []),
    channelName: (id) => knowledge.channels[id]?.name.zh ?? id,
  });
  return writeEvidence(bundle, {
    madeAt,
    report,
    signal,
    onProgress: (done, files) => onProgress(held.entries.length + (done / files) * held.entries.length, total),
  });
}

const known = {
  hosts: new Set([
    ...knowledge.routing.hosts,
    ...Object.values(knowledge.articles).map(({ site }) => new URL(site).host),
  ]),
  numbers: new Set(Object.values(knowledge.channels).flatMap(({ dial }) => dial ?? [])),
};

export const openEvidence = checkEvidence;

/**
 * Makes a case of an evidence file. Corrections are made again in their order; when they were made stays in the file.
 *
 * @returns the new case
 * @throws EvidenceError, CaseError
 */
export async function restoreCase(store: CaseStore, check: Awaited<ReturnType<typeof checkEvidence>>): Promise<Case> {
  const file = await readCase(check, known);
  const { id: _id, createdAt: _createdAt, ...details } = file.case;
  const restored = await store.createCase(details);
  try {
    await store.addEntries(
      restored.id,
      file.entries.map((entry) => ({
        id: entry.id,
        origin: entry.origin,
        content: entry.revisions[0].content,
        ...(entry.screening && { screening: entry.screening }),
        files: entry.attachments.flatMap((attachment) => {
          const bytes = check.files.get(attachmentPath(attachment));
          return bytes ? [new File([bytes], attachment.name, { type: attachment.type })] : [];
        }),
      })),
    );
    for (const entry of file.entries) {
      for (const { content } of entry.revisions.slice(1)) {
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

/** Senders of what came in: the numbers that stay when others are hidden. */
export const sendersOf = (entries: readonly Entry[]): string[] => [
  ...new Set(
    entries.flatMap((entry) => {
      const { direction, sender } = current(entry);
      return direction === 'in' && sender ? [sender] : [];
    }),
  ),
];
