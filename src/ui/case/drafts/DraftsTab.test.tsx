// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import type { KeptDraft } from '../../../case/drafts';
import type { NewEntry } from '../../../case/entries';
import { withRevision } from '../../../case/hash';
import { content, entry } from '../../../case/testing';
import type { Entry, Sent } from '../../../case/types';
import { draftFiles } from '../../../knowledge/drafts';
import { t } from '../../i18n';
import { type OpenCase, openCase } from '../cases';
import { later } from '../testing';
import { DraftsTab } from './DraftsTab';
import { begin, change, choose, reword, work } from './work';

const [file, another] = draftFiles;
if (!file || !another) throw new Error('no drafts');
const HELD: OpenCase = {
  details: { id: 'c', title: '案件', note: '', createdAt: '2026-03-01T00:00:00Z' },
  protected: false,
  entries: [],
  sent: [],
  unreadable: 0,
};

let draft = later<KeptDraft | undefined>();
let sending = later();
const sent: Sent[] = [];
vi.mock('../cases', async (original) => {
  const store = {
    draft: () => draft.promise,
    async putDraft() {},
    async putSent(one: Sent) {
      sent.push(one);
      await sending.promise;
    },
  };
  return {
    ...(await original<object>()),
    store: async () => store,
    act: (doing: (store: object) => Promise<unknown>) => doing(store),
  };
});

const radios = () => [...document.querySelectorAll<HTMLInputElement>('input[name=draft-channel]')];

beforeEach(() => {
  draft = later();
  sending = later();
  render(null, document.body);
  openCase.value = HELD;
  work.value = undefined;
});

it('no channel can be chosen before the kept draft was read, for the new one would replace it', async () => {
  await settle(() => render(<DraftsTab held={HELD} />, document.body));
  expect(radios()).toEqual([]);
  expect(document.body.textContent).toBe(t('caseLoading'));
  const { channel } = another;
  const rest = { given: {}, requests: [], chosen: [], nightNotAgreed: false, edits: {}, ticked: [] };
  await settle(async () => draft.resolve({ channel, ...rest }));
  await vi.waitFor(() => expect(radios().findIndex(({ checked }) => checked)).toBe(draftFiles.indexOf(another)));
});

it('without a kept draft one can be begun once that is known', async () => {
  await settle(() => render(<DraftsTab held={HELD} />, document.body));
  await settle(async () => draft.resolve(undefined));
  await vi.waitFor(() => expect(radios()).toHaveLength(draftFiles.length));
});

it('own words are shown, stay out until they are ticked, and are warned of', async () => {
  const words = '我承认欠款，月底一定还清';
  const kept: NewEntry = entry('own', words, { content: content(words, { direction: 'out' }) });
  const revisions = await withRevision([], kept.content, '2026-03-01T00:00:00Z');
  const own: Entry = { ...kept, caseId: 'c', revisions, attachments: [] };
  const held = { ...HELD, entries: [own] };
  openCase.value = held;
  begin(held, file);
  choose([own], true);
  await settle(() => render(<DraftsTab held={held} />, document.body));
  const draftText = () => document.querySelector<HTMLTextAreaElement>('.draft-text')?.value;
  const shown = () => document.body.textContent;
  expect(shown()).toContain(t('entrySentByMe'));
  expect(draftText()).toContain('我回复过10690000（内容略）');
  expect(shown()).toContain(t('draftNoPromise'));
  const tick = [...document.querySelectorAll('label')].find((label) =>
    label.textContent?.includes(t('draftQuoteSent')),
  );
  await settle(() => tick?.querySelector('input')?.click());
  expect(draftText()).toContain(words);
  expect(shown()).toContain(t('draftOwnWords'));
  expect(shown()).not.toContain(t('draftNoPromise'));
  await settle(() => choose([own], false));
  await settle(() => choose([own], true));
  expect(draftText()).not.toContain(words);
});

it('nothing is said of the user’s own rewording but to look at it', async () => {
  begin(HELD, file);
  await settle(() => render(<DraftsTab held={HELD} />, document.body));
  await settle(() => reword('我愿意还'));
  expect(document.body.textContent).toContain(t('draftOwnWords'));
});

it('pressed twice it is noted as sent once', async () => {
  begin(HELD, file);
  change({ confirmed: true });
  await settle(() => render(<DraftsTab held={HELD} />, document.body));
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent === t('draftSent'));
  if (!button) throw new Error('no button');
  button.focus();
  await settle(() => button.click());
  await settle(() => button.click());
  await settle(async () => sending.resolve());
  expect(sent).toHaveLength(1);
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe(t('draftSentKept')));
});
