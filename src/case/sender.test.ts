import { expect, it } from 'vitest';
import { normalizeSender } from './sender';

it.each([
  ['+86 138 0000 1111', '13800001111'],
  ['0086-138-0000-1111', '13800001111'],
  ['8613800001111', '13800001111'],
  ['+86 10690000123456', '10690000123456'],
  ['106900001234567', '106900001234567'],
  ['（010）6666-7777', '01066667777'],
  ['+861012345678', '1012345678'],
  ['8600', '8600'],
  ['95588', '95588'],
  [' 老  周 ', '老 周'],
  ['10:22', '10:22'],
  ['-1', undefined],
  ['(Unknown)', undefined],
  ['null', undefined],
  [undefined, undefined],
])('%s', (written, expected) => {
  expect(normalizeSender(written)).toBe(expected);
});
