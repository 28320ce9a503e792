// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { NamedBlob } from '../../intake/import/inspect';
import { preview } from '../../intake/import/preview';
import type { Format, ReadOptions } from '../../intake/import/types';
import { ImportError } from '../../intake/import/types';
import { t } from '../i18n';
import { Ask } from './Ask';
import { forgetInbox, take } from './inbox';
import { question, refused } from './state';

/** What the page asked its inbox to read, and how. */
let read: ReadOptions[];
let refuse: Format | undefined;
vi.mock('../../intake/inbox/client', () => ({
  startInbox: () => ({
    async call(method: string, file: NamedBlob, given?: unknown) {
      if (method === 'preview') {
        if (refuse && given === refuse) throw new ImportError('no-rows');
        return preview(file, given as Format | undefined);
      }
      if (method !== 'read') return undefined;
      read.push(given as ReadOptions);
      return { added: 0, bad: [], report: {} };
    },
    end() {},
  }),
}));

const TEXT = '小李 2026-01-03 22:10\n\n还钱\n我 2026-01-03 22:11\n下周\n小李 2026-01-03 22:12\n快点\n';
const words = () => document.body.textContent ?? '';
const labelled = (text: string) =>
  [...document.querySelectorAll('label')]
    .find((label) => label.textContent?.includes(text))
    ?.querySelector<HTMLInputElement>('input');
const choose = (text: string) => settle(() => labelled(text)?.click());

beforeEach(async () => {
  [read, refuse] = [[], undefined];
  document.body.innerHTML = '';
  render(<Ask />, document.body);
  void take([new File([TEXT], 'log.txt')]);
  await vi.waitFor(() => expect(question.value).toBeDefined());
  await settle(() => {});
});
afterEach(() => {
  render(null, document.body);
  forgetInbox();
});

it('shows how a text begins and what it is taken for', () => {
  expect([...document.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
    '小李 2026-01-03 22:10',
    '还钱',
    '我 2026-01-03 22:11',
  ]);
  expect(labelled(t('inboxFormat_chat'))?.checked).toBe(true);
  expect(words()).toContain(t('inboxChatSelf'));
});

it('a text that was taken for a chat can be read as plain text', async () => {
  labelled(t('inboxFormat_plain'))?.focus();
  await choose(t('inboxFormat_plain'));
  await vi.waitFor(() => expect(words()).toContain(t('inboxPlain_lines')));
  expect(document.activeElement).toBe(labelled(t('inboxFormat_plain')));
  expect(words()).not.toContain(t('inboxChatSelf'));
  await choose(t('inboxPlain_lines'));
  await settle(() => document.querySelector('form')?.requestSubmit());
  await vi.waitFor(() => expect(read).toEqual([{ format: 'plain', plain: 'lines' }]));
});

it('as a table it is read as one, with the columns that are told', async () => {
  await choose(t('inboxFormat_csv'));
  await vi.waitFor(() => expect(document.querySelector('[data-field=text]')).not.toBeNull());
  const select = document.querySelector<HTMLSelectElement>('[data-field=text]');
  await settle(() => {
    if (select) select.value = '0';
    select?.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle(() => document.querySelector('form')?.requestSubmit());
  await vi.waitFor(() => expect(read).toMatchObject([{ format: 'csv', mapping: { columns: { text: 0 } } }]));
});

it('what it cannot be taken for is said, and the question stays as it was', async () => {
  refuse = 'csv';
  await choose(t('inboxFormat_csv'));
  await vi.waitFor(() => expect(words()).toContain(t('importError_no-rows')));
  expect(labelled(t('inboxFormat_chat'))?.checked).toBe(true);
  expect(words()).toContain(t('inboxChatSelf'));
  expect(refused.value).toEqual([]);
});
