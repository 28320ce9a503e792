import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startInbox } from './client';
import type { InboxAnswer, InboxRequest } from './protocol';

vi.mock('../../reader/load', () => ({ LABELS: [], loadPackagedReader: () => new Promise(() => {}) }));

type Handler = (event: { data: InboxRequest }) => Promise<void>;
const page = { onmessage: undefined as Handler | undefined, postMessage: vi.fn() };

beforeEach(async () => {
  vi.stubGlobal('self', page);
  // As in a browser, a value that cannot be sent fails in sending.
  page.postMessage = vi.fn((answer: InboxAnswer) => void structuredClone(answer));
  await import('./inbox.worker');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('an answer that cannot be sent is answered as an error, so that nobody waits for ever', async () => {
  const { Inbox } = await import('./inbox');
  const list = vi.spyOn(Inbox.prototype, 'list').mockReturnValue({ total: 1, items: [() => {}] } as never);
  await page.onmessage?.({ data: { id: 7, method: 'list', args: [{}, 0, 10] } });
  expect(page.postMessage).toHaveBeenCalledTimes(2);
  expect(page.postMessage).toHaveBeenLastCalledWith({
    id: 7,
    error: { name: 'DataCloneError', message: expect.any(String) },
  });
  list.mockRestore();
});

it('an answer that cannot be received ends the worker with an error', async () => {
  const workers: { onmessageerror?: () => void }[] = [];
  vi.stubGlobal(
    'Worker',
    class {
      onmessageerror?: () => void;
      constructor() {
        workers.push(this);
      }
      postMessage() {}
      terminate() {}
    },
  );
  const answer = startInbox(() => {}).call('overview');
  workers[0]?.onmessageerror?.();
  await expect(answer).rejects.toThrow(expect.objectContaining({ name: 'WorkerError' }));
});
