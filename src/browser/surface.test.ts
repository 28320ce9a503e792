import { beforeEach, expect, it, vi } from 'vitest';
import { closeWhenHidden, hideEverything } from './surface';

const fake = await vi.hoisted(async () => (await import('./testing')).fakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake }));

const fails = () => Promise.reject(new Error('failed'));
const never = () => new Promise<void>(() => {});

beforeEach(() => {
  vi.clearAllMocks();
  fake.kept.clear();
  fake.room = Number.POSITIVE_INFINITY;
  fake.kept.set('draft', '欠款');
});

it.each([
  ['is still opening', never],
  ['cannot be opened', fails],
])('hides and erases although the store of the cases %s', async (_what, lock) => {
  const erase = vi.fn(async () => {});
  await hideEverything(erase, lock);
  expect(erase).toHaveBeenCalledOnce();
  expect(fake.kept.size).toBe(0);
  expect(fake.tabs.remove).toHaveBeenCalledWith(1);
});

it('locks, and closes the page, although nothing can be erased', async () => {
  const lock = vi.fn(async () => {});
  fake.storage.session.clear.mockImplementationOnce(fails);
  await hideEverything(fails, lock);
  expect(lock).toHaveBeenCalledOnce();
  expect(fake.tabs.remove).toHaveBeenCalledWith(1);
});

it('erases although the storage is too full to take the sign', async () => {
  fake.room = 0;
  await hideEverything(async () => {});
  expect(fake.kept.size).toBe(0);
  expect(fake.tabs.remove).toHaveBeenCalledWith(1);
});

it('closes the other pages, but not for what is merely cleared', async () => {
  closeWhenHidden();
  await fake.storage.session.clear();
  expect(fake.tabs.remove).not.toHaveBeenCalled();
  await hideEverything(async () => {});
  await vi.waitFor(() => expect(fake.tabs.remove).toHaveBeenCalledTimes(2));
});
