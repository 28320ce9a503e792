import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { change } from './change';
import type { Desk } from './desk';
import { CaseError } from './errors';
import { MIGRATIONS } from './schema';
import { openDatabase } from './schema/open';
import { DETAILS, entry, newName, openTestStore } from './testing';

it('prepares again when another tab changed the case meanwhile, and calls nothing damaged', async () => {
  const name = newName();
  const other = await openTestStore(name);
  const { id } = await other.createCase(DETAILS);
  const database = await openDatabase(name, MIGRATIONS, { outdated() {}, lost() {} });
  const desk: Desk = {
    database: async () => database,
    now: () => '2026-03-01T00:00:00.000Z',
    iterations: 1,
    keys: new Map(),
    removed: new Map(),
  };
  let times = 0;
  await change(desk, id, async () => {
    times++;
    if (times > 1) return { writes: [] };
    await other.addEntries(id, [entry('late')]);
    throw new CaseError('corrupt');
  });
  expect(times).toBe(2);
  await expect(change(desk, id, () => Promise.reject(new CaseError('corrupt')))).rejects.toMatchObject({
    code: 'corrupt',
  });
});
