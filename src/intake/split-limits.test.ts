import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_LIMIT } from '../screen/limits';
import { PARTS_LIMIT, splitMessages } from './split';

const texts = (text: string): string[] => splitMessages(text).parts.map((part) => part.text);
const lines = (...all: string[]): string => all.join('\n');

describe('limits', () => {
  it('a text of exactly one check stays whole, one more is cut', () => {
    expect(texts('还'.repeat(MESSAGE_LIMIT))).toHaveLength(1);
    const { parts, certain } = splitMessages('还'.repeat(MESSAGE_LIMIT + 1));
    expect(certain).toBe(true);
    expect(parts.map(({ text }) => text.length)).toEqual([MESSAGE_LIMIT, 1]);
  });

  it.each([
    ['line end', `${'还'.repeat(15_000)}\n${'款。'.repeat(5_000)}`, 15_001],
    ['sentence end', `${'还'.repeat(15_000)}。${'款 '.repeat(5_000)}`, 15_001],
    ['blank', `${'还'.repeat(15_000)} ${'款'.repeat(9_000)}`, 15_001],
    ['nothing better than the limit', `还\n还。${'款'.repeat(30_000)}`, MESSAGE_LIMIT],
  ])('is cut at the last %s', (_name, text, at) => {
    expect(texts(text)[0]).toHaveLength(at);
    expect(texts(text).join('')).toBe(text);
  });

  it('never between the halves of one character', () => {
    const parts = texts(`还${'𠮷'.repeat(MESSAGE_LIMIT)}`);
    expect(parts.map(({ length }) => length)).toEqual([MESSAGE_LIMIT - 1, MESSAGE_LIMIT, 2]);
    for (const part of parts) expect(part).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
  });

  it('what is too long only by blanks or marks leaves one part, without any word none', () => {
    expect(texts(`${'还'.repeat(MESSAGE_LIMIT)}${'\n'.repeat(30)}`)).toEqual(['还'.repeat(MESSAGE_LIMIT)]);
    expect(texts('！'.repeat(MESSAGE_LIMIT + 1))).toEqual([]);
  });

  it('a long message of a chat is cut, and every piece keeps its sender', () => {
    const { parts } = splitMessages(lines('小李 10:22', '还'.repeat(50_000), '小李 10:23', '好'));
    expect(parts.map(({ sender, text }) => [sender, text.length])).toEqual([
      ['小李', 20_000],
      ['小李', 20_000],
      ['小李', 10_000],
      ['小李', 1],
    ]);
  });

  it('more messages than one check takes are all counted', () => {
    expect(texts('【甲】还钱\n'.repeat(PARTS_LIMIT + 20))).toHaveLength(PARTS_LIMIT + 20);
  });

  it('a million characters of any shape take no noticeable time', () => {
    for (const unit of [
      '还',
      '\n',
      ' \n',
      '【',
      '1',
      'a ',
      '。',
      '10:22 ',
      '10:22\n',
      '李 10:22\n',
      `a${' '.repeat(50)}`,
    ]) {
      const from = performance.now();
      splitMessages(unit.repeat(1_000_000 / unit.length));
      expect(performance.now() - from, JSON.stringify(unit)).toBeLessThan(2_000);
    }
  });
});

describe('whatever the text', () => {
  const unit = fc.oneof(
    fc.constantFrom(
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      ' ',
      '\u3000',
      '【银行】',
      '【',
      '。',
      '还钱',
      '10点22',
      '2026/3/1',
      '𠮷',
    ),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  );
  // Headings, which a colon makes, are looked at below.
  const text = fc
    .tuple(fc.array(unit, { maxLength: 30 }), fc.integer({ min: 1, max: 3_000 }))
    .map(([units, times]) => units.join('').replaceAll(':', ';').repeat(times).slice(0, 90_000));
  const words = (value: string) => value.match(/[\p{L}\p{N}]/gu)?.join('') ?? '';

  it('no letter and no digit is lost, moved or doubled, and every part fits', () => {
    fc.assert(
      fc.property(text, (value) => {
        const parts = texts(value);
        expect(words(parts.join(''))).toBe(words(value));
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(MESSAGE_LIMIT);
        if (words(value)) expect(parts.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  const HEADINGS = ['小李 22:10', '小李 22:15', '我 22:20', '小李 2026-01-03 22:10', '2026-01-03 22:10 小李', '22:10'];
  const SAID = [
    '今天还钱',
    '今晚不还砍死你全家 22:30',
    '砍死全家 22:30',
    '2026-01-03 22:10 再不还钱就砍死你全家',
    '2026-01-03 22:10 砍死全家',
    '开庭时间 2026年1月4日 09:30',
    '限你今天 18:00',
    '【银行】已逾期',
    '18:00',
    '',
  ];
  const chat = fc
    .array(
      fc.oneof(
        fc.constantFrom(...HEADINGS).map((line) => [line, '在吗']),
        fc.constantFrom(...SAID),
      ),
      {
        maxLength: 12,
      },
    )
    .map((all) => all.flat())
    // The same words with a clock twice are a name, for all that can be told.
    .filter((all) => SAID.every((said) => all.filter((line) => line === said).length < 2));

  it('of a chat nothing but headings with a known name is left out, and only where it certainly is one', () => {
    fc.assert(
      fc.property(chat, (all) => {
        const { parts, certain } = splitMessages(all.join('\n'));
        const kept = words(parts.map((part) => part.text).join(''));
        const withoutNamed = all.filter((line) => !HEADINGS.includes(line) || line === '22:10');
        if (!certain) expect(kept).toBe(words(all.join('')));
        else for (const line of withoutNamed) expect(kept).toContain(words(line));
        for (const { sender = '小李' } of parts) expect(['小李', '我']).toContain(sender);
      }),
      { numRuns: 2_000 },
    );
  });
});
