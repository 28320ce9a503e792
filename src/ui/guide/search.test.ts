import { describe, expect, it } from 'vitest';
import { knowledge } from '../../knowledge';
import { guidePages } from '../../knowledge/guide';
import { excerpt } from './excerpt';
import { createIndex } from './search';
import { queryTerms, tokens } from './tokens';

const index = createIndex({ ...knowledge, pages: guidePages });
const ids = (query: string) => index.search(query).map(({ entry }) => entry.id);

describe('tokens', () => {
  it('of Chinese: every character and every pair, with its place', () => {
    expect(tokens('发验证码').map(({ term }) => term)).toEqual(['发', '验', '证', '码', '发验', '验证', '证码']);
    expect(tokens('请拨12348。')).toContainEqual({ term: '12348', start: 2, end: 7 });
    expect(tokens('看𠮷野家').find(({ term }) => term === '𠮷野')).toEqual({ term: '𠮷野', start: 1, end: 4 });
  });

  it('of other scripts: words, capitals and wide forms folded', () => {
    expect(tokens('GB/T ４５２５１，Don’t Pay').map(({ term }) => term)).toEqual([
      'gb',
      't',
      '45251',
      'don',
      't',
      'pay',
    ]);
  });

  it('of a query: pairs, and characters only where they stand alone', () => {
    expect(queryTerms('验证码 律 SMS 验证')).toEqual(['验证', '证码', '律', 'sms']);
    expect(queryTerms('，。 /')).toEqual([]);
  });
});

describe('search', () => {
  it.each([
    ['验证码', 'replying/never-send'],
    ['verification codes', 'replying/never-send'],
    ['verificaton', 'replying/never-send'],
    ['坐牢', 'facts/jail'],
    ['法律援助', 'channels/legal-12348'],
    ['12368', 'channels/court-12368'],
    ['隐私权', 'law/mfd-1032'],
    ['Civil Code privacy', 'law/mfd-1032'],
    ['诉讼时效过了三年还要不要还', 'facts/limitation'],
  ])('%s finds %s among the first', (query, wanted) => {
    expect(ids(query).slice(0, 8)).toContain(wanted);
  });

  it('finds as the word grows', () => {
    expect(ids('verif')).toContain('replying/never-send');
    expect(ids('验')).toContain('replying/never-send');
  });

  it('what the reader can do comes before the law that says the same', () => {
    const kinds = index.search('催收').map(({ entry }) => entry.kind);
    expect(kinds[0]).not.toBe('law');
    const page = { ...guidePages[0], id: 'one', sections: [] } as unknown as (typeof guidePages)[number];
    const words = { zh: '冻结账户', en: 'frozen account' };
    const article = { ...Object.values(knowledge.articles)[0], id: 'two', title: words } as never;
    const small = createIndex({
      pages: [{ ...page, title: words }],
      facts: [],
      channels: {},
      articles: { two: article },
    });
    expect(small.search('冻结').map(({ entry }) => entry.id)).toEqual(['one', 'law/two']);
  });

  it('prepared piece by piece it finds the same', () => {
    const slow = createIndex({ ...knowledge, pages: guidePages });
    let steps = 0;
    while (!slow.prepare(() => ++steps % 20 === 0));
    expect(steps).toBeGreaterThan(200);
    expect(slow.search('验证码')).toEqual(index.search('验证码'));
  });

  it('numbers are never guessed', () => {
    expect(ids('12349')).toEqual([]);
  });

  it.each(['', '  ', '，', 'qqqqqq', '鑫龘', '今天去龘龘龘龘'])('%j finds nothing', (query) => {
    expect(ids(query)).toEqual([]);
  });

  it('everything that has an address is found by its own title', () => {
    for (const { id, title } of guidePages) {
      expect(ids(title.zh), id).toContain(id);
      expect(ids(title.en), id).toContain(id);
    }
    for (const { id, name } of Object.values(knowledge.channels)) expect(ids(name.zh), id).toContain(`channels/${id}`);
  });
});

describe('the excerpt', () => {
  it('marks the words found, overlapping pairs as one', () => {
    const terms = new Set(['验证', '证码']);
    expect(excerpt('不要发验证码给对方', terms)).toEqual([
      { text: '不要发', marked: false },
      { text: '验证码', marked: true },
      { text: '给对方', marked: false },
    ]);
    expect(excerpt('没有这些字', terms)).toBeUndefined();
  });

  it('of a long text: the surroundings of the first word, nothing lost between', () => {
    const text = `${'甲'.repeat(300)}验证码${'乙'.repeat(300)}`;
    const pieces = excerpt(text, new Set(['验证', '证码'])) ?? [];
    const whole = pieces.map(({ text: part }) => part).join('');
    expect(whole).toMatch(/^…甲+验证码乙+…$/);
    expect(whole.length).toBeLessThan(120);
  });

  it('in English it begins and ends between words', () => {
    const text = `${'alphabet '.repeat(30)}verification codes ${'alphabet '.repeat(30)}`;
    const whole = (excerpt(text, new Set(['verification'])) ?? []).map(({ text: part }) => part).join('');
    expect(whole).toMatch(/^…\s?alphabet/);
    expect(whole).toMatch(/ ?alphabet\s?…$/);
  });
});
