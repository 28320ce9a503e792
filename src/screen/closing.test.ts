import { expect, it } from 'vitest';
import { screener } from '../check/screener';
import { knowledge } from '../knowledge';
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
  ['说不还就坐牢的都是假的，谨防诈骗', ''],
  ['凡是说今天不还就抓你的，谨防诈骗', ''],
  ['不还钱，明天派出所就来抓你，谨防诈骗，退订回T', '谨防诈骗，退订回t'],
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

it('withdraws no threat, whichever line it is, and neither does what the victim answers', () => {
  const verdict = (text: string) => screener.screen({ text }, '2026-11-21').verdict;
  const lines = knowledge.concepts['closing-line'] ?? [];
  const ends = ['。', '，', ' '].flatMap((before) => lines.map((line) => `${before}${line}`));
  const answers = ['我要投诉你们', '我已经报警了', '怎么办，求助', '你们这样是违法的'].map(
    (answer) => `\n我：${answer}`,
  );
  expect(ends.length).toBeGreaterThan(50);
  for (const end of [...ends, ...answers]) expect(verdict(`催收：再不还我弄死你${end}`), end).toBe('found');
});
