// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import type { NewEntry } from '../../case/entries';
import { t } from '../i18n';
import { AddOwn } from './AddOwn';
import { forgetWords } from './typed';

const there = new Set<string>();
vi.mock('./cases', () => ({
  act: async (work: (store: object) => Promise<unknown>) =>
    work({
      async addEntries(_id: string, [entry]: [NewEntry]) {
        const known = there.has(entry.id) ? [entry.id] : [];
        there.add(entry.id);
        return { known };
      },
    }),
}));

const type = (selector: string, text: string) =>
  settle(() => {
    const field = document.querySelector<HTMLInputElement>(selector);
    if (!field) throw new Error(`no ${selector}`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const save = () =>
  settle(() => void document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
const said = () => document.querySelector('[role=status]')?.textContent;

beforeEach(() => {
  forgetWords();
  there.clear();
  render(null, document.body);
});

it('the same words a second time are not lost, and it is said that nothing was changed', async () => {
  await settle(() => render(<AddOwn caseId="c" />, document.body));
  await type('input[type=date]', '2026-03-02');
  await type('input[type=text]', '10690000');
  await type('textarea', '请不要再联系我');
  await save();
  await vi.waitFor(() => expect(said()).toBe(t('callAdded')));
  await type('textarea', '请不要再联系我');
  await save();
  await vi.waitFor(() => expect(said()).toBe(t('ownKnown')));
  expect(document.querySelector('textarea')?.value).toBe('请不要再联系我');
});

it('after looking elsewhere the words are there, in sight; saved, they go, and the keyboard stays', async () => {
  await settle(() => render(<AddOwn caseId="c" />, document.body));
  await type('input[type=date]', '2026-03-02');
  await type('input[type=text]', '10690000');
  await type('textarea', '请不要再联系我');
  await settle(() => render(null, document.body));
  await settle(() => render(<AddOwn caseId="c" />, document.body));
  expect(document.querySelector('details')?.open).toBe(true);
  expect(document.querySelector('textarea')?.value).toBe('请不要再联系我');
  const button = document.querySelector<HTMLButtonElement>('button[type=submit]');
  button?.focus();
  await save();
  await vi.waitFor(() => expect(said()).toBe(t('callAdded')));
  expect(document.querySelector('textarea')?.value).toBe('');
  expect(document.querySelector<HTMLInputElement>('input[type=text]')?.value).toBe('10690000');
  expect(document.activeElement).toBe(button);
  expect(button?.disabled).toBe(false);
});

it('what is too long is not cut, for it is to be word for word: it is said, and not saved', async () => {
  await settle(() => render(<AddOwn caseId="c" />, document.body));
  await type('input[type=date]', '2026-03-02');
  await type('input[type=text]', '10690000');
  await type('textarea', '停'.repeat(5001));
  expect(document.body.textContent).toContain(t('errorLong', 5000, 5001));
  await save();
  expect(there.size).toBe(0);
});
