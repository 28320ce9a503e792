/** A spreadsheet that was shown is not taken apart a second time. */
import { expect, it } from 'vitest';
import { screener } from '../../src/check/screener';
import type { NamedBlob } from '../../src/intake/import/inspect';
import { Inbox } from '../../src/intake/inbox/inbox';
import { createSignReader } from '../../src/intake/inbox/signs';
import { knowledge } from '../../src/knowledge';
import { restoreLetters, tables } from '../../src/screen/decoded';
import { workbook } from './workbook';

const open = () =>
  new Inbox({
    knowledge,
    screener,
    readSigns: createSignReader(knowledge, tables, restoreLetters),
    read: async () => undefined,
    onStep() {},
  });
const table = workbook([
  ['时间', '号码', '内容'],
  ['2026-01-03', '1', '还'],
]);
const named = (bytes: Uint8Array): NamedBlob =>
  Object.assign(new Blob([bytes as Uint8Array<ArrayBuffer>]), { name: 'a.xlsx', lastModified: 1 });
/** What looks like the same file, and cannot be read. */
const broken = named(new Uint8Array(table.length));

it('its cells are kept for the reading, once', async () => {
  const inbox = open();
  await inbox.preview(named(table));
  expect((await inbox.read(broken, {})).added).toBe(1);
  await expect(inbox.read(broken, {})).rejects.toMatchObject({ name: 'ImportError' });
});

it('its cells are let go when it is left', async () => {
  const inbox = open();
  await inbox.preview(named(table));
  inbox.cancel();
  await expect(inbox.read(broken, {})).rejects.toMatchObject({ name: 'ImportError' });
});

it('opening it can be stopped', async () => {
  const inbox = open();
  const work = inbox.preview(named(table));
  inbox.cancel();
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
});
