import { describe, expect, it } from 'vitest';
import { screener } from '../check/screener';

describe('a text that repeats itself', () => {
  it.each(['还钱', '我法院的欠', '欠', '你', '钱到删', '亲友齐鸣', '2025执', '…'])(
    '%s is screened in linear time',
    (unit) => {
      const time = (length: number): number => {
        const text = unit.repeat(length / unit.length);
        const from = performance.now();
        screener.screen({ text }, '2026-11-23');
        return performance.now() - from;
      };
      time(500);
      const small = Math.max(time(2_000), 5);
      expect(time(20_000)).toBeLessThan(small * 25 + 100);
    },
  );
});

describe('times of day and numbers beside each other', () => {
  const found = (text: string) => screener.screen({ text }, '2026-11-23').findings.map(({ rule }) => rule);
  it.each(['晚上10:00一到就群发', '晚上10：00一到就群发', '晚上10点一到就群发'])('%s', (text) => {
    expect(found(text)).toEqual(found('晚上十点一到就群发'));
    expect(found(text)).not.toEqual([]);
  });
  it.each(['，', ',', '、', ' '])('a particular after %j is still one', (mark) => {
    const text = (between: string) => `老赖王大明，410101199001011234${between}13812345678，欠钱不还，大家转发`;
    expect(found(text(mark))).toEqual(found(text('、')));
    expect(found(text(mark))).not.toEqual([]);
  });
});
