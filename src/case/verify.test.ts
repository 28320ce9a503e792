import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { decode, encode } from './canonical';
import { sha256 } from './hash';
import type { StoredPart } from './schema/stored';
import type { CaseStore } from './store';
import { content, DETAILS, dump, entry, file, newName, openTestStore, tamper } from './testing';
import type { Entry } from './types';

let name: string;
let store: CaseStore;
let id: string;
beforeEach(async () => {
  name = newName();
  store = await openTestStore(name);
  id = (await store.createCase(DETAILS)).id;
  await store.addEntries(id, [entry('a', '原文', { files: [file(new Uint8Array([1, 2, 3]))] }), entry('b')]);
  await store.revise(id, 'b', content('更正'));
});

const rewrite = (part: StoredPart, change: (entry: Entry) => unknown): StoredPart => ({
  ...part,
  bytes: encode(change(decode<Entry>(part.bytes))),
});

describe('verify', () => {
  it('finds nothing where nothing was touched', async () => expect(await store.verify(id)).toEqual([]));

  it.each<[string, (part: StoredPart) => StoredPart | undefined, object[]]>([
    [
      'another text',
      (part) => (part.key === 'a' ? rewrite(part, (each) => ({ ...each, caseId: 'x' })) : part),
      [{ kind: 'entry', id: 'a', what: 'changed' }],
    ],
    ['a lost entry', (part) => (part.key === 'b' ? undefined : part), [{ kind: 'entry', id: 'b', what: 'missing' }]],
    [
      'a flipped bit in a file',
      (part) => (part.kind === 'attachment' ? { ...part, bytes: new Uint8Array([1, 2, 2]) } : part),
      [{ kind: 'attachment', what: 'changed' }],
    ],
    ['bytes that are no JSON', (part) => (part.kind === 'case' ? { ...part, bytes: new Uint8Array([255]) } : part), [{ kind: 'case', what: 'changed' }]], // biome-ignore format: one line
    ['no manifest', (part) => (part.kind === 'manifest' ? undefined : part), [{ kind: 'manifest', what: 'missing' }]],
    [
      'a broken manifest',
      (part) => (part.kind === 'manifest' ? { ...part, bytes: new Uint8Array(1) } : part),
      [{ kind: 'manifest', what: 'changed' }],
    ],
  ])('%s', async (_name, change, expected) => {
    await tamper(name, change);
    expect(await store.verify(id)).toMatchObject(expected);
  });

  it('an entry from nowhere', async () => {
    const { parts } = await dump(name);
    const [one] = parts.filter(({ key }) => key === 'a');
    if (!one) throw new Error('an entry');
    await tamper(name, (part) => (part.key === 'b' ? { ...one, key: 'c' } : part));
    expect(await store.verify(id)).toMatchObject([{ kind: 'entry', id: 'c', what: 'added' }]);
  });

  it('revisions that do not follow from each other, even with their hashes in the manifest', async () => {
    let hash = '';
    const { parts } = await dump(name);
    const part = parts.find(({ key }) => key === 'b') as StoredPart;
    const forged = rewrite(part, (each) => ({ ...each, revisions: each.revisions.slice(1) }));
    hash = await sha256(forged.bytes);
    await tamper(name, (each) => {
      if (each.key === 'b') return forged;
      if (each.kind !== 'manifest') return each;
      const manifest = decode<{ items: { id: string; sha256: string }[] }>(each.bytes);
      const items = manifest.items.map((item) => (item.id === 'b' ? { ...item, sha256: hash } : item));
      return { ...each, bytes: encode({ ...manifest, items }) };
    });
    expect(await store.verify(id)).toMatchObject([
      { kind: 'manifest', what: 'changed' },
      { kind: 'entry', id: 'b', what: 'changed' },
    ]);
    await expect(store.manifest(id)).rejects.toMatchObject({ code: 'corrupt' });
  });
});

it('one damaged entry does not hide the others', async () => {
  await tamper(name, (part) => (part.key === 'a' ? { ...part, bytes: new Uint8Array([0]) } : part));
  expect(await store.entries(id)).toMatchObject({ list: [{ id: 'b' }], unreadable: 1 });
  await expect(store.entry(id, 'a')).rejects.toMatchObject({ code: 'corrupt' });
});
