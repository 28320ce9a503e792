import { describe, expect, it } from 'vitest';
import { splitMessages } from './split';

const texts = (text: string): string[] => splitMessages(text).parts.map((part) => part.text);
const lines = (...all: string[]): string => all.join('\n');

describe('a copied chat', () => {
  it.each([
    ['name, day and time', '小李 2026/3/1 10:22', '小李 2026/3/1 10:25', '小李'],
    ['day, time and name', '2026-03-01 10:22:05 小李', '2026-03-01 10:25:05 小李', '小李'],
    ['time and name with account', '2026-03-01 10:22:05 小李(12345)', '2026-03-01 10:25:05 小李(12345)', '小李'],
    ['Chinese day', '小李 2026年3月1日 10:22', '小李 2026年3月1日 10:25', '小李'],
    ['half of the day', '小李 上午10:22', '小李 下午1:25', '小李'],
    ['yesterday', '小李 昨天 10:22', '小李 昨天 10:25', '小李'],
    ['a name of two words', '云桥 小李 2026.3.1 下午 3:05', '云桥 小李 2026.3.1 下午 3:15', '云桥 小李'],
    ['the keeper', '我 10:22', '我 10:25', '我'],
  ])('heading of %s', (_name, heading, again, sender) => {
    expect(splitMessages(lines(heading, '今天还钱', '听见没有', again, '月底还'))).toEqual({
      parts: [
        { text: '今天还钱\n听见没有', sender },
        { text: '月底还', sender },
      ],
      certain: true,
    });
  });

  it('a heading whose name does not come again may be words, so it stays in the text', () => {
    expect(splitMessages(lines('小李 10:22', '今天还钱', '打断你腿 10:23', '月底还', '小李 10:25', '快点'))).toEqual({
      parts: [
        { text: '今天还钱\n打断你腿 10:23\n月底还', sender: '小李' },
        { text: '快点', sender: '小李' },
      ],
      certain: true,
    });
    expect(
      splitMessages(lines('小李 10:22', '今天还钱', '砍死全家 10:23', '月底还', '小李 10:25', '快点')).parts,
    ).toEqual([
      { text: '今天还钱', sender: '小李' },
      { text: '砍死全家 10:23\n月底还' },
      { text: '快点', sender: '小李' },
    ]);
  });

  it.each([
    ['names that come once', lines('小李 2026/3/1 10:22', '今天还钱', '阿强 2026/3/1 10:25', '月底还')],
    ['times alone', lines('10:22', '今天还钱', '10:25', '月底还')],
    ['some with the day', lines('小李 2026/3/1 10:22', '今天还钱', '小李 10:25', '月底还')],
    ['names that sound like words', lines('再不还钱就砍你 10:22', '听见没有', '再不还钱就砍你 10:25', '快')],
  ])('%s: perhaps a chat, the whole by default, and nothing is left out', (_name, text) => {
    const { parts, certain } = splitMessages(text);
    expect(certain).toBe(false);
    expect(parts).toHaveLength(2);
    expect(parts.map((part) => part.text).join('\n')).toBe(text);
    expect(parts.every(({ sender }) => sender === undefined)).toBe(true);
  });

  it.each([
    [
      'a diary',
      lines(
        '2026-01-03 22:10 再不还钱就砍死你全家',
        '（陌生座机发的，没有回）',
        '2026-01-04 08:00 明天去你孩子学校堵你',
        '（号码106900001，已截图）',
      ),
    ],
    ['a summons', lines('开庭时间 2026年1月4日 09:30', '请携带身份证', '报到时间 09:00', '逾期不到按缺席判决')],
  ])('%s has no headings', (_name, text) => {
    const { parts, certain } = splitMessages(text);
    expect(certain).toBe(false);
    expect(parts.map((part) => part.text)).toEqual(text.split('\n'));
  });

  it('a line of a message that ends with a clock is no heading among headings with the day', () => {
    expect(
      texts(lines('小李 2026-01-03 22:10', '你好', '砍死全家 22:30', '看着办', '小李 2026-01-03 22:40', '在吗')),
    ).toEqual(['你好\n砍死全家 22:30\n看着办', '在吗']);
  });

  it.each([
    ['stands apart', '', 3],
    ['does not', '没有', 2],
  ])(
    'a heading with its day whose name sounds like words is never lost in silence where it %s',
    (_name, above, count) => {
      const own = '不忘初心 2026/3/1 10:26';
      const all = ['小李 2026/3/1 10:22', '在吗', '小李 2026/3/1 10:25', '还钱', above, own, '我没有借过'];
      const { parts, certain } = splitMessages(lines(...all));
      expect(parts).toHaveLength(count);
      expect(certain).toBe(count === 3);
      expect(parts.some(({ sender, text }) => sender === '小李' && text.includes('我没有借过'))).toBe(false);
    },
  );

  it('a message without words, a picture or a sticker, is left out', () => {
    expect(texts(lines('小李 10:22', '[]', '小李 10:23', '还钱', '小李 10:24', '😀', '小李 10:25', '快点'))).toEqual([
      '还钱',
      '快点',
    ]);
  });

  it.each([
    ['a time inside a sentence', lines('请在今天 18:00 前还款', '明天 10:22 我们上门')],
    [
      'a time at the end of a sentence in a letter',
      lines('您好', '最迟今天 18:00', '否则报警', '最迟明天 18:00', '等'),
    ],
    ['a name that is longer than a name', lines(`${'很'.repeat(31)} 10:22`, '还钱', `${'长'.repeat(31)} 10:23`, '快')],
    ['a ratio and an amount', lines('比例 3:1', '逾期', '比例 12:5', '共 1022 元')],
    ['a name with a colon only', lines('小李：还钱', '阿强：月底')],
    ['a single heading', lines('小李 2026/3/1 10:22', '还钱', '快点')],
  ])('%s is no chat', (_name, text) => {
    const { parts, certain } = splitMessages(text);
    expect(certain).toBe(false);
    expect(parts.every(({ sender }) => sender === undefined)).toBe(true);
  });
});

describe('SMS with signatures', () => {
  it('begins a message at each signature, with all lines up to the next', () => {
    const split = splitMessages(
      lines('【云桥银行】您已逾期', '请还款', '', '  【区法院】你有一案', '【速运】包裹已到'),
    );
    expect(split.certain).toBe(true);
    expect(split.parts).toEqual([
      { text: '【云桥银行】您已逾期\n请还款' },
      { text: '【区法院】你有一案' },
      { text: '【速运】包裹已到' },
    ]);
  });

  it('what stands before the first signature is a message too', () => {
    expect(texts(lines('还钱', '【云桥银行】您已逾期'))).toEqual(['还钱', '【云桥银行】您已逾期']);
  });

  it.each([
    ['a signature at the end of a line', lines('您已逾期【云桥银行】', '请还款【云桥银行】')],
    ['brackets around a whole sentence', lines(`【${'字'.repeat(31)}】一`, `【${'字'.repeat(31)}】二`)],
    ['empty brackets', lines('【】一', '【】二')],
    ['a single signature', lines('【云桥银行】您已逾期', '请还款')],
  ])('%s is no beginning', (_name, text) => {
    expect(splitMessages(text).certain).toBe(false);
  });
});

describe('only blank lines or line ends', () => {
  it('a letter with paragraphs may be cut, and by default is not', () => {
    const letter = lines(
      '尊敬的客户：',
      '您的借款已逾期。',
      '',
      '请在三日内还清，',
      '否则依法起诉。',
      ' \t',
      '云桥银行',
    );
    expect(splitMessages(letter)).toEqual({
      parts: [
        { text: '尊敬的客户：\n您的借款已逾期。' },
        { text: '请在三日内还清，\n否则依法起诉。' },
        { text: '云桥银行' },
      ],
      certain: false,
    });
  });

  it('without a blank line each line may be one', () => {
    expect(splitMessages(lines('还钱', '——', '1', '快点'))).toEqual({
      parts: [{ text: '还钱' }, { text: '1' }, { text: '快点' }],
      certain: false,
    });
  });

  it.each(['\n', '\r\n', '\r'])('line ends of every system: %j', (end) => {
    expect(texts(['还钱', '快点', '', '不还就上门'].join(end)).length).toBe(2);
    expect(texts(['【甲】一', '续', '【乙】二'].join(end))).toEqual(['【甲】一\n续', '【乙】二']);
  });

  it.each(['还钱', '  还钱\n', '1', '', '\n\n', '？！'])('%j stays as it is', (text) => {
    expect(splitMessages(text)).toEqual({ parts: [{ text }], certain: false });
  });
});
