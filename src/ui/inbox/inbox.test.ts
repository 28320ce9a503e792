import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DETAILS, openTestStore } from '../../case/testing';
import { screener } from '../../check/screener';
import { Inbox } from '../../intake/inbox/inbox';
import type { InboxRequest } from '../../intake/inbox/protocol';
import { createSignReader } from '../../intake/inbox/signs';
import { knowledge } from '../../knowledge';
import { restoreLetters, tables } from '../../screen/decoded';
import { forgetInbox, look, openSender } from './inbox';
import { save } from './save';
import { files, overview, refused } from './state';
import { need, total } from './window';

/** The worker at hand, in this thread: answers, or breaks. */
let worker: { answer: (request: InboxRequest) => unknown; started: number };

beforeEach(() => {
  worker = { answer: () => undefined, started: 0 };
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: ((event: { data: unknown }) => void) | undefined;
      onerror: (() => void) | undefined;
      constructor() {
        worker.started++;
      }
      async postMessage(request: InboxRequest) {
        try {
          const value = await worker.answer(request);
          this.onmessage?.({ data: { id: request.id, value } });
        } catch {
          this.onerror?.();
        }
      }
      terminate() {}
    },
  );
});
afterEach(() => {
  forgetInbox();
  vi.unstubAllGlobals();
});

const breaks = () => {
  throw new Error('out of memory');
};

it.each([
  ['a message that is opened', () => look('message', 'a')],
  ['figures', () => look('figures', {})],
  ['the search for other senders', () => look('others', '', 0, 20)],
  ['the list', () => need(0, 10)],
  ['a sender that is opened', () => openSender('1')],
])('a worker that dies is told, not waited for: %s', async (_name, ask) => {
  files.value = [{ name: 'a.xml' } as (typeof files.value)[number]];
  overview.value = { senders: [], collecting: 0, others: 0, readerFailed: false };
  worker.answer = breaks;
  await ask();
  expect(refused.value).toEqual([{ file: '', error: { name: 'WorkerError' } }]);
  expect([files.value, overview.value, total.value]).toEqual([[], undefined, undefined]);
  expect(worker.started).toBe(1);
});

it('what is found while the findings are saved neither shifts nor replaces what was chosen', async () => {
  const COUNT = 260;
  let [left, giveUp] = [150, true];
  const inbox: Inbox = new Inbox({
    knowledge,
    screener,
    readSigns: createSignReader(knowledge, tables, restoreLetters),
    read: async () => {
      if (giveUp && left-- <= 0) inbox.cancel();
      return undefined;
    },
    onStep() {},
  });
  // The newest first, so that what is screened later comes earlier among the findings.
  const lines = Array.from({ length: COUNT }, (_, at) => ({
    text: `您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。${at}`,
    sender: '10690001',
    at: new Date(Date.UTC(2026, 1, 20) - at * 60_000).toISOString(),
  }));
  const file = new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]);
  await inbox.read(Object.assign(file, { name: 'a.jsonl' }), {});
  await inbox.screen().catch(() => {});
  const selection = { onlyFindings: true };
  worker.answer = async ({ method, args }) => {
    const value = await (inbox[method] as (...all: unknown[]) => unknown).apply(inbox, [...args]);
    if (method === 'entries' && giveUp) {
      giveUp = false;
      await inbox.screen();
    }
    return value;
  };
  const store = await openTestStore();
  const { id } = await store.createCase(DETAILS);
  const watch = { signal: new AbortController().signal, onProgress() {} };
  expect(await save(store, id, selection, watch)).toEqual({ added: 150, known: 0 });
  const kept = (await store.entries(id)).list.map(({ revisions: [{ content }] }) => content.text);
  expect(new Set(kept)).toEqual(new Set(lines.slice(0, 150).map(({ text }) => text)));
});
