import 'fake-indexeddb/auto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { newName, openTestStore } from '../testing';
import { current } from '../types';
import { MIGRATIONS } from '.';
import type { Migration } from './migration';
import { openDatabase } from './open';

const events = { outdated: vi.fn(), lost: vi.fn() };
const FOLDER = join(import.meta.dirname, 'made-by');

/** Bytes are written as `{"base64": …}`. */
const revive = (_name: string, value: unknown) =>
  value && typeof value === 'object' && 'base64' in value
    ? new Uint8Array(Buffer.from(value.base64 as string, 'base64'))
    : value;

describe('a store made by an earlier version', () => {
  const files = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  it('is kept here for every version', () => {
    expect(files.sort()).toEqual(MIGRATIONS.map((_, at) => `v${at + 1}.json`));
  });

  it.each(files)('%s opens, with everything in it', async (file) => {
    const version = Number(/\d+/.exec(file)?.[0]);
    const made: { stores: Record<string, object[]>; passphrase: string; expected: unknown } = JSON.parse(
      readFileSync(join(FOLDER, file), 'utf8'),
      revive,
    );
    const name = newName();
    const database = await openDatabase(name, MIGRATIONS.slice(0, version), events);
    for (const [store, records] of Object.entries(made.stores)) {
      for (const record of records) await (database as unknown as IDBPDatabase).put(store, record);
    }
    database.close();

    const store = await openTestStore(name);
    const found: Record<string, unknown> = {};
    for (const { id, protected: locked } of await store.cases()) {
      if (locked) await store.unlock(id, made.passphrase);
      expect(await store.verify(id)).toEqual([]);
      const { list } = await store.entries(id);
      const files = await Promise.all(
        list.flatMap(({ attachments }) => attachments).map(async (each) => (await store.file(id, each)).text()),
      );
      found[(await store.cases()).find((each) => each.id === id)?.details?.title ?? ''] = {
        texts: list.map(({ revisions }) => revisions.map((each) => each.content.text)),
        last: list.map((entry) => current(entry).text),
        files,
        ...(version > 1 && { draft: (await store.draft(id))?.edits.institution }),
        sent: (await store.sent(id)).list.map(({ text }) => text),
        verdicts: list.map(({ verdict }) => verdict ?? null),
      };
    }
    expect(found).toEqual(made.expected);
    await store.close();
  });
});

describe('the chain of versions', () => {
  const first: Migration = (database) => void database.createObjectStore('cases', { keyPath: 'id' });
  const second: Migration = async (database, transaction) => {
    database.createObjectStore('extra', { keyPath: 'id' });
    for (const record of await transaction.objectStore('cases').getAll()) {
      await transaction.objectStore('cases').put({ ...record, second: true });
    }
  };
  const third: Migration = async (_database, transaction) => {
    for await (const cursor of transaction.objectStore('cases')) {
      await transaction.objectStore('extra').put({ id: `extra ${cursor.value.id}` });
    }
  };
  const chain = [first, second, third];
  const make = async (migrations: readonly Migration[]) => {
    const name = newName();
    const database = await openDatabase(name, migrations, events);
    for (const id of ['a', 'b']) await database.put('cases', { id } as never);
    database.close();
    return name;
  };
  const records = async (name: string) => {
    const database = await openDB(name);
    const stores = [...database.objectStoreNames];
    const found = Object.fromEntries(
      await Promise.all(stores.map(async (each) => [each, await database.getAll(each)])),
    );
    database.close();
    return { version: database.version, found };
  };

  it.each([1, 2])('from version %i: every step once, in order, nothing lost', async (from) => {
    const name = await make(chain.slice(0, from));
    (await openDatabase(name, chain, events)).close();
    const { version, found } = await records(name);
    expect(version).toBe(3);
    expect(found.cases.map(({ id }: { id: string }) => id)).toEqual(['a', 'b']);
    if (from === 1) expect(found.cases).toEqual([{ id: 'a', second: true }, { id: 'b', second: true }]); // biome-ignore format: one line
    expect(found.extra).toEqual([{ id: 'extra a' }, { id: 'extra b' }]);
  });

  it('a step that fails leaves the store as it was', async () => {
    const name = await make(chain.slice(0, 1));
    const fails: Migration = async (_database, transaction) => {
      await transaction.objectStore('cases').clear();
      throw new Error('half way');
    };
    await expect(openDatabase(name, [...chain, fails], events)).rejects.toThrow('half way');
    expect(await records(name)).toEqual({ version: 1, found: { cases: [{ id: 'a' }, { id: 'b' }] } });
  });

  it('a newer version is refused and not touched', async () => {
    const name = await make(chain);
    const before = await records(name);
    await expect(openDatabase(name, [first], events)).rejects.toMatchObject({ code: 'newer-version' });
    expect(await records(name)).toEqual(before);
    await expect(openTestStore(name)).rejects.toMatchObject({ code: 'newer-version' });
  });

  it('an older page lets go and is told; one that does not let go is named', async () => {
    const name = newName();
    const older = { outdated: vi.fn(), lost: vi.fn() };
    await openDatabase(name, [first], older);
    (await openDatabase(name, chain, events)).close();
    expect(older.outdated).toHaveBeenCalledOnce();

    const stubborn = await openDB(name, 3);
    const opening = openDatabase(name, [...chain, () => {}], events);
    await expect(opening).rejects.toMatchObject({ code: 'blocked' });
    stubborn.close();
  });

  it('a store that an older page holds tells it to load again, and stores nothing more', async () => {
    const name = newName();
    const onOutdated = vi.fn();
    const store = await openTestStore(name, { onOutdated });
    (await openDB(name, MIGRATIONS.length + 1)).close();
    expect(onOutdated).toHaveBeenCalledOnce();
    await expect(store.cases()).rejects.toMatchObject({ code: 'newer-version' });
    await deleteDB(name);
  });
});
