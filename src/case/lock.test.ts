import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sweep } from './reencrypt';
import { MIGRATIONS } from './schema';
import { openDatabase } from './schema/open';
import type { CaseStore } from './store';
import { DETAILS, dump, entry, file, newName, openTestStore, QUICK, screening, searchable, tamper } from './testing';

const BYTES = new TextEncoder().encode('录音的字节');
const WORDS = ['张三', '消费金融', '逾期三个月', '已投诉', '录音的字节', '10690000', 'nfra-12378', 'SECRET-ID'];

let name: string;
let store: CaseStore;
let id: string;
beforeEach(async () => {
  name = newName();
  store = await openTestStore(name);
  id = (await store.createCase(DETAILS)).id;
  const whole = { screening: screening('逾期三个月'), files: [file(BYTES)] };
  await store.addEntries(id, [entry('SECRET-ID', '逾期三个月', whole), entry('b', '另一条')]);
  const sent = { id: 's', caseId: id, channel: 'nfra-12378', day: '2026-02-05', ticket: '', answer: '', next: '' };
  await store.putSent({ ...sent, text: '已投诉' });
});

const found = async () => {
  const text = await searchable(name);
  return WORDS.filter((word) => text.includes(word));
};

describe('a passphrase', () => {
  it('leaves nothing readable, and everything is there again once opened', async () => {
    expect(await found()).toEqual(WORDS);
    const [manifest, before] = [await store.manifest(id), await store.entry(id, 'SECRET-ID')];
    await store.protect(id, { passphrase: '口令 123456' });
    expect(await found()).toEqual([]);
    const { cases, parts } = await dump(name);
    expect(new Set(parts.map(({ generation }) => generation))).toEqual(new Set([cases[0].generation]));
    expect(Object.keys(cases[0]).sort()).toEqual(['generation', 'id', 'lock', 'sequence']);
    expect(new Set(parts.map(({ iv }) => iv?.join())).size).toBe(parts.length);

    await store.close();
    store = await openTestStore(name);
    expect(await store.cases()).toEqual([{ id, protected: true }]);
    await expect(store.entries(id)).rejects.toMatchObject({ code: 'locked' });
    await expect(store.addEntries(id, [entry('c')])).rejects.toMatchObject({ code: 'locked' });
    const untouched = await dump(name);
    await expect(store.unlock(id, '口令 12345')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(await store.isOpen(id)).toBe(false);
    expect(await dump(name)).toEqual(untouched);
    await store.unlock(id, '口令 123456');
    expect(await store.entry(id, 'SECRET-ID')).toEqual(before);
    expect(await store.manifest(id)).toEqual(manifest);
    expect(await store.verify(id)).toEqual([]);
    const [attachment] = before.attachments;
    if (!attachment) throw new Error('no attachment');
    expect(new Uint8Array(await (await store.file(id, attachment)).arrayBuffer())).toEqual(BYTES);
  });

  it('from the start: nothing was ever written readable', async () => {
    const puts = vi.spyOn(IDBObjectStore.prototype, 'add');
    const other = await store.createCase({ ...DETAILS, title: '不可见' }, { passphrase: 'x' });
    expect(puts.mock.calls.map(([value]) => Buffer.from(value.bytes ?? []).toString()).join()).not.toContain('不可见');
    expect(await store.entries(other.id)).toEqual({ list: [], unreadable: 0 });
    puts.mockRestore();
  });

  it('shows the title only where that was chosen', async () => {
    await store.protect(id, { passphrase: '一', showTitle: true });
    await store.updateCase(id, { ...DETAILS, title: '新名字' });
    store.lock(id);
    expect(await store.cases()).toEqual([{ id, protected: true, title: '新名字' }]);
    await store.unlock(id, '一');
    await store.showTitle(id, false);
    store.lockAll();
    expect(await store.cases()).toEqual([{ id, protected: true }]);
    expect(await searchable(name)).not.toContain('新名字');
  });

  it('can be changed by who knows it, without touching the records', async () => {
    await store.protect(id, { passphrase: '旧' });
    const before = await dump(name);
    await expect(store.changePassphrase(id, '错', '新')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect(await dump(name)).toEqual(before);
    await store.changePassphrase(id, '旧', '新');
    expect((await dump(name)).parts).toEqual(before.parts);
    store.lock(id);
    await expect(store.unlock(id, '旧')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await store.unlock(id, '新');
    expect((await store.entries(id)).list.length).toBe(2);
  });

  it('changed from two sides at the same time is changed by one of them, and the other is told', async () => {
    await store.protect(id, { passphrase: '旧' });
    const other = await openTestStore(name);
    const changes = [store.changePassphrase(id, '旧', '甲'), other.changePassphrase(id, '旧', '乙')];
    expect((await Promise.allSettled(changes)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await other.close();
  });

  it('can be removed by who knows it, even where the case is open; a second one is refused', async () => {
    await store.protect(id, { passphrase: '一' });
    await expect(store.protect(id, { passphrase: '二' })).rejects.toMatchObject({ code: 'locked' });
    await expect(store.unprotect(id, '错')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    expect((await store.cases())[0]?.protected).toBe(true);
    await store.unprotect(id, '一');
    expect(await found()).toEqual(WORDS);
    expect(await store.verify(id)).toEqual([]);
    expect((await dump(name)).parts.some(({ iv }) => iv)).toBe(false);
  });

  it('keeps the strength it was made with', async () => {
    await store.protect(id, { passphrase: '一' });
    await store.close();
    store = await openTestStore(name, { iterations: QUICK * 2 });
    await store.unlock(id, '一');
    expect((await dump(name)).cases[0].lock.iterations).toBe(QUICK);
    await store.changePassphrase(id, '一', '二');
    expect((await dump(name)).cases[0].lock.iterations).toBe(QUICK * 2);
  });
});

describe('while a case is being encrypted', () => {
  it('stopped: it is as before, and the copy is gone', async () => {
    const before = await dump(name);
    const stop = new AbortController();
    const watch = { signal: stop.signal, onProgress: () => stop.abort() };
    const protecting = store.protect(id, { passphrase: '一' }, watch);
    await expect(protecting).rejects.toSatisfy((error) => error === stop.signal.reason);
    expect(await dump(name)).toEqual(before);
  });

  it('an entry added by another tab is not lost', async () => {
    const other = await openTestStore(name);
    let adding: Promise<unknown> | undefined;
    const onProgress = () => {
      adding ??= other.addEntries(id, [entry('late', '后来的')]);
    };
    await store.protect(id, { passphrase: '一' }, { onProgress });
    await adding?.catch(() => {});
    const kept = (await store.entries(id)).list.map((each) => each.id);
    const confirmed = await adding?.then(
      () => true,
      (error) => error.code !== 'locked',
    );
    expect(kept.includes('late')).toBe(confirmed);
    expect(await store.verify(id)).toEqual([]);
    await expect(other.addEntries(id, [entry('c')])).rejects.toMatchObject({ code: 'locked' });
    expect((await dump(name)).parts.every(({ iv }) => iv)).toBe(true);
  });

  it('a tab that is opened meanwhile may sweep the copy away: it is made again', async () => {
    const database = await openDatabase(name, MIGRATIONS, { outdated() {}, lost() {} });
    const put = IDBObjectStore.prototype.put;
    let swept: Promise<void> | undefined;
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, part) {
      // Waits for the transaction that writes the copy, and goes before the one that makes it count.
      swept ??= sweep(database);
      return put.call(this, part);
    });
    await store.protect(id, { passphrase: '一' });
    puts.mockRestore();
    await swept;
    database.close();
    expect((await store.entries(id)).list).toHaveLength(2);
    expect(await store.verify(id)).toEqual([]);
  });

  it('what was left half done is swept away at the next opening, and nothing else', async () => {
    const before = await dump(name);
    await tamper(name, (part) => part);
    const left = { caseId: id, generation: 'left over', kind: 'entry', key: 'x', bytes: new Uint8Array(3) };
    const orphan = { ...left, caseId: 'no such case' };
    const { openDB } = await import('idb');
    const database = await openDB(name);
    for (const part of [left, orphan, { ...left, key: 'y' }]) await database.put('parts', part);
    database.close();
    await store.close();
    store = await openTestStore(name);
    expect(await dump(name)).toEqual(before);
  });
});

describe('locking', () => {
  it('in one tab locks all tabs, and forgets what could be undone', async () => {
    await store.protect(id, { passphrase: '一' });
    const locked = vi.fn();
    const other = await openTestStore(name, { onLocked: locked });
    await other.unlock(id, '一');
    await store.deleteEntry(id, 'b');
    store.lockAll();
    await expect(store.undoDelete(id, 'b')).rejects.toMatchObject({ code: 'gone' });
    await vi.waitFor(() => expect(locked).toHaveBeenCalledOnce());
    expect(await other.isOpen(id)).toBe(false);
    await other.close();
  });

  it('a first passphrase locks the case in other tabs, which showed it readable, and no other case', async () => {
    const locked = vi.fn();
    const other = await openTestStore(name, { onLocked: locked });
    const second = await other.createCase(DETAILS, { passphrase: '二' });
    await other.deleteEntry(id, 'b');
    await store.protect(id, { passphrase: '一' });
    await vi.waitFor(() => expect(locked).toHaveBeenCalledExactlyOnceWith(id));
    expect(await other.isOpen(second.id)).toBe(true);
    await other.unlock(id, '一');
    await expect(other.undoDelete(id, 'b')).rejects.toMatchObject({ code: 'gone' });
    await other.close();
  });

  it('a record moved to another place is refused', async () => {
    await store.protect(id, { passphrase: '一' });
    const { parts } = await dump(name);
    const [a, b] = parts.filter(({ kind }) => kind === 'entry');
    if (!a || !b) throw new Error('two entries');
    await tamper(name, (part) => (part.key === a.key ? { ...b, key: a.key } : part));
    expect(await store.entries(id)).toMatchObject({ list: [{}], unreadable: 1 });
    expect(await store.verify(id)).toMatchObject([{ kind: 'entry', what: 'changed' }]);
  });
});
