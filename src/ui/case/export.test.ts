import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { UnfitError } from '../../case/evidence/fits';
import { DETAILS, entry, openTestStore } from '../../case/testing';
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
