// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { ReadOptions } from '../../intake/import/types';
import { t } from '../i18n';
import { TableForm } from './TableForm';

afterEach(() => render(null, document.body));

it('who chooses no column for the direction is told what that means; one with 1 for sent is taken so', async () => {
  let told: ReadOptions | undefined;
  const preview = {
    format: 'csv',
    columns: ['内容', '是否发送'],
    sample: [['滚', '1']],
    guess: { kind: 'message', skipRows: 1, columns: { text: 0 } },
    sheets: { read: '短信', left: ['通话'] },
  } as const;
  const onOptions = (options: ReadOptions | undefined) => {
    told = options;
  };
  await settle(() => render(<TableForm preview={preview} onOptions={onOptions} />, document.body));
  expect(document.body.textContent).toContain(t('inboxNoDirection'));
  expect(document.body.textContent).toContain(t('importSheets', '短信', '通话'));
  const select = document.querySelector<HTMLSelectElement>('select[data-field=direction]') as HTMLSelectElement;
  await settle(() => {
    select.value = '1';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(document.body.textContent).not.toContain(t('inboxNoDirection'));
  expect(told?.mapping).toEqual({
    kind: 'message',
    skipRows: 1,
    columns: { text: 0, direction: 1 },
    isSentFlag: true,
  });
});
