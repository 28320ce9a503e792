import { beforeEach, expect, it, vi } from 'vitest';
import { EMPTY_DRAFT } from '../ui/check/draft';
import { openWorkspace, openWorkspaceDraft } from './workspace';

const fake = await vi.hoisted(async () => (await import('./testing')).fakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake }));
const LONG = '催'.repeat(1_000);

beforeEach(() => {
  fake.kept.clear();
  Object.assign(fake, { room: Number.POSITIVE_INFINITY });
  fake.tabs.query.mockResolvedValue([]);
  vi.stubGlobal('history', { replaceState() {} });
});

const open = (text = LONG) => openWorkspace({ draft: { text }, reason: 'refused-page' });

/** The tab that was opened last loads, and the person types. */
async function load(tab: number) {
  vi.stubGlobal('location', new URL(fake.tabs.create.mock.lastCall?.[0].url ?? ''));
  fake.tabs.getCurrent.mockResolvedValue({ id: tab });
  const opened = await openWorkspaceDraft();
  const draft = await opened.store.load();
  if (draft) await opened.store.save(draft);
  return { ...opened, text: draft?.text };
}

it('what a closed tab left is dropped before the next is opened; open ones and ones on their way keep theirs', async () => {
  await open('关掉的');
  await load(1);
  await open('开着的');
  await load(2);
  fake.tabs.query.mockResolvedValue([{ id: 2 }, { id: 7 }]);
  await open('还没打开的');
  fake.kept.set('draft', '{}');
  await open('新的');
  const left = JSON.stringify([...fake.kept]);
  expect(left).not.toContain('关掉的');
  for (const text of ['开着的', '还没打开的', '新的', '"draft"']) expect(left).toContain(text);
});

it('many selections after one another, each tab closed again, all come through', async () => {
  fake.room = 2_500;
  for (let at = 1; at <= 5; at++) {
    await open();
    expect(await load(at)).toMatchObject({ text: LONG, reason: 'refused-page' });
  }
});

it('without room it opens all the same, without the text, and says why', async () => {
  fake.room = 500;
  await open();
  expect(fake.tabs.create.mock.lastCall?.[0].url).not.toContain('催');
  const opened = await load(1);
  expect(opened.text).toBeUndefined();
  expect(opened.reason).toBe('no-room');
});

it('in a private window keeps nothing, also where nothing tells any more whence the text came', async () => {
  vi.stubGlobal('location', new URL('extension:/workspace.html?tab=reloaded'));
  fake.extension.inIncognitoContext = true;
  try {
    const { store, isPrivate } = await openWorkspaceDraft();
    expect(isPrivate).toBe(true);
    await store.save({ ...EMPTY_DRAFT, text: LONG });
    expect([...fake.kept]).toEqual([]);
  } finally {
    fake.extension.inIncognitoContext = false;
  }
});
