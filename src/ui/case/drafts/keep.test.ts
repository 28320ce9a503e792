/** A draft stays with its case: neither a lock nor another case that is opened meanwhile may mix them up. */
import 'fake-indexeddb/auto';
import { effect } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { content, DETAILS, entry } from '../../../case/testing';
import { draftFiles } from '../../../knowledge/drafts';
import { failure, lockCases, type OpenCase, openCase, show, store } from '../cases';
import { keepDraft, kept, takeIn, takeUp } from './keep';
import { begin, change, choose, loaded, work } from './work';

const [file] = draftFiles;
if (!file) throw new Error('no drafts');
const FOUR = { passphrase: '天黑了也怕' };
let a: string;
let b: string;

const held = (): OpenCase => {
  if (!openCase.value) throw new Error('no case is open');
  return openCase.value;
};
const texts = () =>
  [work.value, kept.value, ...loaded.value.values()].filter(Boolean).map((one) => JSON.stringify(one));
/** The draft of a case in the store; its name is what the tests write. */
const nameIn = async (id: string) => (await (await store()).draft(id))?.given.name;

async function opened(id: string): Promise<OpenCase> {
  await show(id);
  return held();
}

/** Holds back what the store reads of one kind until the returned function is called. */
async function slow(call: 'draft' | 'entry'): Promise<() => void> {
  const cases = await store();
  const really = cases[call] as (...given: unknown[]) => Promise<unknown>;
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  vi.spyOn(cases, call).mockImplementationOnce(async (...given: unknown[]) => {
    const read = await really(...given);
    await held;
    return read as never;
  });
  return letGo;
}

beforeEach(async () => {
  const cases = await store();
  await cases.deleteAll();
  a = (await cases.createCase({ ...DETAILS, title: '案件甲' })).id;
  b = (await cases.createCase({ ...DETAILS, title: '案件乙' })).id;
  await cases.addEntries(a, [entry('a1'), entry('a2'), entry('a3')]);
  await cases.addEntries(b, [entry('b1')]);
  openCase.value = undefined;
  failure.value = '';
});
afterEach(() => void vi.restoreAllMocks());

it('a lock takes it out of the page whichever part is shown, and what is newer is read after it', async () => {
  const cases = await store();
  await cases.protect(a, FOUR);
  begin(await opened(a), file);
  const stop = keepDraft();
  change({ given: { name: '旧' } });
  await takeIn(a, ['a1']);
  stop();
  await vi.waitFor(() => expect(kept.value).toBe(work.value));
  expect(texts()).toHaveLength(3);
  const old = await cases.draft(a);
  await lockCases();
  expect(texts()).toEqual([]);
  await cases.unlock(a, FOUR.passphrase);
  if (old) await cases.putDraft(a, { ...old, given: { name: '新' } });
  await takeUp(await opened(a));
  expect(work.value?.given.name).toBe('新');
}, 60_000);

it('a lock of a case that is no longer the open one leaves nothing of it either', async () => {
  begin(await opened(a), file);
  await opened(b);
  expect(texts()).toEqual([]);
});

it('another case is opened: the last change is saved with its own case', async () => {
  begin(await opened(a), file);
  const stop = keepDraft();
  change({ given: { name: '甲' } });
  await opened(b);
  begin(held(), file);
  stop();
  await vi.waitFor(async () => expect(await nameIn(a)).toBe('甲'));
  expect(kept.value?.caseId).not.toBe(a);
});

it('entries that were read too late do not come into the draft of another case', async () => {
  begin(await opened(a), file);
  const letGo = await slow('entry');
  const taking = takeIn(a, ['a1', 'a2']);
  begin(await opened(b), file);
  change({ confirmed: true });
  letGo();
  await taking;
  expect([...(work.value?.chosen.keys() ?? [])]).toEqual([]);
  expect([...loaded.value.keys()]).toEqual([]);
  expect(work.value?.confirmed).toBe(true);
});

it('a draft that was read too late does not replace that of another case', async () => {
  begin(await opened(a), file);
  keepDraft()();
  await vi.waitFor(async () => expect(await (await store()).draft(a)).toBeDefined());
  await opened(b);
  const first = await opened(a);
  const letGo = await slow('draft');
  const takingA = takeUp(first);
  begin(await opened(b), file);
  change({ given: { name: '乙' } });
  letGo();
  await takingA;
  expect(work.value).toMatchObject({ caseId: b, given: { name: '乙' } });
});

it('a draft that was read too late does not replace the one begun for the same case', async () => {
  begin(await opened(a), file);
  change({ given: { name: '旧' } });
  keepDraft()();
  await vi.waitFor(async () => expect(await nameIn(a)).toBe('旧'));
  await opened(b);
  const letGo = await slow('draft');
  const taking = takeUp(await opened(a));
  begin(held(), file);
  change({ given: { name: '新' } });
  letGo();
  await taking;
  expect(work.value?.given.name).toBe('新');
  expect(kept.value).toBeUndefined();
});

it('many entries are taken in at once, and what is left out goes', async () => {
  begin(await opened(a), file);
  const seen: number[] = [];
  const stop = effect(() => void seen.push(work.value?.chosen.size ?? -1));
  await takeIn(a, ['a1', 'a2', 'a3']);
  choose(
    held().entries.filter(({ id }) => id === 'a2'),
    false,
  );
  stop();
  expect(seen).toEqual([0, 3, 2]);
});

it('an entry that cannot be read is said, the others are taken', async () => {
  begin(await opened(a), file);
  await takeIn(a, ['gone', 'a1']);
  expect([...(work.value?.chosen.keys() ?? [])]).toEqual(['a1']);
  expect(failure.value).not.toBe('');
});

it('a kept draft comes back though an entry that it quotes cannot be read, and that is said', async () => {
  begin(await opened(a), file);
  await takeIn(a, ['a1', 'a2']);
  change({ given: { name: '甲' } });
  keepDraft()();
  await vi.waitFor(async () => expect(await nameIn(a)).toBe('甲'));
  await opened(b);
  const cases = await store();
  vi.spyOn(cases, 'entry').mockRejectedValueOnce(new Error('damaged'));
  await takeUp(await opened(a));
  expect(work.value?.given.name).toBe('甲');
  expect([...(work.value?.chosen.keys() ?? [])]).toEqual(['a1', 'a2']);
  expect([...loaded.value.keys()]).toEqual(['a2']);
  expect(failure.value).not.toBe('');
});

it('a correction elsewhere takes the confirmation back, and its record is read again', async () => {
  begin(await opened(a), file);
  await takeIn(a, ['a1']);
  change({ confirmed: true });
  const cases = await store();
  await cases.addEntries(a, [entry('a4')]);
  await show(a);
  expect(work.value?.confirmed).toBe(true);
  const before = loaded.value.get('a1');
  await cases.revise(a, 'a1', content('更正过的原文'));
  await show(a);
  expect(work.value?.confirmed).toBe(false);
  await vi.waitFor(() => expect(loaded.value.get('a1')).not.toBe(before));
  expect(loaded.value.get('a1')?.revisions).toHaveLength(2);
});
