import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { checkEvidence } from '../../case/evidence/check';
import { writeEvidence } from '../../case/evidence/write';
import { content, DETAILS, entry, openTestStore } from '../../case/testing';
import type { KeptScreening } from '../../case/types';
import { restoreCase } from './restore';
import { screenNow } from './screening';

const THREAT = '再不还钱就打断你的腿';

/** A reader that cannot be started: the rules go on alone. */
class NoWorker {
  onerror = () => {};
  postMessage() {
    queueMicrotask(() => this.onerror());
  }
}

it('what was received is screened anew where its screening could not be taken over, by its corrected words', async () => {
  vi.stubGlobal('Worker', NoWorker);
  const store = await openTestStore();
  const details = await store.createCase({ ...DETAILS, role: 'family' });
  const { id } = details;
  const kept = (await screenNow(content(THREAT))) as KeptScreening;
  const { steps, ...explanation } = kept.explanation;
  const evil = steps.map((step) => ({ ...step, channel: { ...step.channel, url: 'javascript://www.12377.cn/%0Ax' } }));
  await store.addEntries(id, [
    entry('kept', THREAT, { screening: { ...kept, knowledge: 'of then' } }),
    entry('dropped', '请还款'),
    entry('own', THREAT, { content: content(THREAT, { direction: 'out' }) }),
  ]);
  const dropped: KeptScreening = { ...kept, explanation: { ...explanation, steps: evil } };
  await store.revise(id, 'dropped', content(THREAT), dropped);
  const whole = {
    case: details,
    entries: await Promise.all(['kept', 'dropped', 'own'].map((each) => store.entry(id, each))),
    sent: [],
    attachments: new Map(),
    originals: [],
  };
  const { zip } = await writeEvidence(whole, { madeAt: kept.screenedAt, report: '' });
  const restored = await restoreCase(store, await checkEvidence(zip));
  const screeningOf = async (each: string) => (await store.entry(restored.id, each)).screening;
  expect((await screeningOf('kept'))?.knowledge).toBe('of then');
  const anew = await screeningOf('dropped');
  expect(anew?.explanation.verdict).toBe('found');
  expect(anew?.explanation.message.role).toBe('family');
  expect(JSON.stringify(anew)).not.toContain('javascript:');
  expect(await screeningOf('own')).toBeUndefined();
});

it.each([1, 2])('stopped after %i of 2 records, it leaves no case behind', async (last) => {
  const store = await openTestStore();
  const details = await store.createCase(DETAILS);
  await store.addEntries(details.id, [entry('a', THREAT), entry('b', '请还款')]);
  const entries = await Promise.all(['a', 'b'].map((each) => store.entry(details.id, each)));
  const whole = { case: details, entries, sent: [], attachments: new Map(), originals: [] };
  const { zip } = await writeEvidence(whole, { madeAt: '2026-11-01T09:00:00+08:00', report: '' });
  const stop = new AbortController();
  const restoring = restoreCase(store, await checkEvidence(zip), {
    signal: stop.signal,
    onProgress: (done, total) => done === last && total === 2 && stop.abort(),
  });
  await expect(restoring).rejects.toThrow('aborted');
  expect((await store.cases()).map(({ id }) => id)).toEqual([details.id]);
});
