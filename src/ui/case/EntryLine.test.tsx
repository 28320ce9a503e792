// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Entry } from '../../case/types';
import { t } from '../i18n';
import { EntryLine } from './EntryLine';
import { later } from './testing';
import { forgetWords } from './typed';

const SAVED = '2026-03-02T10:00:00+08:00';
const ENTRY: Entry = {
  id: 'a',
  caseId: 'c',
  origin: { how: 'manual', at: SAVED },
  revisions: [{ content: { kind: 'message', direction: 'in', text: '还款', note: '' }, savedAt: SAVED, sha256: '' }],
  attachments: [],
};

let saving = later();
let revised = 0;
vi.mock('./cases', () => {
  const store = {
    entry: async () => ({ ...ENTRY }),
    async revise() {
      revised++;
      await saving.promise;
    },
  };
  return {
    openCase: { value: undefined },
    store: async () => store,
    act: async (work: (store: object) => Promise<unknown>) => {
      await work(store);
      return true;
    },
  };
});

const button = (words: string): HTMLButtonElement => {
  const found = [...document.querySelectorAll('button')].find((one) => one.textContent === words);
  if (!found) throw new Error(`no ${words}`);
  return found;
};
const press = (words: string) =>
  settle(() => {
    button(words).focus();
    button(words).click();
  });
const submit = () =>
  settle(() => void document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));

const type = (selector: string, text: string) =>
  settle(() => {
    const found = [...document.querySelectorAll<HTMLTextAreaElement>(selector)].at(-1);
    if (!found) throw new Error(`no ${selector}`);
    found.value = text;
    found.dispatchEvent(new Event('input', { bubbles: true }));
  });

beforeEach(async () => {
  forgetWords();
  saving = later();
  revised = 0;
  render(null, document.body);
  await settle(() => render(<EntryLine entry={ENTRY} onDelete={() => {}} />, document.body));
  await settle(() => {
    const details = document.querySelector('details');
    if (details) details.open = true;
    details?.dispatchEvent(new Event('toggle'));
  });
  await vi.waitFor(() => expect(button(t('entryEdit')).disabled).toBe(false));
  await press(t('entryEdit'));
});

it('the keyboard goes into the form, and back to its button', async () => {
  expect(document.activeElement).toBe(document.querySelector('form textarea'));
  await press(t('cancel'));
  await vi.waitFor(() => expect(document.activeElement).toBe(button(t('entryEdit'))));
});

it('sent off twice it is saved once: a revision cannot be taken back', async () => {
  await type('textarea', '本人记得');
  await submit();
  expect(button(t('save')).getAttribute('aria-disabled')).toBe('true');
  await submit();
  await settle(async () => saving.resolve());
  await vi.waitFor(() => expect(button(t('entryEdit'))).toBeDefined());
  expect(revised).toBe(1);
});

it('a correction is still there, and in sight, after another part of the case was looked at', async () => {
  await type('textarea', '本人记得');
  await settle(() => render(null, document.body));
  await settle(() => render(<EntryLine entry={ENTRY} onDelete={() => {}} />, document.body));
  expect(document.querySelector('details')?.open).toBe(true);
  await vi.waitFor(() => expect([...document.querySelectorAll('textarea')].at(-1)?.value).toBe('本人记得'));
  await press(t('cancel'));
  await settle(() => render(null, document.body));
  await settle(() => render(<EntryLine entry={ENTRY} onDelete={() => {}} />, document.body));
  expect(document.querySelector('details')?.open).toBe(false);
});

it('a note that is too long is not cut: it is said, and nothing is saved until it is shorter', async () => {
  await type('textarea', '记'.repeat(2001));
  expect(document.body.textContent).toContain(t('errorLong', 2000, 2001));
  await submit();
  expect(revised).toBe(0);
  await type('textarea', '记'.repeat(2000));
  await submit();
  expect(revised).toBe(1);
});
