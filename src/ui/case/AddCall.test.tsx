// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import type { NewEntry } from '../../case/entries';
import { AddCall } from './AddCall';

const added: NewEntry[] = [];
vi.mock('./cases', () => ({
  act: async (work: (store: object) => Promise<unknown>) =>
    work({
      async addEntries(_id: string, entries: NewEntry[]) {
        added.push(...entries);
        return { known: [] };
      },
    }),
}));

it('notes a call whose number was withheld, and names nobody for it', async () => {
  await settle(() => render(<AddCall caseId="c" />, document.body));
  const [day] = document.querySelectorAll<HTMLInputElement>('input[type=date]');
  if (!day) throw new Error('no day');
  await settle(() => {
    day.value = '2026-03-02';
    day.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(document.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(false);
  await settle(() => void document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
  await vi.waitFor(() => expect(added).toHaveLength(1));
  expect(added[0]?.content).toMatchObject({ kind: 'call', at: '2026-03-02' });
  expect(added[0]?.content).not.toHaveProperty('sender');
});
