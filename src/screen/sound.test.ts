import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTables } from '../../scripts/tables';
import { normalize } from './normalize';
import { buildSoundIndex, soundHits } from './sound';
import { decodeTables } from './tables';

const raw = buildTables();
const tables = decodeTables(raw);
const words = [
  '通讯录',
  '爆通讯录',
  '检察院',
  '法院执行',
  '信用卡诈骗',
  '律师函',
  '联系人',
  '户籍地',
  '司法局',
  '坐牢',
];
const index = buildSoundIndex(words, raw);
const heard = (text: string): string[] => {
  const c = normalize(text, tables);
  return soundHits(c, index).map((h) => `${c.text.slice(h.start, h.end)}→${h.word}`);
};

describe('soundHits', () => {
  it.each([
    ['你的同讯路都有了', ['同讯路→通讯录']],
    ['tongxunlu已备份', ['tongxunlu→通讯录']],
    ['tong xun lu', ['tong xun lu→通讯录']],
    ['TōngXùn录', ['tongxun录→通讯录']],
    ['法yuan zhixing', ['法yuan zhixing→法院执行']],
    ['xin yong ka zha pian', ['xin yong ka zha pian→信用卡诈骗']],
    ['lǜ师han', ['lu师han→律师函']],
    ['先爆铜讯录', ['爆铜讯录→爆通讯录']],
  ])('hears %s', (text, hits) => expect(heard(text)).toEqual(hits));

  it.each([
    '通讯录',
    '爆通讯录',
    '你做老师',
    'tongxunlux',
    'atongxunlu',
    '户籍的',
    '联系任何人',
    '司法拘留',
    'tong xu',
    '',
  ])('leaves %s alone', (text) => expect(heard(text)).toEqual([]));

  it('stays inside any text and moves forward', () => {
    const piece = fc.constantFrom(...'同通讯寻录路法院yuan zhixing律师函 \ud83d，1');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (list) => {
        const text = list.join('');
        let last = 0;
        for (const hit of soundHits({ text }, index)) {
          expect(hit.start).toBeLessThan(hit.end);
          expect(hit.end).toBeGreaterThan(last);
          expect(hit.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(hit.start, hit.end)).not.toBe(hit.word);
          last = hit.end;
        }
      }),
    );
  });

  it('takes linear time', () => {
    for (const unit of ['通讯', 'tong', 'a', '行 ']) {
      const from = performance.now();
      soundHits({ text: unit.repeat(100_000) }, index);
      expect(performance.now() - from).toBeLessThan(3_000);
    }
  });
});
