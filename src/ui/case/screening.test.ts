import { expect, it } from 'vitest';
import { screening } from '../../case/testing';
import { READER_VERSION } from '../../reader/version';
import { toKeep } from './screening';

it.each([
  [true, READER_VERSION],
  [false, undefined],
])('what is kept names the learned reader only where it had its say: %s', (readerHeard, reader) => {
  expect(toKeep({ ...screening('测试').explanation, readerHeard }).reader).toBe(reader);
});
