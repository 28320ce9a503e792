/** The table of an evidence file, opened like any other: its words and numbers are those that were kept. */
import { expect, it } from 'vitest';
import { entriesAsCsv } from '../../src/case/evidence/csv';
import type { Content, Entry } from '../../src/case/types';
import { readText } from './files';

const AT = '2026-03-01T22:10:00+08:00';
const entry = (content: Partial<Content>, at: number): Entry => ({
  id: `e${at}`,
  caseId: 'c1',
  origin: { how: 'manual', at: AT },
  revisions: [
    {
      content: { kind: 'message', direction: 'in', text: '', at: AT, note: '', ...content },
      savedAt: AT,
      sha256: 'a'.repeat(64),
    },
  ],
  attachments: [],
});

it('messages come back with their senders; calls stand beside them and are no messages', async () => {
  const kept: Partial<Content>[] = [
    { text: '请还款', sender: '106912345678901234' },
    { text: '再不还', sender: '+8613800138000' },
    { text: '在吗', sender: '02112345678' },
    { text: '还钱', sender: '95188' },
    { text: '请不要再联系我', sender: '106912345678901234', direction: 'out' },
  ];
  const call = { kind: 'call', sender: '02112345678', call: { answered: true, seconds: 65 } } as const;
  const { rows, bad, error } = await readText('messages.csv', entriesAsCsv([...kept, call].map(entry)).slice(1));
  expect(error).toBeUndefined();
  expect(bad).toEqual([]);
  expect(rows.map(({ content: { kind, direction, text, sender, at } }) => [kind, direction, text, sender, at])).toEqual(
    kept.map(({ text, sender, direction = 'in' }) => ['message', direction, text, sender, AT]),
  );
});
