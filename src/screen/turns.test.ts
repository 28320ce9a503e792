import { describe, expect, it } from 'vitest';
import { screener } from '../check/screener';
import { complaint } from './context/complaint';
import { ask, viewOf } from './context/testing';
import { ownTurns } from './turns';

const own = (text: string) => {
  const view = viewOf(text);
  return ownTurns(view).map(({ start, end }) => view.canonical.text.slice(start, end).trim());
};

describe('own turns of a pasted chat', () => {
  it.each([
    ['催收：还钱\n我：没钱\n催收：等着', ['我：没钱']],
    ['我：没钱\n真的没有\n小李：等着\n本人：别这样', ['我：没钱\n真的没有', '本人：别这样']],
    ['[2026-01-03 22:10] 小李：还钱\n[2026-01-03 22:11] 我：没钱', ['[2026-01-03 22:11]我：没钱']],
    ['我们：明天上门\n我想说：别来', []],
    ['没有人在这里说：我：你好', []],
  ])('%j', (text, turns) =>
    expect(own(text).map((turn) => turn.replaceAll(':', '：').replaceAll(/(\d)：/g, '$1:'))).toEqual(turns),
  );

  it('is found in linear time', () => {
    for (const part of ['我：', '\n', '我：\n', '[', '1', '我'.repeat(12)]) {
      const started = performance.now();
      own(part.repeat(20_000 / part.length));
      expect(performance.now() - started, part).toBeLessThan(1_000);
    }
  });
});

it('what was said to the victim stays a threat whatever he answers, his own words stay a complaint', () => {
  expect(ask(complaint, '催收：今天不还，我就[[去你家弄死你]]\n我：我要投诉你们')).toBeUndefined();
  expect(ask(complaint, '催收：今天能还吗\n我：再说[[去我家弄死我]]我就报警，我要投诉你们')).toBe('drop');
});

it('the reader is not given the last answer, but what may be the collector again', () => {
  const asked = '催收：还钱，不然去你单位';
  expect(screener.textToRead(`${asked}\n我：没钱`)?.trim()).toBe(screener.canonicalText(asked));
  const goesOn = `${asked}\n我：没钱\n再不还就把你的事告诉你单位领导和你爸妈`;
  expect(screener.textToRead(goesOn)).toBe(screener.canonicalText(goesOn));
});
