import { expect, it } from 'vitest';
import { screener } from '../check/screener';
import { closingOf } from './closing';
import { viewOf } from './context/testing';

const closing = (text: string) => {
  const view = viewOf(text);
  const { start, end } = closingOf(view);
  return view.canonical.text.slice(start, end);
};

it.each([
  ['今天不还，弄死你。退订回T', '退订回t'],
  [
    '今天不还，弄死你。如有疑问，请致电客服：400-888-8888。请谨防诈骗！',
    '如有疑问，请致电客服：400-888-8888。请谨防诈骗！',
  ],
  ['感谢您的理解与支持。今天不还，弄死你', ''],
  ['今天不还，弄死你', ''],
  ['退订回T', ''],
  ['', ''],
])('%s ends with 「%s」', (text, end) => expect(closing(text)).toBe(end));

it('the reader does not read it, and what it reads stands where it stood', () => {
  const text = '今天不还，弄死你。退订回T';
  expect(screener.textToRead(text)).toBe('今天不还，弄死你。');
  expect(screener.canonicalText(text).startsWith('今天不还，弄死你。')).toBe(true);
});

it('is found in linear time', () => {
  for (const part of ['退订', '退订回T', '。', '1', '谨防诈骗。']) {
    const view = viewOf(part.repeat(20_000 / part.length));
    const started = performance.now();
    closingOf(view);
    expect(performance.now() - started, part).toBeLessThan(500);
  }
});
