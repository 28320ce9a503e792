import { expect, it } from 'vitest';
import { byCompactness } from './view';

it('finds words of one clause more compact than fewer words of two', () => {
  const text = '不还钱就抓你坐牢，还要把欠款告诉你父母';
  const range = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const found = ['坐牢，还要把欠', '不还钱就抓你坐牢', '抓你坐牢'].map(range).sort(byCompactness(text));
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    '抓你坐牢',
    '不还钱就抓你坐牢',
    '坐牢，还要把欠',
  ]);
});
