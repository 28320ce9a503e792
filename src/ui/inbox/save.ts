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
 * @throws SelectionError; CaseError; the signal's reason when stopped; what the worker throws, also when it was ended
 */
export async function save(
  store: CaseStore,
  caseId: string,
  selection: Selection,
  { signal, onProgress }: Saving,
): Promise<{ added: number; known: number }> {
  // One inbox throughout: were it emptied meanwhile, another would give less than was chosen.
  const from = inbox();
  const ids = await from.call('ids', selection);
  const count = ids.length;
  if (!count || count > SAVE_LIMIT) throw new SelectionError(count);
  const at = new Date().toISOString();
  const entries: NewEntry[] = [];
  for (let first = 0; first < count; first += BATCH) {
    signal.throwIfAborted();
    const batch = await from.call('entries', ids.slice(first, first + BATCH));
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
