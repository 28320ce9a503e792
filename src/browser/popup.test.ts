// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { hideEverything } from './surface';

const fake = await vi.hoisted(async () => (await import('./testing')).fakeBrowser());
vi.mock('webextension-polyfill', () => ({ default: fake }));
// There are no workers here, and nothing is read.
vi.mock('../reader/client', () => ({ startReader: () => ({}) }));

it('a popup that was opened as a tab closes when everything is hidden from another page', async () => {
  const app = document.createElement('div');
  app.id = 'app';
  document.body.append(app);
  await import('../../entrypoints/popup/main');
  fake.tabs.getCurrent.mockResolvedValueOnce({ id: 5 });
  await hideEverything(async () => {});
  await vi.waitFor(() => expect(fake.tabs.remove.mock.calls.flat()).toEqual(expect.arrayContaining([1, 5])));
}, 120_000);
