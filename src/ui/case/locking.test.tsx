// @vitest-environment happy-dom
/** Locking and opening by keyboard: it is never lost, and what happened is said. */
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { IDLE_MINUTES } from '../../case/idle';
import { t } from '../i18n';
import { CasePage } from './CasePage';
import { ChooseCase } from './ChooseCase';
import { leftOut, lockings, notice, type OpenCase, summaries } from './cases';
import { Unlock } from './Unlock';

let succeeds = true;
const protectedCases: string[] = [];
/** One piece of the case is damaged. */
const protect = async (id: string) => {
  protectedCases.push(id);
  return 1;
};
vi.mock('./cases', async (original) => ({
  ...(await original<object>()),
  act: async (work: (store: object) => Promise<unknown>) => {
    await work({ unlock: async () => {}, protect });
    return succeeds;
  },
}));

const held = (isProtected: boolean): OpenCase => ({
  details: { id: 'c', title: '案件', note: '', createdAt: '2026-03-01T00:00:00Z' },
  protected: isProtected,
  entries: [],
  sent: [],
  unreadable: 0,
});
const passphrase = () => document.querySelector<HTMLInputElement>('input[type=password]');
const type = (field: HTMLInputElement | null, text: string) =>
  settle(() => {
    if (!field) throw new Error('no field');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const submit = () =>
  settle(() => void document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));

beforeEach(() => {
  succeeds = true;
  lockings.value = new Map();
  notice.value = undefined;
  render(null, document.body);
});

it('a case that locked itself says so and what went with it; the keyboard is in the passphrase', async () => {
  lockings.value = new Map([['c', { itself: true, words: true }]]);
  await settle(() => render(<Unlock summary={{ id: 'c', protected: true }} />, document.body));
  expect(document.body.textContent).toContain(t('caseLockedItself', IDLE_MINUTES));
  expect(document.body.textContent).toContain(t('caseLockedWords'));
  expect(document.activeElement).toBe(passphrase());
  await type(passphrase(), '天黑了也怕');
  await submit();
  await vi.waitFor(() => expect(lockings.value.size).toBe(0));
});

it('after a wrong passphrase the keyboard is back in its field', async () => {
  succeeds = false;
  await settle(() => render(<Unlock summary={{ id: 'c', protected: true }} />, document.body));
  expect(document.body.textContent).not.toContain(t('caseLockedWords'));
  await type(passphrase(), '不对的口令');
  document.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
  await submit();
  await vi.waitFor(() => expect(document.activeElement).toBe(passphrase()));
  expect(passphrase()?.value).toBe('');
});

it('a case that was encrypted says so, and the keyboard goes to its name', async () => {
  const shown = signal(held(false));
  const Page = () => <CasePage held={shown.value} tab="settings" />;
  await settle(() => render(<Page />, document.body));
  for (const field of document.querySelectorAll<HTMLInputElement>('input[type=password]'))
    await type(field, '天黑了也不怕的口令');
  const button = document.querySelector<HTMLButtonElement>('form button[type=submit]');
  button?.focus();
  await submit();
  expect(protectedCases).toEqual(['c']);
  await vi.waitFor(() => expect(notice.value).toBe('caseNowEncrypted'));
  expect(leftOut.value).toBe(1);
  expect(document.activeElement).toBe(button);
  await settle(() => {
    shown.value = held(true);
  });
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('案件'));
});

it('of locked cases it is said where what is to be saved stays meanwhile, and open ones are told apart', async () => {
  const createdAt = '2026-11-24T02:32:00Z';
  summaries.value = [
    { id: 'l', protected: true },
    { id: 'o', protected: false, title: '案件', details: { id: 'o', title: '案件', note: '', createdAt } },
  ];
  const choose = (message?: { text: string }) =>
    settle(() =>
      render(<ChooseCase {...(message && { message })} onChoose={() => {}} onCancel={() => {}} />, document.body),
    );
  await choose({ text: '还款' });
  expect(document.body.textContent).toContain(t('chooseLocked'));
  await choose();
  expect(document.body.textContent).toContain(t('chooseLockedImport'));
  expect(document.body.textContent).toContain(t('caseBegun', '2026-11-24 10:32'));
});
