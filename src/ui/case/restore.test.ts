import 'fake-indexeddb/auto';
import { strToU8, zipSync } from 'fflate';
import { expect, it, vi } from 'vitest';
import { checkEvidence } from '../../case/evidence/check';
import { CASE_FILE, MANIFEST_FILE } from '../../case/evidence/layout';
import { writeEvidence } from '../../case/evidence/write';
import { content, DETAILS, entry, file, openTestStore } from '../../case/testing';
import type { Attachment, KeptScreening } from '../../case/types';
import { canRestore, restoreCase } from './restore';
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

const SENT = {
  id: 's',
  caseId: 'x',
  channel: 'institution',
  day: '2026-03-05',
  ticket: '',
  answer: '',
  next: '',
  text: '',
};
const AT = '2026-11-01T09:00:00+08:00';

it('corrections and complaints come along, in one transaction', async () => {
  vi.stubGlobal('Worker', NoWorker);
  const store = await openTestStore();
  const details = await store.createCase(DETAILS);
  await store.addEntries(details.id, [entry('a', '原文', { files: [file(new Uint8Array([1, 2, 3]))] })]);
  await store.revise(details.id, 'a', content('第一次更正'));
  await store.revise(details.id, 'a', content('第二次更正'));
  const kept = await store.entry(details.id, 'a');
  const attachments = new Map([[kept.attachments[0]?.id ?? '', new Blob([new Uint8Array([1, 2, 3])])]]);
  const whole = { case: details, entries: [kept], sent: [SENT], attachments, originals: [] };
  const { zip } = await writeEvidence(whole, { madeAt: AT, report: '' });
  const shares: number[] = [];
  const { id } = await restoreCase(store, await checkEvidence(zip), { onProgress: (share) => shares.push(share) });
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares[0]).toBe(0.5);
  expect(shares.at(-1)).toBe(1);
  const again = await store.entry(id, 'a');
  expect(again.revisions.map((each) => each.content.text)).toEqual(['原文', '第一次更正', '第二次更正']);
  expect(again.screening?.explanation.message.text).toBe('第二次更正');
  expect(await (await store.file(id, again.attachments[0] as Attachment)).arrayBuffer()).toHaveProperty(
    'byteLength',
    3,
  );
  expect((await store.sent(id)).list).toEqual([{ ...SENT, caseId: id }]);
  expect(await store.verify(id)).toEqual([]);
});

it('what cannot be stored leaves no half of a case behind', async () => {
  const store = await openTestStore();
  const entries = [entry('a'), entry('b', '二', { files: [file(new Uint8Array(3), 'x.html', 'text/html')] })];
  await expect(store.restore({ details: DETAILS, entries, sent: [] })).rejects.toMatchObject({
    code: 'type-not-allowed',
  });
  const stop = AbortSignal.abort(new Error('stopped'));
  await expect(store.restore({ details: DETAILS, entries: [entry('a')], sent: [] }, { signal: stop })).rejects.toThrow(
    'stopped',
  );
  expect(await store.cases()).toEqual([]);
});

it('records that the manifest does not list are not restored', async () => {
  const { zip } = await writeEvidence(
    { case: { ...DETAILS, id: 'c', createdAt: AT }, entries: [], sent: [], attachments: new Map(), originals: [] },
    { madeAt: AT, report: '' },
  );
  const check = await checkEvidence(zip);
  expect(canRestore(check)).toBe(true);
  const files = check.manifest.files.filter(({ path }) => path !== CASE_FILE);
  const content = { ...check.manifest, files };
  const packed: Record<string, Uint8Array> = { [MANIFEST_FILE]: strToU8(JSON.stringify(content)) };
  for (const [path, blob] of check.files) packed[path] ??= new Uint8Array(await blob.arrayBuffer());
  const without = await checkEvidence(new Blob([zipSync(packed) as Uint8Array<ArrayBuffer>]));
  expect(without.added).toEqual([CASE_FILE]);
  expect(canRestore(without)).toBe(false);
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
    onProgress: (share) => share === last / 4 && stop.abort(),
  });
  await expect(restoring).rejects.toThrow('aborted');
  expect((await store.cases()).map(({ id }) => id)).toEqual([details.id]);
});
