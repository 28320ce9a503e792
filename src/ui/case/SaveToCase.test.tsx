// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import type { Explanation } from '../../screen/explain';
import { t } from '../i18n';
import { SaveToCase } from './SaveToCase';

vi.mock('./keeping', () => ({ mayKeep: signal(true) }));
vi.mock('./cases', () => ({
  act: async (work: (store: object) => Promise<unknown>) => work({ addEntries: async () => ({ known: [] }) }),
  listCases: async () => true,
}));
vi.mock('./ChooseCase', () => ({
  ChooseCase: ({ onChoose }: { onChoose: (id: string) => void }) => (
    <button type="button" id="case" onClick={() => onChoose('c')}>
      案件
    </button>
  ),
}));

it('takes no keyboard of its own accord; once it is saved the keyboard is not lost with the choice', async () => {
  const explanation = { message: { text: '还款' }, findings: [], steps: [] } as unknown as Explanation;
  await settle(() => render(<SaveToCase explanation={explanation} />, document.body));
  expect(document.activeElement).toBe(document.body);
  const button = document.querySelector('button');
  await settle(() => button?.click());
  const choice = await vi.waitFor(() => {
    const found = document.querySelector<HTMLElement>('#case');
    if (!found) throw new Error('no choice');
    return found;
  });
  choice.focus();
  await settle(() => choice.click());
  await vi.waitFor(() => expect(document.querySelector('[role=status]')?.textContent).toContain(t('savedToCase')));
  await vi.waitFor(() => expect(document.activeElement).toBe(button));
});
