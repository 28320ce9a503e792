import type { NewEntry } from '../../case/entries';
import type { CaseStore } from '../../case/store';
import type { Selection } from '../../intake/inbox/types';
import { toKeep } from '../case/screening';
import { inbox } from './inbox';

/** Most entries that are saved at once: a case is meant for about ten thousand, and all are in memory meanwhile. */
export const SAVE_LIMIT = 5_000;
const BATCH = 100;

export interface Saving {
  readonly signal: AbortSignal;
  /** @param done of `total`; fetching, preparing and writing each count once for every entry */
  onProgress(done: number, total: number): void;
}

/** More than {@link SAVE_LIMIT}, or nothing, was chosen. */
export class SelectionError extends Error {
  override readonly name = 'SelectionError';
  constructor(readonly count: number) {
    super(`${count} entries`);
  }
}

/**
 * Saves what was chosen to a case: all of it or nothing.
 *
 * @returns how many are new in the case, and how many were there already
 * @throws SelectionError; CaseError; the signal's reason when stopped
 */
export async function save(
  store: CaseStore,
  caseId: string,
  selection: Selection,
  { signal, onProgress }: Saving,
): Promise<{ added: number; known: number }> {
  const count = await inbox().call('count', selection);
  if (!count || count > SAVE_LIMIT) throw new SelectionError(count);
  const at = new Date().toISOString();
  const entries: NewEntry[] = [];
  while (entries.length < count) {
    signal.throwIfAborted();
    const batch = await inbox().call('entries', selection, entries.length, Math.min(count, entries.length + BATCH));
    if (!batch.length) break;
    for (const { id, content, origin, explanation } of batch) {
      entries.push({ id, content, origin: { ...origin, at }, ...(explanation && { screening: toKeep(explanation) }) });
    }
    onProgress(entries.length, count * 3);
  }
  const { added, known } = await store.addEntries(caseId, entries, {
    signal,
    onProgress({ step, done, total }) {
      onProgress(count * (step === 'prepare' ? 1 : 2) + (count * done) / total, count * 3);
    },
  });
  return { added: added.length, known: known.length };
}
