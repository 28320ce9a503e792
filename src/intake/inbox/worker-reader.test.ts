/** An inbox whose learned reader cannot be loaded answers each reading with that, and logs it once. */
import { afterEach, expect, it, vi } from 'vitest';
import type { InboxTools } from './types';

vi.mock('../../reader/load', () => ({
  LABELS: [],
  loadPackagedReader: () => Promise.reject(new TypeError('cut off')),
}));
const given: InboxTools[] = [];
vi.mock('./inbox', () => ({
  Inbox: class {
    constructor(tools: InboxTools) {
      given.push(tools);
    }
  },
}));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it.each(['还钱', '还钱'.repeat(2_000)])('a text of whatever length', async (text) => {
  vi.resetModules();
  vi.stubGlobal('self', { postMessage() {} });
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  await import('./inbox.worker');
  const { signal } = new AbortController();
  expect(await given.at(-1)?.read(text, signal)).toBe('failed');
  expect(await given.at(-1)?.read(text, signal)).toBe('failed');
  expect(log).toHaveBeenCalledOnce();
});
