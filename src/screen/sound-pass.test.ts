import { expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import { createScreener } from '.';
import { sounds, tables } from './decoded';
import { normalize } from './normalize';

const screener = createScreener(knowledge, tables, sounds);
const deaf = createScreener(knowledge, tables);
const TODAY = '2026-11-21';

const violations = (by: typeof screener, text: string) =>
  by.screen({ text }, TODAY).findings.flatMap(({ level, quote }) => (level === 'violation' ? (quote ?? '') : []));

it.each([
  ['再不还钱，我们就把欠款告诉你的紧急莲系人', '紧急莲系人'],
  ['不还钱就通知你的jin ji lian xi ren，告诉他你欠款', 'jin ji lian xi ren'],
])('%s: finds what is only written by its sound, on the words as they stand', (text, written) => {
  expect(violations(screener, text).join()).toContain(written);
  expect(violations(deaf, text)).toEqual([]);
});

it('short words are not matched by sound: they sound like innocent ones', () => {
  for (const text of ['李安的电影很好看', '他做老师很多年了']) {
    expect([...sounds(normalize(text, tables)).keys()], text).toEqual([]);
  }
});
