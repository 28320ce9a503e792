// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { forgetForm, forgetGone, forgetWords, hasWords, NO_CASE, typed } from './typed';

const STORED = { note: '旧', name: '甲银行', stop: true };
const form = (stored = STORED, caseId = 'c') => typed(caseId, 'details', stored);
const asks = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

beforeEach(() => void forgetWords());

it('holds what was typed for whoever looks again, and asks before the page is left', () => {
  expect(asks()).toBe(false);
  form().fields.note.value = '新';
  expect(form().all).toEqual({ ...STORED, note: '新' });
  expect(asks()).toBe(true);
  form().forget();
  expect(form().all).toEqual(STORED);
  expect(asks()).toBe(false);
});

it('knows only what differs: what another tab stored in other fields is shown', () => {
  form().fields.note.value = '新';
  const { all, changed } = form({ ...STORED, name: '乙银行' });
  expect(all).toEqual({ note: '新', name: '乙银行', stop: true });
  expect(changed).toEqual({ note: '新' });
});

it('what is typed back as it was is not unsaved', () => {
  form().fields.stop.value = false;
  form().fields.stop.value = true;
  expect(hasWords('c', 'details')).toBe(false);
});

it('what another tab stored the same is not unsaved', () => {
  form().fields.note.value = '新';
  form().fields.name.value = '乙银行';
  expect(form({ ...STORED, note: '新' }).changed).toEqual({ name: '乙银行' });
  expect(asks()).toBe(true);
  form({ ...STORED, note: '新', name: '乙银行' });
  expect(hasWords('c', 'details')).toBe(false);
  expect(asks()).toBe(false);
});

it('forgets what was saved, but not what was typed meanwhile', () => {
  form().fields.note.value = '新';
  const { changed } = form();
  form().fields.note.value = '新的';
  form().forget(changed);
  expect(form().all.note).toBe('新的');
});

it('a lock takes the words of its own case alone; those of deleted cases go too, those of a case being begun stay', () => {
  form(STORED, 'a').fields.note.value = '甲';
  form(STORED, 'b').fields.note.value = '乙';
  form(STORED, NO_CASE).fields.note.value = '新案件';
  expect(forgetWords('a')).toBe(true);
  expect(forgetWords('a')).toBe(false);
  expect(hasWords('b', 'details')).toBe(true);
  forgetGone([]);
  expect(hasWords('b', 'details')).toBe(false);
  expect(hasWords(NO_CASE, 'details')).toBe(true);
  forgetForm(NO_CASE, 'details');
  expect(asks()).toBe(false);
});
