import { expect, it } from 'vitest';
import { segment } from './segments';

it('cuts at every border, so that overlapping findings are all shown', () => {
  const parts = segment('告诉你父母和单位', [
    { start: 0, end: 5 },
    { start: 3, end: 8 },
  ]);
  expect(parts.map(({ text, findings, ending }) => [text, findings, ending])).toEqual([
    ['告诉你', [0], []],
    ['父母', [0, 1], [0]],
    ['和单位', [1], [1]],
  ]);
  expect(parts.map(({ text }) => text).join('')).toBe('告诉你父母和单位');
});

it('a finding without a place (time, history) marks nothing', () => {
  expect(segment('你好', [{}])).toEqual([{ text: '你好', findings: [], ending: [] }]);
});
