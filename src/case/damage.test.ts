/** One damaged piece must not take the rest with it: what is left can be read, deleted and encrypted anew. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { KeptDraft } from './drafts';
import { unlessCorrupt } from './errors';
import type { StoredPart } from './schema/stored';
import type { CaseStore } from './store';
import { DETAILS, entry, file, newName, openTestStore, screening, tamper } from './testing';
import { isScreeningLost } from './types';

const FOUR = { passphrase: '天黑了也怕' };
let name: string;
let store: CaseStore;
let id: string;
beforeEach(async () => {
  name = newName();
  store = await openTestStore(name);
  id = (await store.createCase(DETAILS, FOUR)).id;
  const files = [file(new Uint8Array([1, 2, 3])), file(new Uint8Array([4, 5, 6]))];
  await store.addEntries(id, [
    entry('a', '原文', { screening: screening('原文', 'found'), files }),
    entry('b', '另一条'),
  ]);
});

/** Flips a bit in the first part of a kind. */
async function damage(kind: StoredPart['kind']): Promise<void> {
  let isDone = false;
  await tamper(name, (part) => {
    if (part.kind !== kind || isDone) return part;
    isDone = true;
    return { ...part, bytes: part.bytes.map((byte, at) => (at ? byte : byte ^ 1)) };
  });
}

it('an entry is read without its damaged screening, and it can be told that there was one', async () => {
  expect(isScreeningLost(await store.entry(id, 'a'))).toBe(false);
  await damage('screening');
  const read = await store.entry(id, 'a');
  expect(read.revisions[0].content.text).toBe('原文');
  expect(read.screening).toBeUndefined();
  expect([isScreeningLost(read), isScreeningLost(await store.entry(id, 'b'))]).toEqual([true, false]);
});

it('a bad screening of a case without a passphrase does no harm either', async () => {
  const open = (await store.createCase(DETAILS)).id;
  await store.addEntries(open, [entry('a', '原文', { screening: screening('原文') })]);
  await tamper(name, (part) =>
    part.caseId === open && part.kind === 'screening' ? { ...part, bytes: new Uint8Array([255]) } : part,
  );
  expect((await store.entry(open, 'a')).revisions[0].content.text).toBe('原文');
});

it.each(['screening', 'attachment'] as const)(
  'an entry with a damaged %s can be deleted, and the rest undone',
  async (kind) => {
    await damage(kind);
    await store.deleteEntry(id, 'a');
    expect((await store.entries(id)).list.map((each) => each.id)).toEqual(['b']);
    expect(await store.verify(id)).toEqual([]);
    await store.undoDelete(id, 'a');
    const { attachments, screening: kept } = await store.entry(id, 'a');
    const files = await Promise.all(attachments.map((each) => store.file(id, each).catch(() => undefined)));
    expect([kept, ...files].filter(Boolean)).toHaveLength(2);
  },
);

it('an entry that is damaged itself can be deleted', async () => {
  await damage('entry');
  const { list, unreadable } = await store.entries(id);
  expect(unreadable).toBe(1);
  const lost = list[0]?.id === 'a' ? 'b' : 'a';
  await store.deleteEntry(id, lost);
  expect(await store.entries(id)).toMatchObject({ list: [{}], unreadable: 0 });
  await expect(store.undoDelete(id, lost)).rejects.toMatchObject({ code: 'gone' });
});

it.each(['screening', 'attachment', 'entry'] as const)(
  'with a damaged %s the passphrase can still be removed',
  async (kind) => {
    await damage(kind);
    expect(await store.unprotect(id, FOUR.passphrase)).toBe(1);
    expect(await store.verify(id)).toMatchObject([{ kind, what: 'missing' }]);
    const { list, unreadable } = await store.entries(id);
    expect([list.length, unreadable]).toEqual(kind === 'entry' ? [1, 1] : [2, 0]);
  },
);

it('a record that is lost is counted still when a passphrase was removed and another set', async () => {
  await store.putSent({
    id: 's',
    caseId: id,
    channel: 'x',
    day: '2026-03-05',
    ticket: '',
    answer: '',
    next: '',
    text: '',
  });
  await damage('entry');
  await damage('sent');
  const unreadable = async () => [(await store.entries(id)).unreadable, (await store.sent(id)).unreadable];
  expect(await unreadable()).toEqual([1, 1]);
  expect(await store.unprotect(id, FOUR.passphrase)).toBe(2);
  expect(await unreadable()).toEqual([1, 1]);
  expect(await store.protect(id, FOUR)).toBe(2);
  expect(await unreadable()).toEqual([1, 1]);
});

it('nothing is lost of a whole case', async () => {
  expect(await store.unprotect(id, FOUR.passphrase)).toBe(0);
  expect(await store.protect(id, FOUR)).toBe(0);
});

it('a damaged draft makes way for a new one, also when it was lost with the passphrase', async () => {
  const draft = (name: string): KeptDraft => ({
    channel: 'institution',
    given: { name },
    requests: [],
    chosen: [],
    nightNotAgreed: false,
    edits: {},
    ticked: [],
  });
  await store.putDraft(id, draft('一'));
  await damage('draft');
  expect(await store.draft(id)).toBeUndefined();
  await store.putDraft(id, draft('二'));
  expect(await store.draft(id)).toMatchObject({ given: { name: '二' } });
  await damage('draft');
  await store.unprotect(id, FOUR.passphrase);
  expect(await store.draft(id)).toBeUndefined();
  await store.putDraft(id, draft('三'));
  expect(await store.draft(id)).toMatchObject({ given: { name: '三' } });
  expect(await store.verify(id)).toEqual([]);
});

it('other failures than damage are not taken for it', async () => {
  await expect(unlessCorrupt(Promise.reject(new TypeError('x')))).rejects.toThrow('x');
});
