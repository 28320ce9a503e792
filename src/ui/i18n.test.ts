import { afterEach, expect, it } from 'vitest';
import { language, listed, t } from './i18n';

afterEach(() => {
  language.value = 'zh';
});

it.each([
  ['en', 1, '1 kind of statement needs your own check'],
  ['en', 2, '2 kinds of statement need your own check'],
  ['en', '1', '1 kind of statement needs your own check'],
  ['zh', 1, '有 1 类说法需要你自己核实'],
] as const)('puts numbers and their words in: %s %s', (wanted, count, expected) => {
  language.value = wanted;
  expect(t('verdict_verify', count)).toBe(expected);
});

it('parts names as the language does', () => {
  expect(listed(['a', 'b'])).toBe('a、b');
  language.value = 'en';
  expect(listed(['a', 'b'])).toBe('a, b');
});
