/** The disguises of the evaluation: always the same, of the size they claim, and with words that can be found again. */
import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import type { Labelled } from '../../scripts/evaluate/corpus';
import { DISGUISES, type DisguiseKind, disguise } from '../../scripts/evaluate/disguise';
import { buildSuite, measureSuite, textsOf } from '../../scripts/evaluate/disguise-suite';
import type { Screening } from '../../src/screen';

const TEXT = '你再不还款，App账单1,200元就催收到你家：法院、公司、亲友都会知道，今晚就打电话！';
const written = (kind: DisguiseKind, text = TEXT) => disguise(text, kind).text;
const han = (text: string) => text.match(/\p{Script=Han}/gu) ?? [];
const anyText = fc.string({ unit: fc.constantFrom(...'你我还钱法院催收行，。!aZ1 \n', '😀', '𠮷', '\u200b') });

describe('every disguise', () => {
  it.each(DISGUISES)('%s is the same for the same seed, and changes an ordinary message', (kind) => {
    expect(written(kind)).toBe(written(kind));
    expect(written(kind)).not.toBe(TEXT);
    expect(disguise('', kind).text).toBe('');
  });

  it.each(DISGUISES)('%s keeps track of words in any text', (kind) => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const { text: hidden, moved } = disguise(text, kind);
        if (!text) return;
        expect(moved(0, text.length)).toEqual({ start: 0, end: hidden.length });
        const [start, end] = [a % text.length, (a % text.length) + 1 + (b % (text.length - (a % text.length)))];
        const place = moved(start, end);
        expect(place.start).toBeLessThanOrEqual(place.end);
        // What stands before ends no earlier than this begins: nothing between them is lost.
        if (start > 0) expect(moved(0, start).end).toBeGreaterThanOrEqual(place.start);
        if (end < text.length) expect(moved(end, text.length).start).toBeLessThanOrEqual(place.end);
      }),
    );
  });

  it('another seed gives another disguise', () => {
    expect(disguise(TEXT, 'homophone', 2).text).not.toBe(written('homophone'));
  });
});

describe('single kinds', () => {
  it('homophone changes a third of the Han characters, each to another of the same toneless sound', () => {
    const sounds = (text: string) => han(text).map((char) => pinyin(char, { toneType: 'none', v: true }));
    const text = '明天下午到公司开会';
    const [before, after] = [han(text), han(written('homophone', text))];
    expect(before.filter((char, i) => char !== after[i])).toHaveLength(3);
    expect(sounds(after.join(''))).toEqual(sounds(text));
  });
  it('traditional follows the words: 头发 and 发财 take different characters', () => {
    expect(written('traditional', '头发，发财')).toBe('頭髮，發財');
  });
  it.each(['symbols', 'spaces', 'zero-width', 'brackets'] as const)('%s keeps every Han character', (kind) => {
    expect(han(written(kind))).toEqual(han(TEXT));
    expect(written(kind).length).toBeGreaterThan(TEXT.length);
  });
  it('a closing line comes behind everything, as a sentence of its own', () => {
    expect(written('closing-line', '还钱')).toMatch(/^还钱。\p{Script=Han}/u);
    expect(written('closing-line', '还钱！')).toMatch(/^还钱！\p{Script=Han}/u);
  });
  it('full-width is undone by NFKC, and leaves a text without ASCII alone', () => {
    expect(written('full-width', 'Ab1!')).toBe('Ａｂ１！');
    expect(written('full-width', '还钱')).toBe('还钱');
  });
  it('no-punctuation takes out punctuation only', () => {
    expect(written('no-punctuation', '你好，还 1.5 万！')).toBe('你好还 15 万');
  });
  it('pinyin in every second character, initials in every third, or everywhere, by the word', () => {
    expect(written('pinyin-mixed', '还钱给我')).toBe('还qian给wo');
    expect(written('initials', '还钱给我们吧')).toBe('还Q给我M吧');
    expect(written('full-pinyin', '还钱')).toBe('huan qian ');
  });
  it('look-alikes, split characters and pictures come from their tables', () => {
    expect(written('look-alike', '催收')).toBe('摧攻');
    expect(written('split', '催债法院')).toBe('亻崔亻责氵去阝完');
    expect(written('emoji-digits', '就还钱')).toBe('9还💰');
  });
  it('reversed keeps the characters and turns neighbours', () => {
    const hidden = written('reversed');
    expect([...hidden].sort()).toEqual([...TEXT].sort());
  });
  it('finds the words of a label again', () => {
    const start = TEXT.indexOf('打电话');
    for (const kind of ['spaces', 'pinyin-mixed', 'split'] as const) {
      const { text, moved } = disguise(TEXT, kind);
      const place = moved(start, start + 3);
      expect(text.slice(place.start, place.end).trim()).toBe(
        { spaces: '打 电 话', 'pinyin-mixed': 'da电hua', split: '扌丁电讠舌' }[kind],
      );
    }
  });
});

describe('the suite', () => {
  const message = (id: string, text: string, labels: Labelled['labels']): Labelled => ({
    id, text, labels, borderline: [], kind: 'sms', trait: [], spans: labels.length ? { threat: ['弄死'] } : {},
  });
  const messages = [
    message('A-001', '弄死你', ['threat']),
    message('A-002', '滚', ['threat']),
    message('A-003', '早安弄', []),
  ];
  /** Finds 弄 wherever it stands. */
  const screen = (text: string) => {
    const start = text.indexOf('弄');
    const findings = start < 0 ? [] : [{ level: 'violation', category: 'threat', start, end: start + 1 }];
    return { findings } as unknown as Screening;
  };
  const suite = (kind: DisguiseKind) => {
    const all = buildSuite(messages, ({ text }) => screen(text), 10);
    const found = all.find((each) => each.kind === kind);
    if (!found) throw new Error(kind);
    return measureSuite(found, screen);
  };

  it('takes what was found undisguised, and counts what is found still, where, and whom it accuses', () => {
    expect(suite('spaces')).toEqual({
      kind: 'spaces',
      kept: { hit: 1, of: 1 },
      spans: { hit: 1, of: 1 },
      alarms: { hit: 1, of: 1 },
      alarmsBefore: { hit: 1, of: 1 },
    });
    expect(suite('full-pinyin').kept).toEqual({ hit: 0, of: 1 });
  });
  it('leaves out texts that a disguise does not change', () => expect(suite('full-width').kept.of).toBe(0));
  it('has no more than asked for', () => {
    expect(textsOf(buildSuite(messages, ({ text }) => screen(text), 0))).toEqual([]);
  });
});
