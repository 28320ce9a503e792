/** What is shown is what was asked for last, and nothing of a case that was locked since. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DETAILS, entry } from '../../case/testing';
import { failure, listCases, lockHere, openCase, removed, show, store, summaries } from './cases';
import { later } from './testing';

const FOUR = { passphrase: '天黑了也怕' };
let a: string;
let b: string;

/** Holds back the entries of a case that are read next until the returned function is called. */
async function slow(): Promise<() => void> {
  const cases = await store();
  const really = cases.entries;
  const { promise, resolve } = later();
  vi.spyOn(cases, 'entries').mockImplementationOnce(async (id) => {
    const read = await really(id);
    await promise;
    return read;
  });
  return resolve;
}
/** Waits until the reading that `slow` holds back has begun. */
const isReading = async () => {
  const cases = await store();
  await vi.waitFor(() => expect(cases.entries).toHaveBeenCalled());
};

beforeEach(async () => {
  const cases = await store();
  await cases.deleteAll();
  a = (await cases.createCase({ ...DETAILS, title: '案件甲' }, FOUR)).id;
  b = (await cases.createCase({ ...DETAILS, title: '案件乙' })).id;
  await cases.addEntries(a, [entry('a1')]);
  openCase.value = undefined;
});
afterEach(() => void vi.restoreAllMocks());

it('a case that is read too late does not take the place of the one opened since', async () => {
  const letGo = await slow();
  const first = show(a);
  await isReading();
  await show(b);
  letGo();
  expect(await first).toBe(true);
  expect(openCase.value?.details.id).toBe(b);
});

it('nor does the open one, read again because something was changed', async () => {
  await show(a);
  const letGo = await slow();
  const again = listCases();
  await isReading();
  await show(b);
  letGo();
  await again;
  expect(openCase.value?.details.id).toBe(b);
});

it('a case that was locked while it was read does not come into view', async () => {
  await show(a);
  const letGo = await slow();
  const again = listCases();
  await isReading();
  await lockHere();
  await vi.waitFor(() => expect(summaries.value?.find(({ id }) => id === a)?.details).toBeUndefined());
  letGo();
  await again;
  expect(openCase.value).toBeUndefined();
  expect(failure.value).toBe('');
});

it('is opened by its passphrase while it is the one that is wanted', async () => {
  (await store()).lock(a);
  await show(a);
  expect(openCase.value).toBeUndefined();
  await (await store()).unlock(a, FOUR.passphrase);
  await listCases();
  expect(openCase.value?.entries).toHaveLength(1);
});

it('a lock takes away what could be undone in its own case alone', async () => {
  await show(b);
  removed.value = { caseId: b, ids: ['x'] };
  await lockHere();
  expect(removed.value.ids).toEqual(['x']);
  removed.value = { caseId: a, ids: ['y'] };
  (await store()).lock(a);
  expect(removed.value.ids).toEqual([]);
});

it('a case that another tab has just encrypted goes from view, although it had no passphrase here', async () => {
  await show(b);
  const { openStore } = await import('../../case/store');
  const other = await openStore();
  await other.protect(b, FOUR);
  await vi.waitFor(() => expect(openCase.value).toBeUndefined());
  await vi.waitFor(() => expect(summaries.value?.find(({ id }) => id === b)).toEqual({ id: b, protected: true }));
  await other.close();
});
