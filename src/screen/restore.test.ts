import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import { createScreener } from '.';
import { restore, sounds, tables } from './decoded';
import { disguises, normalize, originalSpan } from './normalize';

const restored = (text: string) => restore(normalize(text, tables));
const read = (text: string): string => restored(text).text;

describe('what is hidden is read', () => {
  it.each([
    ['再bu还qian，我men就去你gong司', '再不还钱，我们就去你公司'],
    ['不huan钱就da电话gei你jia人', '不还钱就打电话给你家人'],
    ['ni zai bu huan qian ，wo men jiu qu ni jia', '你再不还钱，我们就去你家'],
    ['你Z不还Q，我M就通Z你家R', '你再不还钱，我们就通知你家人'],
    ['你妈知道你赖贝长吗，我现在就去君羊里说', '你妈知道你赖账吗，我现在就去群里说'],
  ])('%s', (written, meant) => expect(read(written)).toBe(meant));

  it('points to all of what was written', () => {
    const c = restored('再bu还qian，我men就去你gong司');
    const at = c.text.indexOf('公司');
    const span = originalSpan(c, at, at + 2);
    expect(c.original.slice(span.start, span.end)).toBe('gong司');
    expect(disguises(c, at, at + 2)).toEqual([{ written: 'gong司', meant: '公司' }]);
  });
});

describe('what is honest stays', () => {
  it.each([
    '请连wifi后打开app，用vivo手机扫码',
    '回T退订，A股和B股都跌了',
    '买了一台haier冰箱',
    'he can go home and he can see me on monday night',
    '订单AB12已发货，请到N号柜取件，K歌请上三楼',
    '今天天气很好，我们去公园散步吧',
    '孑然一身，日月如梭，白勺子在桌上',
    '先帝创业未半而中道崩殂，今天下三分，益州疲弊',
    '臣本布衣，躬耕于南阳，苟全性命于乱世，不求闻达于诸侯',
    '对乙酰氨基酚缓释片，盐酸伪麻黄碱',
    '',
  ])('%s', (text) => expect(read(text)).toBe(normalize(text, tables).text));
});

it('keeps exact places in any text', () => {
  const piece = fc.constantFrom(
    ...'再不还钱我们就去你公司贝长账君羊讠人催慛 ，。a1',
    'bu',
    'qian ',
    'gong',
    'Z',
    '\n',
    '😀',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const c = restored(pieces.join(''));
      for (const list of [c.start, c.end, c.disguise]) expect(list.length).toBe(c.text.length);
      for (let i = 0, last = 0; i < c.text.length; i++) {
        expect(c.start[i]).toBeGreaterThanOrEqual(last);
        expect(c.end[i]).toBeGreaterThan(c.start[i] as number);
        expect(c.end[i]).toBeLessThanOrEqual(c.original.length);
        last = c.start[i] as number;
      }
    }),
    { numRuns: 400 },
  );
});

it.each(['慛', 'qian', '我z', '我Z他B', 'shi ', '贝长', '你再', '灾攵'])('%j repeated takes linear time', (unit) => {
  const time = (length: number): number => {
    const c = normalize(unit.repeat(length / unit.length), tables);
    const from = performance.now();
    restore(c);
    return performance.now() - from;
  };
  time(500);
  const small = Math.max(time(2_000), 5);
  expect(time(20_000)).toBeLessThan(small * 30 + 500);
});

it('leaves a few syllables to the words that are known as such', () => {
  const text = '今~晚 不huan💰，叫人 shang/门 打·断 你的tui。';
  const { findings } = createScreener(knowledge, tables, sounds, restore).screen({ text }, '2026-11-21');
  expect(findings.map(({ category, quote }) => [category, quote])).toContainEqual(['threat', '打·断 你的tui']);
});
