/** The search for near-duplicates, against counts made by hand and against comparing everything with everything. */
import { describe, expect, it } from 'vitest';
import { bare, nearPairs, shingles } from '../../scripts/evaluate/near';

describe('shingles', () => {
  it('are runs of five characters, each once, counted in whole characters', () => {
    expect([...shingles('一二三四五六')]).toEqual(['一二三四五', '二三四五六']);
    expect([...shingles('哈哈哈哈哈哈哈')]).toEqual(['哈哈哈哈哈']);
    expect([...shingles('😀一二三四')]).toEqual(['😀一二三四']);
  });
  it('of a short text are the text', () => expect([...shingles('还钱')]).toEqual(['还钱']));
});

it('bare text drops punctuation, blanks, invisible characters, width and case', () => {
  expect(bare('【App】ＡＢ，\u200b 还\n钱！')).toBe('appab还钱');
});

describe('near pairs', () => {
  it('are found across the two sets only, with their Jaccard', () => {
    const same = '今天下午三点以前把钱转过来';
    expect(nearPairs([same, '别的'], [same])).toEqual([{ first: 0, second: 0, jaccard: 1 }]);
    expect(nearPairs([same, same], ['完全不同的另外一句话'])).toEqual([]);
  });

  it('need more than half: two of four shared shingles are not enough, three of five are', () => {
    expect(nearPairs(['一二三四五六七'], ['零一二三四五六'])).toEqual([]);
    expect(nearPairs(['一二三四五六七八'], ['零一二三四五六七'])).toEqual([{ first: 0, second: 0, jaccard: 3 / 5 }]);
  });

  it('agree with comparing every text with every other', () => {
    // A fixed pseudo-random sequence over three characters makes overlaps of every size.
    let state = 7;
    const next = (below: number) => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    const texts = Array.from({ length: 120 }, () => Array.from({ length: 3 + next(12) }, () => '甲乙'[next(2)]).join(''));
    const [firsts, seconds] = [texts.slice(0, 60), texts.slice(60)];
    const expected = firsts.flatMap((a, first) =>
      seconds.flatMap((b, second) => {
        const [left, right] = [shingles(a), shingles(b)];
        const shared = [...left].filter((run) => right.has(run)).length;
        return shared / new Set([...left, ...right]).size > 0.5 ? [`${first}-${second}`] : [];
      }),
    );
    expect(expected.length).toBeGreaterThan(5);
    const found = nearPairs(firsts, seconds).map(({ first, second }) => `${first}-${second}`);
    expect(found.sort()).toEqual(expected.sort());
  });
});
