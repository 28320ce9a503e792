import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTables } from '../../scripts/tables';
import { disguises, normalize, originalSpan } from './normalize';
import { GAP } from './normalize/flags';
import { decodeTables } from './tables';

const raw = buildTables();
const tables = decodeTables(raw);
const folded = (text: string): string => normalize(text, tables).text;
const shown = (text: string): string[] => {
  const c = normalize(text, tables);
  return disguises(c, 0, c.text.length).map((d) => `${d.written}→${d.meant}`);
};

describe('ordinary variants', () => {
  it.each([
    ['ＦＹ１２３', 'fy123'],
    ['閣下欠款逾期，將向法院起訴', '阁下欠款逾期，将向法院起诉'],
    ['妳最後一次機會', '你最后一次机会'],
    ['⼈⺠法院', '人民法院'],
    ['今晚⒏點', '今晚8点'],
    ['①⑧点', '18点'],
    ['1⃣8⃣000元', '18000元'],
    ['装sǐ', '装si'],
    ['𝟑天', '3天'],
    ['乾隆著书', '乾隆著书'],
    ['柒仟贰佰元', '柒仟贰佰元'],
  ])('%s', (written, meant) => expect(folded(written)).toBe(meant));

  it('is not called a disguise', () => expect(shown('ＡＢＣ１２閣下,HELLO "催收"（法院）')).toEqual([]));
});

describe('punctuation', () => {
  it.each([
    ['你好,世界!真的?是;对:"好"(行)', '你好，世界！真的？是；对：“好”（行）'],
    ['应还1,204.5元,今日17:00前', '应还1,204.5元，今日17:00前'],
    ['短信120，10元/月', '短信120，10元/月'],
    ['见 https://a.cn/x?y=1&z=2 谢谢', '见https://a.cn/x?y=1&z=2谢谢'],
    ['电话010-8888-6666转3', '电话010-8888-6666转3'],
    ['2026-01-05 12:30', '2026-01-05 12:30'],
    ["I don't know, bro", "i don't know， bro"],
    ['可登录网站查询.请您回复', '可登录网站查询。请您回复'],
    ['优惠价12元.如需退订回N', '优惠价12元。如需退订回n'],
    ['等等......再说', '等等…再说'],
    ['第一行\r\n\r\n  第二行', '第一行\n第二行'],
    ['〖通知〗『好』〈x〉', '【通知】「好」《x》'],
  ])('%s', (written, meant) => expect(folded(written)).toBe(meant));
});

describe('noise inside words', () => {
  it.each([
    ['催.收', '催收'],
    ['催 收', '催收'],
    ['催丨收', '催收'],
    ['催🙏收', '催收'],
    ['催【】收', '催收'],
    ['【催】收函', '催收函'],
    ['(催)(收)', '催收'],
    ['【法(院)】', '【法院】'],
    ['[起]诉', '起诉'],
    ['爆@通#讯$录', '爆通讯录'],
    ['全 . 家 . 一 . 起', '全家一起'],
    ['立​案⁠追‌逃', '立案追逃'],
    ['通。知。你。单。位。', '通知你单位。'],
    ['催\n收\n函\n来了', '催收函\n来了'],
    ['公〇安〇通〇知', '公安通知'],
    ['tong✘讯✘录', 'tong讯录'],
    ['公...检...法...办', '公检法办'],
    ['加个人薇❤信扫码还款', '加个人微信扫码还款'],
  ])('%s', (written, meant) => expect(folded(written)).toBe(meant));

  it.each([
    '二〇二六年',
    '（男）的',
    '院（系）在',
    '律师函≠传票',
    '还款{}元',
    '（一）本金',
    '【急】区法院',
    '阿里木·买买提',
    '李**先生',
    '住房/汽车贷款',
    '楼号+房号',
    '在群里@他一下',
    '好，行。对',
    '拘→捕→判',
    '10元/月',
    '[强][强]好',
    '今日召开',
    '脾气火暴',
    '安徽信用社',
    '矢口否认',
    '当月办理',
  ])('%s stays', (text) => expect(folded(text)).toBe(text));

  it('leaves a spaced title alone', () => {
    expect(shown('民 事 传 票\n请到庭')).toEqual([]);
    expect(shown('我 要 爆 你，请还款')).toEqual(['我 要 爆 你→我要爆你']);
  });

  it('remembers blanks between clauses without calling them a disguise', () => {
    const c = normalize('一天两千个 你店里别想做生意', tables);
    expect(c.text).toBe('一天两千个你店里别想做生意');
    expect(c.disguise[5]).toBe(GAP);
    expect(shown('一天两千个 你店里别想做生意')).toEqual([]);
  });
});

describe('split characters and look-alikes', () => {
  it.each([
    ['亻崔收', '催收', '亻崔收→催收'],
    ['起讠斥', '起诉', '起讠斥→起诉'],
    ['氵去阝完传票', '法院传票', '氵去阝完传票→法院传票'],
    ['扌丁断腿', '打断腿', '扌丁断腿→打断腿'],
    ['亻昔 钅戋 不还', '借钱不还', '亻昔 钅戋 不还→借钱不还'],
    ['欠💰不还', '欠钱不还', '欠💰不还→欠钱不还'],
    ['欠💰*催', '欠钱催', '欠💰*催→欠钱催'],
    ['伱卟还', '你不还', '伱卟还→你不还'],
    ['灋院', '法院', '灋院→法院'],
  ])('%s', (written, meant, disguise) => {
    expect(folded(written)).toBe(meant);
    expect(shown(written)).toEqual([disguise]);
  });

  it('every listed form folds to what is meant', () => {
    for (let i = 0; i < raw.splits.length; i += 2) {
      expect(folded(raw.splits[i] ?? ''), raw.splits[i]).toBe(raw.splits[i + 1]);
      expect(folded(raw.splits[i + 1] ?? '')).toBe(raw.splits[i + 1]);
    }
    const pairs = Array.from(raw.lookAlikes);
    for (let i = 0; i < pairs.length; i += 2) expect(folded(pairs[i] ?? '')).toBe(pairs[i + 1]);
  });

  it('lists only the disguise in a long stretch, and shows what is invisible', () => {
    expect(shown('请转告他本人尽快处理这笔催.收的欠款')).toEqual(['催.收→催收']);
    expect(shown('立​案')).toEqual(['立▯案→立案']);
    const c = normalize('别.催.收', tables);
    expect(disguises(c, 2, 3)).toEqual([]);
  });
});

const piece = fc.constantFrom(
  ...'催收法院诉讼亻崔讠斥氵去阝完欠💰你🐴，,.。:：!?;、…-—/|~·*×〇丨 　\n\r"\'()[]【】（）《》「」0123aBzＡ①⒏㈱ﷺ́⃣️​‍﻿\u0000の灋閣後',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(piece, { maxLength: 40 }).map((list) => list.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((list) => String.fromCharCode(...list)),
);
const isCut = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));

describe('any string', () => {
  const runs = { numRuns: 1500 };

  it('keeps exact, monotone places', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const c = normalize(text, tables);
        expect(c.original).toBe(text);
        for (const list of [c.start, c.end, c.disguise]) expect(list.length).toBe(c.text.length);
        let last = 0;
        for (let i = 0; i < c.text.length; i++) {
          const start = c.start[i] ?? -1;
          const end = c.end[i] ?? -1;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
      runs,
    );
  });

  it('folds the same again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = folded(text);
        expect(folded(once)).toBe(once);
      }),
      runs,
    );
  });

  it('never cuts a character, and finds the same text in the part it points to', () => {
    fc.assert(
      fc.property(anyText, fc.nat(80), fc.nat(20), (text, from, size) => {
        const c = normalize(text, tables);
        const span = originalSpan(c, from, from + size);
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(isCut(text, span.start) || isCut(text, span.end)).toBe(false);
        expect(/^\p{M}/u.test(text.slice(span.end)) && span.end > span.start).toBe(false);
        disguises(c, from, from + size);
      }),
      runs,
    );
  });

  it('all slices together cover every ideograph and digit that is plain text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[一-龥0-9，。]{0,30}$/), (text) => {
        const c = normalize(text, tables);
        const span = originalSpan(c, 0, c.text.length);
        expect(text.slice(span.start, span.end)).toBe(text);
      }),
      runs,
    );
  });

  it.each(['ﷺ', '㍿', '⑽'])('does not swell with %s, and what comes after keeps its place', (wide) => {
    const [few, last] = [normalize(wide.repeat(3), tables), '还钱'];
    expect(few.text).not.toContain(wide);
    const many = wide.repeat(19_990) + last;
    const canonical = normalize(many, tables);
    expect(canonical.text.length).toBeLessThanOrEqual(24_000);
    const at = canonical.text.indexOf(last);
    const { start, end } = originalSpan(canonical, at, at + last.length);
    expect(many.slice(start, end)).toBe(last);
  });

  it('folds every single code point to something that folds to itself', () => {
    const unstable: string[] = [];
    for (let code = 0; code < 0x30000; code++) {
      const once = folded(String.fromCodePoint(code));
      if (folded(once) !== once) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it('takes a lone surrogate as one character', () => {
    const c = normalize('催\ud83d收', tables);
    expect(c.text.includes('收')).toBe(true);
    expect(originalSpan(c, c.text.indexOf('收'), c.text.length)).toEqual({ start: 2, end: 3 });
  });

  it.each(['催', '催.', '. ', '亻', '【', '通。', '\n', '催 ', '́', '(', '"'])(
    '%j repeated takes linear time',
    (unit) => {
      const time = (count: number): number => {
        const text = unit.repeat(count);
        const from = performance.now();
        normalize(text, tables);
        return performance.now() - from;
      };
      time(20_000);
      const small = Math.max(time(50_000), 1);
      expect(time(400_000)).toBeLessThan(small * 60 + 200);
    },
  );
});
