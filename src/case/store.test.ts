/** The logic of the store. What the browser itself must do is proven in tests/e2e/case-store.test.ts. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Progress } from './change';
import { FILE_LIMIT } from './files';
import type { CaseStore } from './store';
import { content, DETAILS, dump, entry, file, newName, openTestStore, screening } from './testing';
import { current } from './types';

let name: string;
let store: CaseStore;
let id: string;
beforeEach(async () => {
  name = newName();
  store = await openTestStore(name);
  id = (await store.createCase(DETAILS)).id;
});

const texts = async () => (await store.entries(id)).list.map((each) => current(each).text).sort();

describe('entries', () => {
  it('are there again after the store was closed', async () => {
    await store.addEntries(id, [entry('a', '第一条 \ud800'), entry('b', '第二条')]);
    await store.close();
    store = await openTestStore(name);
    expect(await texts()).toEqual(['第一条 \ud800', '第二条']);
    expect((await store.cases())[0]).toMatchObject({ id, protected: false, details: { ...DETAILS, id } });
  });

  it('keep the first of two with one id, and say so', async () => {
    expect(await store.addEntries(id, [entry('a', '原来的'), entry('a', '又一次')])).toEqual({
      added: ['a'],
      known: ['a'],
    });
    expect(await store.addEntries(id, [entry('a', '改过的'), entry('b', '新的')])).toEqual({
      added: ['b'],
      known: ['a'],
    });
    expect(await texts()).toEqual(['原来的', '新的']);
  });

  it('grow by revisions, and the screening of other words goes', async () => {
    await store.addEntries(id, [entry('a', '原文', { screening: screening('原文', 'found') })]);
    expect((await store.entries(id)).list[0]).toMatchObject({ verdict: 'found' });
    expect((await store.entry(id, 'a')).screening?.explanation.message.text).toBe('原文');
    await store.revise(id, 'a', content('更正'));
    const revised = await store.entry(id, 'a');
    expect(revised.revisions.map((each) => each.content.text)).toEqual(['原文', '更正']);
    expect(revised.screening ?? revised.verdict).toBeUndefined();
    await store.keepScreenings(id, new Map([['a', screening('更正')], ['gone', screening('x')]])); // biome-ignore format: one line
    expect(await store.entry(id, 'a')).toMatchObject({ verdict: 'nothing-found' });
    expect(await store.verify(id)).toEqual([]);
  });

  it.each(['202503-05-01', '2026-02-30', '昨天', ''])('of no real time are refused: 「%s」', async (at) => {
    await store.addEntries(id, [entry('a', '原文')]);
    const bad = entry('c', '内容', { content: content('内容', { at }) });
    await expect(store.addEntries(id, [entry('b'), bad])).rejects.toMatchObject({ code: 'bad-time' });
    await expect(store.revise(id, 'a', content('更正', { at }))).rejects.toMatchObject({ code: 'bad-time' });
    expect(await texts()).toEqual(['原文']);
  });

  it('never carry a screening in the list', async () => {
    await store.addEntries(id, [entry('a', '原文', { screening: screening('原文') })]);
    expect((await store.entries(id)).list[0]?.screening).toBeUndefined();
  });
});

describe('many at once', () => {
  const many = Array.from({ length: 400 }, (_, at) => entry(`e${at}`));

  it('report how far they are', async () => {
    const seen: Progress[] = [];
    await store.addEntries(id, many, { onProgress: (progress) => seen.push(progress) });
    expect((await store.entries(id)).list.length).toBe(400);
    expect(seen.find(({ step }) => step === 'prepare')).toMatchObject({ done: 1, total: 400 });
    expect(seen.at(-1)).toMatchObject({ step: 'save', done: 401, total: 401 });
  });

  it.each([
    ['prepare', 200],
    ['prepare', 400],
    ['save', 200],
  ] as const)('stopped while they %s, at %i: none of them, and nothing more is done', async (step, at) => {
    await store.addEntries(id, [entry('before')]);
    const stop = new AbortController();
    let last: Progress | undefined;
    const onProgress = (progress: Progress) => {
      last = progress;
      if (progress.step === step && progress.done === at) stop.abort();
    };
    const adding = store.addEntries(id, many, { signal: stop.signal, onProgress });
    await expect(adding).rejects.toSatisfy((error) => error === stop.signal.reason);
    expect(last).toMatchObject({ step, done: at });
    expect((await store.entries(id)).list.map((each) => each.id)).toEqual(['before']);
    expect(await store.verify(id)).toEqual([]);
  });

  it('from two sides at the same time: all of both, each once', async () => {
    const other = await openTestStore(name);
    const [a, b] = await Promise.all([
      store.addEntries(id, many.slice(0, 60)),
      other.addEntries(id, many.slice(40, 100)),
    ]);
    expect(a.added.length + b.added.length).toBe(100);
    expect((await store.manifest(id)).items.length).toBe(101);
    expect(await other.verify(id)).toEqual([]);
  });
});

describe('files', () => {
  const bytes = new Uint8Array(300).map((_, at) => at % 251);

  it('come back byte for byte under an allowed type', async () => {
    await store.addEntries(id, [entry('a', '图', { files: [file(bytes)] })]);
    await store.attach(id, 'a', file(bytes.slice(0, 9), '通话.amr', ''));
    const [first, second] = (await store.entry(id, 'a')).attachments;
    if (!first || !second) throw new Error('no attachments');
    expect(new Uint8Array(await (await store.file(id, first)).arrayBuffer())).toEqual(bytes);
    expect((await store.file(id, second)).type).toBe('audio/amr');
    await expect(store.file(id, { ...first, type: 'text/html' })).rejects.toMatchObject({ code: 'type-not-allowed' });
    await store.detach(id, 'a', first.id);
    await expect(store.file(id, first)).rejects.toMatchObject({ code: 'gone' });
    expect(await store.verify(id)).toEqual([]);
  });

  it.each(['text/html', 'image/svg+xml', 'application/pdf', ''])('of type 「%s」 are refused', async (type) => {
    const bad = entry('a', '图', { files: [file(bytes, 'x.html', type)] });
    await expect(store.addEntries(id, [entry('b'), bad])).rejects.toMatchObject({ code: 'type-not-allowed' });
    expect(await texts()).toEqual([]);
  });

  it('one byte over the limit are refused, at the limit kept', async () => {
    const full = new Uint8Array(FILE_LIMIT);
    await store.addEntries(id, [entry('a', '图', { files: [file(full)] })]);
    const over = file(new Uint8Array(FILE_LIMIT + 1));
    await expect(store.attach(id, 'a', over)).rejects.toMatchObject({ code: 'too-large' });
    expect((await store.entry(id, 'a')).attachments.length).toBe(1);
  });
});

describe('deleting', () => {
  const files = [file(new Uint8Array([1, 2, 3]))];
  it('an entry takes its screening and files along; undoing brings all back', async () => {
    const whole = entry('a', '原文', { screening: screening('原文'), files });
    await store.addEntries(id, [whole, entry('ab', '另一条', { files })]);
    const [before, manifest] = [await store.entry(id, 'a'), await store.manifest(id)];
    await store.deleteEntry(id, 'a');
    const { parts } = await dump(name);
    expect(parts.map(({ kind, key }) => `${kind} ${key.split('/')[0]}`).sort()).toEqual(
      ['attachment ab', `case ${id}`, 'entry ab', `manifest ${id}`].sort(),
    );
    await expect(store.entry(id, 'a')).rejects.toMatchObject({ code: 'gone' });
    await store.undoDelete(id, 'a');
    expect(await store.entry(id, 'a')).toEqual(before);
    expect(await store.manifest(id)).toEqual(manifest);
    await expect(store.undoDelete(id, 'a')).rejects.toMatchObject({ code: 'gone' });
  });

  it('a case leaves nothing of it, and the others alone; everything leaves nothing', async () => {
    const other = await store.createCase({ ...DETAILS, title: '别的' }, { passphrase: '口令' });
    for (const each of [id, other.id]) await store.addEntries(each, [entry('a', '原文', { files })]);
    await store.deleteCase(id);
    const { cases, parts } = await dump(name);
    expect([...cases, ...parts].filter((record) => JSON.stringify(record).includes(id))).toEqual([]);
    expect((await store.entries(other.id)).list.length).toBe(1);
    await expect(store.addEntries(id, [entry('b')])).rejects.toMatchObject({ code: 'gone' });
    await store.deleteAll();
    expect(await dump(name)).toEqual({ cases: [], parts: [] });
  });
});

it('what two tabs note of a complaint stays, whichever was opened first', async () => {
  const sent = { id: 's', caseId: id, channel: 'nfra-12378', day: '2026-02-05', ticket: '', next: '', text: '投诉' };
  await store.putSent({ ...sent, answer: '', due: '2026-03-01' });
  const other = await openTestStore(name);
  await store.changeSent(id, 's', { ticket: '123' });
  await other.changeSent(id, 's', { answer: '已受理', due: undefined });
  expect((await store.sent(id)).list).toEqual([{ ...sent, ticket: '123', answer: '已受理' }]);
  await store.deleteSent(id, 's');
  await expect(other.changeSent(id, 's', { ticket: '4' })).rejects.toMatchObject({ code: 'gone' });
  await other.close();
});

describe('a draft', () => {
  const draft = {
    channel: 'institution',
    given: { name: '甲', phone: '1' },
    requests: ['stop'],
    chosen: [['a', []]] as const,
    quoted: [],
    nightNotAgreed: false,
    edits: { institution: '改过' },
    ticked: [0],
  };

  it('in two tabs keeps what each of them changed', async () => {
    await store.putDraft(id, draft);
    await store.putDraft(id, { ...draft, given: { ...draft.given, collector: '某公司' }, ticked: [0, 1] }, draft);
    const { institution: _reworded, ...edits } = draft.edits;
    await store.putDraft(id, { ...draft, given: { name: '乙' }, nightNotAgreed: true, edits }, draft);
    expect(await store.draft(id)).toEqual({
      ...draft,
      given: { name: '乙', collector: '某公司' },
      ticked: [0, 1],
      nightNotAgreed: true,
      edits: {},
    });
  });

  it('of another channel brings that channel’s lists', async () => {
    await store.putDraft(id, { ...draft, ticked: [0, 1, 2] });
    await store.putDraft(id, { ...draft, channel: 'gov-12345', requests: [], ticked: [] }, draft);
    expect(await store.draft(id)).toEqual({ ...draft, channel: 'gov-12345', requests: [], ticked: [] });
  });

  it('begun anew takes the place of the one that is there, but for facts it does not know', async () => {
    await store.putDraft(id, draft);
    await store.putDraft(id, { ...draft, given: { name: '乙' }, chosen: [] });
    expect(await store.draft(id)).toEqual({ ...draft, given: { name: '乙', phone: '1' }, chosen: [] });
  });
});

it('complaints are kept, replaced and deleted', async () => {
  const sent = { id: 's', caseId: id, channel: 'nfra-12378', day: '2026-02-05', ticket: '1', next: '', text: '投诉' };
  await store.putSent({ ...sent, answer: '' });
  await store.putSent({ ...sent, answer: '已受理' });
  expect((await store.sent(id)).list).toEqual([{ ...sent, answer: '已受理' }]);
  await store.updateCase(id, { ...DETAILS, title: '新名字' });
  expect((await store.cases())[0]?.title).toBe('新名字');
  expect((await store.manifest(id)).items.map(({ kind }) => kind)).toEqual(['case', 'sent']);
  await store.deleteSent(id, 's');
  expect((await store.sent(id)).list).toEqual([]);
  expect(await store.verify(id)).toEqual([]);
});

it('two tabs note different things of a case: both stay, and what is taken away goes', async () => {
  await store.updateCase(id, { note: '甲记的', consent: { note: '同意', at: '2026-03-01T00:00:00Z' } });
  await store.updateCase(id, { title: '乙改的名字', lenderName: undefined });
  const [{ details } = {}] = await store.cases();
  expect(details).toMatchObject({ title: '乙改的名字', note: '甲记的', consent: { note: '同意' } });
  expect(details).not.toHaveProperty('lenderName');
  await store.updateCase(id, { consent: undefined });
  expect((await store.cases())[0]?.details).not.toHaveProperty('consent');
});

it('tells other tabs that something was changed, and not itself', async () => {
  const told = { here: 0, there: 0 };
  const shared = newName();
  const here = await openTestStore(shared, { onChanged: () => told.here++ });
  const there = await openTestStore(shared, { onChanged: () => told.there++ });
  const made = await here.createCase(DETAILS);
  await vi.waitFor(() => expect(told.there).toBe(1));
  await here.addEntries(made.id, [entry('a')]);
  await vi.waitFor(() => expect(told.there).toBe(2));
  await here.cases();
  expect(told.here).toBe(0);
  await Promise.all([here.close(), there.close()]);
});
