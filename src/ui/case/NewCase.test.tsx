// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { t } from '../i18n';
import { NewCase } from './NewCase';
import { PASSPHRASE_LEAST } from './PassphraseFields';

const fields = () => [...document.querySelectorAll<HTMLInputElement>('input[type=password]')];
const canCreate = () => document.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled === false;
const toggle = () =>
  settle(() => {
    const words = t('caseWithPassphrase', PASSPHRASE_LEAST);
    const label = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes(words));
    label?.querySelector('input')?.click();
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
