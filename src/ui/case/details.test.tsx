// @vitest-environment happy-dom
/** What is noted of a case, and of a complaint sent in it: only what was changed is saved, and nothing typed is lost. */
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Sent } from '../../case/types';
import { t } from '../i18n';
import type { OpenCase } from './cases';
import { EditDetails } from './EditDetails';
import { SentTab } from './SentTab';
import { forgetWords } from './typed';

const changes: unknown[] = [];
vi.mock('./cases', () => ({
  act: async (work: (store: object) => Promise<unknown>) => {
    await work({
      updateCase: async (_id: string, change: object) => changes.push(change),
      changeSent: async (_case: string, _id: string, change: object) => changes.push(change),
      deleteSent: async () => {},
    });
    return true;
  },
}));

const SENT: Sent = {
  id: 's',
  caseId: 'c',
  channel: 'nfra-12378',
  day: '2026-03-01',
  due: '2099-03-16',
  ticket: '',
  answer: '',
  next: '',
  text: '投诉',
};
const DETAILS = { id: 'c', title: '案件', note: '旧', lenderName: '甲银行', createdAt: '2026-03-01T00:00:00Z' };
const held = (more: Partial<OpenCase['details']> = {}, sent = [SENT]): OpenCase => ({
  details: { ...DETAILS, ...more },
  protected: false,
  entries: [],
  sent,
  unreadable: 0,
});
const fieldOf = (label: string) => {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label));
  const field = found?.querySelector<HTMLInputElement>('input, textarea');
  if (!field) throw new Error(`no ${label}`);
  return field;
};
const type = (label: string, text: string) =>
  settle(() => {
    fieldOf(label).value = text;
    fieldOf(label).dispatchEvent(new Event('input', { bubbles: true }));
  });
const save = () =>
  settle(() => void document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
const button = (words: string) => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent === words);
  if (!found) throw new Error(`no ${words}`);
  return found;
};

beforeEach(() => {
  changes.length = 0;
  forgetWords();
  render(null, document.body);
});

it('of a case only what was changed is saved, whatever another tab has noted meanwhile', async () => {
  await settle(() => render(<EditDetails held={held()} />, document.body));
  await type(t('caseTitle'), '新名字 ');
  await settle(() => render(<EditDetails held={held({ note: '别处记的' })} />, document.body));
  expect(fieldOf(t('caseTitle')).value).toBe('新名字 ');
  expect(fieldOf(t('caseNote')).value).toBe('别处记的');
  await save();
  expect(changes).toEqual([{ title: '新名字' }]);
  await vi.waitFor(() => expect(fieldOf(t('caseTitle')).value).toBe('案件'));
});

it('a name of the lender, and a consent, are taken away', async () => {
  const consent = { note: '同意保存', at: '2026-03-01T00:00:00Z' };
  await settle(() => render(<EditDetails held={held({ consent })} />, document.body));
  await type(t('caseLenderName'), '');
  await settle(() => document.querySelector<HTMLInputElement>('.tick input')?.click());
  await save();
  expect(changes).toEqual([{ lenderName: undefined, consent: undefined }]);
});

it('a note of a case is there again after another part was looked at', async () => {
  await settle(() => render(<EditDetails held={held()} />, document.body));
  await type(t('caseNote'), '没写完');
  await settle(() => render(null, document.body));
  await settle(() => render(<EditDetails held={held()} />, document.body));
  expect(fieldOf(t('caseNote')).value).toBe('没写完');
});

it('of a complaint only what was changed is saved; the keyboard stays on the button', async () => {
  await settle(() => render(<SentTab held={held()} />, document.body));
  await type(t('sent_ticket'), 'T-77');
  await settle(() => render(<SentTab held={held({}, [{ ...SENT, answer: '已转交' }])} />, document.body));
  expect(fieldOf(t('sent_answer')).value).toBe('已转交');
  button(t('save')).focus();
  await save();
  expect(changes).toEqual([{ ticket: 'T-77' }]);
  expect(document.activeElement).toBe(button(t('save')));
  await vi.waitFor(() => expect(fieldOf(t('sent_ticket')).value).toBe(''));
  await type(t('sentDueDay'), '');
  await save();
  expect(changes[1]).toEqual({ due: undefined });
});

it('an answer that is too long is said, not cut, and not saved', async () => {
  await settle(() => render(<SentTab held={held()} />, document.body));
  await type(t('sent_answer'), '答'.repeat(1001));
  expect(document.body.textContent).toContain(t('errorLong', 1000, 1001));
  await save();
  expect(changes).toEqual([]);
});

it('when a complaint is deleted it is said, and the keyboard goes there', async () => {
  await settle(() => render(<SentTab held={held()} />, document.body));
  await settle(() => button(t('sentDelete')).click());
  await settle(() => button(t('sentDeleteSure')).click());
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe(t('sentDeleted')));
});
