/** Cases themselves, and the complaints sent in them. */
import { encode } from './canonical';
import { change } from './change';
import { type Desk, hold, reading, type Shelf } from './desk';
import { CaseError } from './errors';
import { sha256 } from './hash';
import { type Manifest, manifestHolds } from './manifest';
import { type Listed, listJson, readJson, readManifest, storedManifest, toStored } from './parts';
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
export async function createCase(desk: Desk, given: CaseDetails, lock?: Passphrase): Promise<Case> {
  const id = crypto.randomUUID();
  const generation = crypto.randomUUID();
  const details: Case = { ...given, id, createdAt: desk.now() };
  const secret = lock && newSecret();
  const wrapped = secret && (await wrap(secret, lock.passphrase, id, desk.iterations));
  const keys = secret && (await deriveKeys(secret, generation));
  const shelf: Shelf = { caseId: id, generation, ...(keys && { keys }) };
  const bytes = encode(details);
  const stored = [
    await toStored(shelf, 'case', id, bytes),
    await storedManifest(shelf, [{ kind: 'case', id, sha256: await sha256(bytes) }]),
  ];
  const header: Header = {
    id,
    sequence: 1,
    generation,
    ...(wrapped && { lock: wrapped }),
    ...(lock?.showTitle && { title: given.title }),
  };
  await transact(await desk.database(), undefined, async ({ cases, parts }) => {
    await Promise.all([cases.add(header), ...stored.map((part) => parts.add(part))]);
  });
  if (keys) desk.keys.set(id, keys);
  return details;
}

/** Replaces what is noted of the case itself. */
export async function updateCase(desk: Desk, caseId: string, given: CaseDetails): Promise<void> {
  await change(desk, caseId, async (state) => {
    const { createdAt } = await readJson<Case>(state.database, state, 'case', caseId);
    const details: Case = { ...given, id: caseId, createdAt };
    const shown = state.header.title !== undefined;
    return {
      writes: [{ kind: 'case', id: caseId, bytes: encode(details) }],
      ...(shown && { shown: { title: given.title } }),
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

/** Adds a sent complaint, or replaces the one with its id, e.g. when an answer came. */
export function putSent(desk: Desk, sent: Sent): Promise<void> {
  return change(desk, sent.caseId, async () => ({
    writes: [{ kind: 'sent', id: sent.id, bytes: encode(sent) }],
  }));
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
