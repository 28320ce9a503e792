/** Cases themselves, and the complaints sent in them. */
import { encode } from './canonical';
import { change, toPut, type Watch, type Write } from './change';
import { type Desk, hold, reading, type Shelf } from './desk';
import { CaseError } from './errors';
import { type Manifest, manifestHolds } from './manifest';
import { type Listed, listJson, readJson, readManifest } from './parts';
import type { Header } from './schema/stored';
import { deriveKeys, newSecret, wrap } from './seal';
import { transact } from './transact';
import type { Case, Sent } from './types';

export type CaseDetails = Omit<Case, 'id' | 'createdAt'>;

export interface Passphrase {
  readonly passphrase: string;
  /** The title stays readable while the case is locked. */
  readonly showTitle?: boolean;
}

export interface CaseSummary {
  readonly id: string;
  /** It has a passphrase. */
  readonly protected: boolean;
  /** Absent while it is locked, and where its details cannot be read (`unreadable`). */
  readonly details?: Case;
  readonly unreadable?: true;
  /** Of a locked case, only where the keeper chose to show it. */
  readonly title?: string;
}

/** All cases, in no promised order. */
export async function listCases(desk: Desk): Promise<readonly CaseSummary[]> {
  const headers = await (await desk.database()).getAll('cases');
  const listed = await Promise.all(headers.map((header) => summaryOf(desk, header)));
  return listed.flat();
}

async function summaryOf(desk: Desk, { id, lock, title }: Header): Promise<CaseSummary[]> {
  const common = { id, protected: lock !== undefined, ...(title !== undefined && { title }) };
  try {
    const details = await readCase(desk, id);
    return [{ ...common, title: details.title, details }];
  } catch (error) {
    if (!(error instanceof CaseError)) throw error;
    if (error.code === 'locked') return [common];
    // Deleted in another tab while we looked.
    if (!(await (await desk.database()).getKey('cases', id))) return [];
    return [{ ...common, unreadable: true }];
  }
}

/** @throws CaseError gone, locked, corrupt */
export function readCase(desk: Desk, caseId: string): Promise<Case> {
  return reading(desk, caseId, async (held) => readJson<Case>(await desk.database(), held, 'case', caseId));
}

/** With a passphrase from the start, nothing of the case was ever stored readable. */
export function createCase(desk: Desk, given: CaseDetails, lock?: Passphrase): Promise<Case> {
  return createWith(desk, given, async () => [], lock);
}

/** Makes a case together with what belongs to it, all in one transaction: half a case would look like a whole one. */
export async function createWith(
  desk: Desk,
  given: CaseDetails,
  contents: (details: Case) => Promise<readonly Write[]>,
  lock?: Passphrase,
  watch: Watch = {},
): Promise<Case> {
  const id = crypto.randomUUID();
  const generation = crypto.randomUUID();
  const details: Case = { ...given, id, createdAt: desk.now() };
  const secret = lock && newSecret();
  const wrapped = secret && (await wrap(secret, lock.passphrase, id, desk.iterations));
  const keys = secret && (await deriveKeys(secret, generation));
  const shelf: Shelf = { caseId: id, generation, ...(keys && { keys }) };
  const writes: Write[] = [{ kind: 'case', id, bytes: encode(details) }, ...(await contents(details))];
  const { put } = await toPut({ shelf, items: [] }, writes, watch);
  const header: Header = {
    id,
    sequence: 1,
    generation,
    ...(wrapped && { lock: wrapped }),
    ...(lock?.showTitle && { title: given.title }),
  };
  await transact(await desk.database(), watch.signal, async ({ cases, parts }) => {
    let done = 0;
    const count = () => watch.onProgress?.({ step: 'save', done: ++done, total: put.length });
    await Promise.all([cases.add(header), ...put.map((part) => parts.add(part).then(count))]);
  });
  if (keys) desk.keys.set(id, keys);
  return details;
}

/** What is to be noted anew of a case; `undefined` takes it away. */
export type DetailsChange = { readonly [Field in keyof CaseDetails]?: CaseDetails[Field] | undefined };

/** Notes something of the case itself. All else stays as it lies in the store: another tab may have noted it meanwhile. */
export async function updateCase(desk: Desk, caseId: string, changes: DetailsChange): Promise<void> {
  await change(desk, caseId, async (state) => {
    const stored = await readJson<Case>(state.database, state, 'case', caseId);
    const details = { ...stored, ...changes } as Case;
    const shown = state.header.title !== undefined;
    return {
      writes: [{ kind: 'case', id: caseId, bytes: encode(details) }],
      ...(shown && { shown: { title: details.title } }),
    };
  });
}

/** Whether the title stays readable while the case is locked. */
export async function showTitle(desk: Desk, caseId: string, show: boolean): Promise<void> {
  await change(desk, caseId, async (state) => {
    const { title } = await readJson<Case>(state.database, state, 'case', caseId);
    return { writes: [], shown: show ? { title } : {} };
  });
}

export function listSent(desk: Desk, caseId: string): Promise<Listed<Sent>> {
  return reading(desk, caseId, async (held) => listJson<Sent>(await desk.database(), held, 'sent'));
}

export const sentWrite = (sent: Sent): Write => ({ kind: 'sent', id: sent.id, bytes: encode(sent) });

/** Adds a sent complaint, or replaces the one with its id. */
export function putSent(desk: Desk, sent: Sent): Promise<void> {
  return change(desk, sent.caseId, async () => ({ writes: [sentWrite(sent)] }));
}

/** What may be noted later of a complaint; `undefined` takes the day of the answer away. */
export type SentChanges = {
  readonly [Field in 'day' | 'due' | 'ticket' | 'answer' | 'next']?: Sent[Field] | undefined;
};

/**
 * Notes something of a sent complaint, e.g. an answer. Everything else stays as it lies in the store: another tab may have
 * noted something meanwhile.
 *
 * @throws CaseError gone
 */
export function changeSent(desk: Desk, caseId: string, id: string, changes: SentChanges): Promise<void> {
  return change(desk, caseId, async (state) => {
    const stored = await readJson<Sent>(state.database, state, 'sent', id);
    return { writes: [sentWrite({ ...stored, ...changes } as Sent)] };
  });
}

export function removeSent(desk: Desk, caseId: string, id: string): Promise<void> {
  return change(desk, caseId, async () => ({ writes: [{ kind: 'sent', id }] }));
}

/** @throws CaseError corrupt when it does not have its own hash */
export function readHolding(desk: Desk, caseId: string): Promise<Manifest> {
  return reading(desk, caseId, async (held) => {
    const manifest = await readManifest(await desk.database(), held);
    if (!(await manifestHolds(manifest))) throw new CaseError('corrupt');
    return manifest;
  });
}

/** Whether a case can be read here: it has no passphrase, or was opened with it. */
export async function isOpen(desk: Desk, caseId: string): Promise<boolean> {
  try {
    await hold(desk, caseId);
    return true;
  } catch (error) {
    if (error instanceof CaseError && error.code === 'locked') return false;
    throw error;
  }
}
