import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { checkEvidence, isIntact } from '../../case/evidence/check';
import { UnfitError } from '../../case/evidence/fits';
import { DETAILS, entry, file, newName, openTestStore, screening, tamper } from '../../case/testing';
import { exportCase, exportErrorText } from './export';

const NAME = '王小明';

async function held() {
  const store = await openTestStore();
  const details = await store.createCase({ ...DETAILS, title: NAME, lenderName: NAME, note: NAME });
  await store.addEntries(details.id, [entry('a', '第一条'), entry('b', '这一条很长很长很长很长很长很长很长很长很长')]);
  const sent = {
    id: 's',
    caseId: details.id,
    channel: 'institution',
    day: '2026-03-05',
    ticket: '',
    answer: '',
    next: '',
    text: '',
  };
  const entries = [...(await store.entries(details.id)).list].sort((one, other) => (one.id < other.id ? -1 : 1));
  return { store, open: { details, protected: false, entries, sent: [sent], unreadable: 0 } };
}

const exporting = { originals: [], signal: new AbortController().signal, onProgress() {} };

it('the title for the name of a masked file hides what the file hides', async () => {
  const { store, open } = await held();
  expect((await exportCase(store, open, exporting)).title).toBe(NAME);
  expect((await exportCase(store, open, { ...exporting, masking: { names: [NAME] } })).title).toBe('王**');
});

it('a damaged screening and a damaged file stay out, and all else goes, with a word on what is missing', async () => {
  const name = newName();
  const store = await openTestStore(name);
  const details = await store.createCase(DETAILS, { passphrase: '天黑了也怕' });
  const files = [file(new Uint8Array([1, 2, 3]), '坏的.png')];
  await store.addEntries(details.id, [
    entry('a', '第一条', { screening: screening('第一条', 'found') }),
    entry('b', '第二条', { files }),
  ]);
  await tamper(name, (part) =>
    part.kind === 'screening' || part.kind === 'attachment' ? { ...part, bytes: new Uint8Array(40) } : part,
  );
  const { list } = await store.entries(details.id);
  const open = { details, protected: true, entries: list, sent: [], unreadable: 0 };
  const { zip, leftOut } = await exportCase(store, open, exporting);
  expect(leftOut).toBe(2);
  const check = await checkEvidence(zip);
  expect(isIntact(check)).toBe(true);
  expect([...check.files.keys()].some((path) => path.startsWith('attachments/'))).toBe(false);
  const report = await check.files.get('report.html')?.text();
  expect(report).toContain('另有2个附件或检查结果读不出来');
  expect(report).toContain('坏的.png（损坏或被改动，读不出来，没有放入；');
  expect(report).toContain('当时的检查结果损坏或被改动');
  const masked = await exportCase(store, open, { ...exporting, masking: {} });
  expect(masked.leftOut).toBe(1);
});

it.each([
  [new UnfitError('too-many-files'), '5000'],
  [new UnfitError('too-large'), '1000 MB'],
  [new UnfitError('case'), NAME],
  [new UnfitError('entries', 1), '这一条'],
  [new UnfitError('sent', 0), '2026-03-05'],
  [new TypeError('x'), 'TypeError'],
])('why nothing was exported is said: %s', async (error, words) => {
  expect(exportErrorText(error, (await held()).open)).toContain(words);
});
