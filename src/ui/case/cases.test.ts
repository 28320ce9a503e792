/** What is shown is what was asked for last, and nothing of a case that was locked since. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { DETAILS, entry } from '../../case/testing';
import {
  failure,
  listCases,
  lockCases,
  lockHere,
  lockings,
  notice,
  openCase,
  removed,
  show,
  store,
  summaries,
} from './cases';
import { later } from './testing';
import { hasWords, NO_CASE, typed } from './typed';

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

describe('another tab', () => {
  const stub = { hidden: false };
  afterEach(() => vi.unstubAllGlobals());
  const another = async () => {
    const { openStore } = await import('../../case/store');
    const other = await openStore();
    onTestFinished(() => other.close());
    return other;
  };

  it('saves a message, renames a case, deletes one: it is seen here, and what is typed stays', async () => {
    await show(b);
    typed(b, 'own', { text: '' }).fields.text.value = '请停止';
    const other = await another();
    await other.addEntries(b, [entry('b1')]);
    await vi.waitFor(() => expect(openCase.value?.entries).toHaveLength(1));
    await other.updateCase(b, { title: '新名字' });
    await vi.waitFor(() => expect(openCase.value?.details.title).toBe('新名字'));
    expect(hasWords(b, 'own')).toBe(true);
    await other.deleteCase(b);
    await vi.waitFor(() => expect(openCase.value).toBeUndefined());
    expect(hasWords(b, 'own')).toBe(false);
    expect(failure.value).toBe('');
  });

  it('is heard by a page that nobody sees only once it is seen', async () => {
    await show(b);
    vi.stubGlobal('document', stub);
    stub.hidden = true;
    const other = await another();
    await other.addEntries(b, [entry('b1')]);
    await new Promise((done) => setTimeout(done, 50));
    expect(openCase.value?.entries).toHaveLength(0);
    stub.hidden = false;
    await other.addEntries(b, [entry('b2')]);
    await vi.waitFor(() => expect(openCase.value?.entries).toHaveLength(2));
  });
});

it('a reading that ends after a later one shows nothing older', async () => {
  await show(b);
  const letGo = await slow();
  const first = listCases();
  await isReading();
  await (await store()).addEntries(b, [entry('b1')]);
  await listCases();
  letGo();
  await first;
  expect(openCase.value?.entries).toHaveLength(1);
});

it('what a lock takes away is told where the case is opened again, and that it locked itself', async () => {
  await show(a);
  typed(a, 'edit a1', { note: '' }).fields.note.value = '他先打了电话';
  await lockHere();
  expect(hasWords(a, 'edit a1')).toBe(false);
  expect(lockings.value.get(a)).toEqual({ itself: true, words: true });
  expect(notice.value).toBe('caseNowLocked');
  await (await store()).unlock(a, FOUR.passphrase);
  await show(a);
  (await store()).lock(a);
  expect(lockings.value.get(a)).toEqual({ itself: false, words: false });
});

it('hiding everything forgets unsaved words at once: they would hold up the closing of the page', async () => {
  typed(NO_CASE, 'new', { title: '' }).fields.title.value = '张三';
  const locking = lockCases();
  expect(hasWords(NO_CASE, 'new')).toBe(false);
  await locking;
});
