/** Making a case of what was exported. */
import { type CaseDetails, createWith, sentWrite } from './cases';
import type { Watch, Write } from './change';
import type { Desk } from './desk';
import { mustBeFit, type NewEntry, writesOf } from './entries';
import type { Case, Sent } from './types';

/** All that belongs to a case; of two with one id the first counts. */
export interface Restored {
  readonly details: CaseDetails;
  readonly entries: readonly NewEntry[];
  readonly sent: readonly Sent[];
}

/**
 * Makes a new case in one transaction: whatever ends it, there is the whole of it or nothing.
 *
 * @throws CaseError quota, too-large, type-not-allowed, bad-time; the signal's reason when stopped
 */
export function restoreWhole(desk: Desk, { details, entries, sent }: Restored, watch: Watch = {}): Promise<Case> {
  mustBeFit(entries);
  const contents = async ({ id, createdAt }: Case) => {
    const writes: Write[] = [];
    for (const entry of firstOf(entries)) {
      watch.signal?.throwIfAborted();
      writes.push(...(await writesOf(id, entry, createdAt)));
    }
    return [...writes, ...firstOf(sent).map((one) => sentWrite({ ...one, caseId: id }))];
  };
  return createWith(desk, details, contents, undefined, watch);
}

function firstOf<T extends { readonly id: string }>(list: readonly T[]): T[] {
  const seen = new Set<string>();
  return list.filter(({ id }) => !seen.has(id) && seen.add(id));
}
