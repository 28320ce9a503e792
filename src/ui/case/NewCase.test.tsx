// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { beforeEach, expect, it } from 'vitest';
import { chinaDay } from '../../screen/clock';
import { t } from '../i18n';
import { ChooseCase } from './ChooseCase';
import { summaries } from './cases';
import { NewCase } from './NewCase';
import { PASSPHRASE_LEAST } from './PassphraseFields';
import { forgetWords } from './typed';

const fields = () => [...document.querySelectorAll<HTMLInputElement>('input[type=password]')];
const canCreate = () =>
  document.querySelector<HTMLButtonElement>('button[type=submit]')?.getAttribute('aria-disabled') === 'false';
const toggle = () =>
  settle(() => {
    const words = t('caseWithPassphrase', PASSPHRASE_LEAST);
    const label = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes(words));
    label?.querySelector('input')?.click();
  });

const type = (label: string, text: string) =>
  settle(() => {
    const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label));
    const field = found?.querySelector<HTMLInputElement>('input, textarea');
    if (!field) throw new Error(`no ${label}`);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const titles = () => document.querySelector<HTMLInputElement>('input[type=text]')?.value;
const show = () => settle(() => render(<NewCase onDone={() => {}} />, document.body));

beforeEach(() => {
  forgetWords();
  summaries.value = [];
  render(null, document.body);
});

it('a passphrase that was typed before does not count once its fields are empty again', async () => {
  await settle(() => render(<NewCase onDone={() => {}} />, document.body));
  expect(canCreate()).toBe(true);
  await toggle();
  expect(canCreate()).toBe(false);
  for (const field of fields()) {
    await settle(() => {
      field.value = '天黑了也不怕的口令';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  expect(canCreate()).toBe(true);
  await toggle();
  await toggle();
  expect(fields().map(({ value }) => value)).toEqual(['', '']);
  expect(canCreate()).toBe(false);
});

it('is named by the day it is begun, and no two are named the same', async () => {
  const first = t('caseTitleDefault', chinaDay(new Date()));
  await show();
  expect(titles()).toBe(first);
  const second = t('caseTitleAgain', first, 2);
  summaries.value = [first, second].map((title) => ({ id: title, protected: false, title }));
  await show();
  expect(titles()).toBe(t('caseTitleAgain', first, 3));
});

it('says why it cannot be begun yet', async () => {
  await show();
  await type(t('caseTitle'), ' ');
  expect(document.body.textContent).toContain(t('caseMissingTitle'));
  await type(t('caseTitle'), '名'.repeat(101));
  expect(document.body.textContent).toContain(t('errorLong', 100, 101));
  expect(document.body.textContent).toContain(t('caseMissingShorter'));
  await type(t('caseTitle'), '代号17');
  expect(canCreate()).toBe(true);
  await settle(() => document.querySelector<HTMLInputElement>('details .tick input')?.click());
  expect(document.body.textContent).toContain(t('caseMissingConsent'));
  expect(canCreate()).toBe(false);
  await type(t('caseConsent'), '同意保存');
  expect(canCreate()).toBe(true);
});

it('what was typed is there again after looking elsewhere, that it is to be encrypted too, but no passphrase', async () => {
  await show();
  await type(t('caseTitle'), '代号17');
  await toggle();
  for (const field of fields()) {
    await settle(() => {
      field.value = '天黑了也不怕的口令';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
  await settle(() => render(null, document.body));
  await show();
  expect(titles()).toBe('代号17');
  expect(fields().map(({ value }) => value)).toEqual(['', '']);
  expect(canCreate()).toBe(false);
  expect(document.body.textContent).toContain(t('caseMissingPassphrase'));
});

it('a case being begun in the list stays as it is when something is saved to another case', async () => {
  await show();
  await type(t('caseTitle'), '代号17');
  const details = { id: 'o', title: '另一个', note: '', createdAt: '2026-11-24T02:32:00Z' };
  summaries.value = [{ id: 'o', protected: false, title: '另一个', details }];
  await settle(() => render(<ChooseCase onChoose={() => {}} onCancel={() => {}} />, document.body));
  expect(titles()).not.toBe('代号17');
  await type(t('caseTitle'), '代号18');
  const chosen = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith('另一个'));
  await settle(() => chosen?.click());
  await show();
  expect(titles()).toBe('代号17');
});
