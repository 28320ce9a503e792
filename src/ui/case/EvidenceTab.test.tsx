// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { t } from '../i18n';
import type { OpenCase } from './cases';
import { EvidenceTab } from './EvidenceTab';
import type { Exporting } from './export';

const HELD = {
  details: { id: 'c', title: '案件', note: '', createdAt: '2026-03-01T00:00:00Z' },
  protected: false,
  entries: [{ id: 'a', revisions: [{ content: {} }], attachments: [], origin: {} }],
  sent: [],
  unreadable: 0,
} as unknown as OpenCase;

let signal: AbortSignal | undefined;
vi.mock('./cases', async (original) => ({ ...(await original<object>()), store: async () => ({}) }));
vi.mock('./export', () => ({
  exportCase(_store: unknown, _held: unknown, exporting: Exporting) {
    ({ signal } = exporting);
    return new Promise(() => {});
  },
}));

it('who leaves while a file is made has stopped it: the button that could is gone', async () => {
  await settle(() => render(<EvidenceTab held={HELD} />, document.body));
  const button = [...document.querySelectorAll('button')].find((one) => one.textContent === t('evidenceMake'));
  await settle(() => button?.click());
  await vi.waitFor(() => expect(signal?.aborted).toBe(false));
  await settle(() => render(null, document.body));
  expect(signal?.aborted).toBe(true);
});
