// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Selection } from '../../intake/inbox/types';
import { t } from '../i18n';
import { Save } from './Save';
import { SaveMany } from './SaveMany';
import type { Saving } from './save';
import { overview, resetState } from './state';

let saving: Saving | undefined;
/** Ends the saving well, whatever was asked meanwhile. */
let finish = () => {};
let heedsStop = true;
vi.mock('./save', () => ({
  SelectionError: class extends Error {},
  save: (_store: unknown, _id: string, _selection: Selection, how: Saving) =>
    new Promise((done, fail) => {
      saving = how;
      finish = () => done({ added: 1, known: 0 });
      how.signal.onabort = () => heedsStop && fail(how.signal.reason);
    }),
}));
vi.mock('../case/keeping', () => ({ mayKeep: signal(true) }));
vi.mock('../case/cases', () => ({
  act: async (work: (store: object) => Promise<unknown>) => work({}),
  listCases: async () => true,
}));
vi.mock('../case/ChooseCase', () => ({
  ChooseCase: ({ onChoose }: { onChoose: (id: string) => void }) => (
    <button type="button" class="case" onClick={() => onChoose('c')}>
      案件
    </button>
  ),
}));

const press = (words: string) =>
  settle(() => [...document.querySelectorAll('button')].find((one) => one.textContent === words)?.click());
async function begin(): Promise<void> {
  await press(t('saveToCase'));
  await press('案件');
  await vi.waitFor(() => expect(saving?.signal.aborted).toBe(false));
}

beforeEach(() => {
  render(null, document.body);
  saving = undefined;
  heedsStop = true;
  resetState();
  overview.value = { senders: [], collecting: 1, others: 0, readerFailed: false };
});

const show = () => settle(() => render(<Save selection={{}} label={t('saveToCase')} />, document.body));
const leave = () => settle(() => render(null, document.body));
const saysStopped = () => document.body.textContent?.includes(t('inboxSaveStopped'));

it('who leaves while many are saved has stopped it, the button that could is gone, and is told on return', async () => {
  await settle(() => render(<Save selection={{}} label={t('saveToCase')} />, document.body));
  await begin();
  await settle(() => render(null, document.body));
  expect(saving?.signal.aborted).toBe(true);
  await settle(() => render(<Save selection={{ senders: ['1'] }} label={t('saveToCase')} />, document.body));
  expect(document.body.textContent).not.toContain(t('inboxSaveStopped'));
  await settle(() => render(null, document.body));
  await settle(() => render(<Save selection={{}} label={t('saveToCase')} />, document.body));
  expect(document.body.textContent).toContain(t('inboxSaveStopped'));
});

it('it is told once, and nothing of it where it was saved after all or its inbox is forgotten', async () => {
  await show();
  await begin();
  await leave();
  await show();
  expect(saysStopped()).toBe(true);
  await leave();
  await show();
  expect(saysStopped()).toBe(false);
  heedsStop = false;
  await begin();
  await leave();
  finish();
  await show();
  expect(saysStopped()).toBe(false);
  heedsStop = true;
  await begin();
  resetState();
  await leave();
  overview.value = { senders: [], collecting: 1, others: 0, readerFailed: false };
  await show();
  expect(saysStopped()).toBe(false);
});

it('one message is saved all the same when another is looked at', async () => {
  await settle(() => render(<Save selection={{ id: 'm' }} label={t('saveToCase')} />, document.body));
  await begin();
  await settle(() => render(null, document.body));
  expect(saving?.signal.aborted).toBe(false);
});

it('what is to be saved cannot be chosen anew while it is saved, for that would stop it', async () => {
  overview.value = { senders: [], collecting: 1, others: 0, readerFailed: false };
  await settle(() => render(<SaveMany />, document.body));
  await begin();
  expect(document.querySelector('fieldset')?.disabled).toBe(true);
  await press(t('cancel'));
  await vi.waitFor(() => expect(document.querySelector('fieldset')?.disabled).toBe(false));
  expect(document.body.textContent).toContain(t('inboxSaveStopped'));
});

it('when saving has ended the keyboard is back at its button', async () => {
  await settle(() => render(<Save selection={{}} label={t('saveToCase')} />, document.body));
  const button = document.querySelector('button');
  await begin();
  const stop = [...document.querySelectorAll('button')].find((one) => one.textContent === t('cancel'));
  stop?.focus();
  expect(button?.getAttribute('aria-disabled')).toBe('true');
  await press(t('cancel'));
  await vi.waitFor(() => expect(document.activeElement).toBe(button));
});
