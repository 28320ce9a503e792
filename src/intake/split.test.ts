import { describe, expect, it } from 'vitest';
import { splitMessages } from './split';

const texts = (text: string): string[] => splitMessages(text).parts.map((part) => part.text);
const lines = (...all: string[]): string => all.join('\n');

describe('a copied chat', () => {
  it.each([
    ['name, day and time', '小李 2026/3/1 10:22', '小李'],
    ['day, time and name', '2026-03-01 10:22:05 小李', '小李'],
    ['Chinese day', '小李 2026年3月1日 10:22', '小李'],
    ['half of the day', '小李 上午10:22', '小李'],
    ['a name of two words', '云桥 小李 2026.3.1 下午 3:05', '云桥 小李'],
    ['time alone', '10:22', undefined],
  ])('heading of %s', (_name, heading, sender) => {
    const { parts, certain } = splitMessages(lines(heading, '今天还钱', '听见没有', '阿强 2026/3/1 10:25', '月底还'));
    expect(certain).toBe(true);
    expect(parts).toEqual([
      { text: '今天还钱\n听见没有', ...(sender && { sender }) },
      { text: '月底还', sender: '阿强' },
    ]);
  });

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
