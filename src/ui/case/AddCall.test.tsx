// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { NewEntry } from '../../case/entries';
import { t } from '../i18n';
import { AddCall } from './AddCall';
import { forgetWords, hasWords } from './typed';

const added = new Map<string, NewEntry>();
let isFull = false;
let failsAfterwards = false;
let saving = Promise.resolve();
vi.mock('./cases', () => ({
  act: async (work: (store: object) => Promise<unknown>) => {
    if (isFull) return false;
    await work({
      async addEntries(_id: string, [entry]: [NewEntry]) {
        await saving;
        added.set(entry.id, entry);
        return { known: [] };
      },
    });
    return !failsAfterwards;
  },
}));

const type = (selector: string, text: string) =>
  settle(() => {
    const field = document.querySelector<HTMLInputElement>(selector);
    if (!field) throw new Error(`no ${selector}`);
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
const save = () =>
  settle(() => void document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true })));
const contents = () => [...added.values()].map(({ content }) => content);
const note = () => document.querySelector('textarea')?.value;

let now = 0;
beforeEach(async () => {
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  added.clear();
  forgetWords();
  isFull = false;
  failsAfterwards = false;
  saving = Promise.resolve();
  render(null, document.body);
  await settle(() => render(<AddCall caseId="c" />, document.body));
  await type('input[type=date]', '2026-03-02');
});
afterEach(() => void vi.restoreAllMocks());

it('notes a call whose number was withheld, and names nobody for it', async () => {
  expect(document.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(false);
  await save();
  await vi.waitFor(() => expect(contents()).toMatchObject([{ kind: 'call', at: '2026-03-02' }]));
  expect(contents()[0]).not.toHaveProperty('sender');
});

it('every call of a day is noted with its note, though nothing else tells them apart', async () => {
  const notes = Array.from({ length: 8 }, (_, at) => `第${at + 1}次`);
  for (const [at, each] of notes.entries()) {
    await type('textarea', each);
    await type('select', at % 2 ? 'yes' : 'no');
    now += 5_000;
    await save();
    await vi.waitFor(() => expect(note()).toBe(''));
  }
  expect(contents().map((each) => each.note)).toEqual(notes);
  expect(contents().map(({ call }) => call?.answered)).toEqual(notes.map((_, at) => at % 2 === 1));
});

it('pressed twice by accident, it notes one call', async () => {
  await type('textarea', '他说明天上门');
  now += 5_000;
  await save();
  await vi.waitFor(() => expect(document.body.textContent).toContain(t('callAdded')));
  for (let press = 0; press < 5; press++) {
    now += 300;
    await save();
  }
  expect(contents()).toHaveLength(1);
});

it('tried again after something failed, it is the same call', async () => {
  failsAfterwards = true;
  await type('textarea', '他说明天上门');
  now += 5_000;
  await save();
  await settle(async () => {});
  failsAfterwards = false;
  now += 5_000;
  await save();
  await vi.waitFor(() => expect(note()).toBe(''));
  expect(contents()).toHaveLength(1);
});

it('where nothing could be stored the note stays', async () => {
  isFull = true;
  await type('textarea', '他说明天上门');
  now += 5_000;
  await save();
  await settle(async () => {});
  expect(note()).toBe('他说明天上门');
  expect(document.body.textContent).not.toContain(t('callAdded'));
});

it('after looking elsewhere the words are there, in sight; saved, they go, and day and number stand ready', async () => {
  await type('input[type=time]', '22:10');
  await type('input[type=text]', '10690000');
  await type('select', 'no');
  await type('textarea', '他说明天上门');
  await settle(() => render(null, document.body));
  await settle(() => render(<AddCall caseId="c" />, document.body));
  expect(document.querySelector('details')?.open).toBe(true);
  now += 5_000;
  await save();
  await vi.waitFor(() => expect(note()).toBe(''));
  const call = { at: '2026-03-02T22:10:00+08:00', sender: '10690000', call: { answered: false }, note: '他说明天上门' };
  expect(contents()).toMatchObject([call]);
  const left = [...document.querySelectorAll('input')].map(({ value }) => value);
  expect(left).toEqual(['2026-03-02', '', '10690000']);
  expect(hasWords('c', 'call')).toBe(false);
});

it('what is written while a call is being saved is of the next one, and stays', async () => {
  let go = () => {};
  saving = new Promise<void>((resolve) => {
    go = resolve;
  });
  await type('textarea', '他说明天上门');
  now += 5_000;
  await save();
  await type('textarea', '他又打来');
  go();
  await vi.waitFor(() => expect(document.body.textContent).toContain(t('callAdded')));
  expect([contents()[0]?.note, note()]).toEqual(['他说明天上门', '他又打来']);
});

it('what is too long is not cut: it is said, and not saved', async () => {
  await type('textarea', '停'.repeat(2001));
  expect(note()).toHaveLength(2001);
  expect(document.body.textContent).toContain(t('errorLong', 2000, 2001));
  now += 5_000;
  await save();
  expect(added.size).toBe(0);
});
