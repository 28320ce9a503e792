import { describe, expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import { CATEGORIES, LENDERS, ROLES } from '../knowledge/vocabulary';
import { inForce, selectLaw, versionOn } from './law';
import type { Candidate } from './types';

const candidate = (category: Candidate['category'], level: Candidate['level'] = 'violation'): Candidate => ({
  source: 'reader',
  rule: `reader:${category}`,
  level,
  basis: 'text',
  law: [],
  despite: [],
  ...(category && { category }),
});

describe('the day of receipt decides', () => {
  it.each([
    ['2025-12-31', 'zhian-old-42-1', '第四十二条第一项'],
    ['2026-01-01', 'zhian-50-1-1', '第五十条第一款第一项'],
    ['2026-01-02', 'zhian-50-1-1', '第五十条第一款第一项'],
  ])('threat on %s: %s', (day, id, number) => {
    expect(selectLaw(candidate('threat'), { lender: 'unknown', role: 'unsure' }, day, knowledge)[0]).toBe(id);
    expect(knowledge.articles[id]).toMatchObject({ instrument: '治安管理处罚法', article: number });
  });

  it('both ends of a period are in force', () => {
    const period = { from: '2013-01-01', until: '2025-12-31' };
    expect(['2012-12-31', '2013-01-01', '2025-12-31', '2026-01-01'].map((day) => inForce(period, day))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('the version of the day stands in for a text that was not yet in force', () => {
    const on = (day: string) => versionOn('zhian-62-3', day, knowledge.articles)?.id;
    expect(['2012-12-31', '2013-01-01', '2025-12-31', '2026-01-01'].map(on)).toEqual([
      undefined,
      'zhian-old-51',
      'zhian-old-51',
      'zhian-62-3',
    ]);
    expect(versionOn('zhian-56', '2025-12-31', knowledge.articles)).toBeUndefined();
    expect(versionOn('no-such-article', '2026-01-01', knowledge.articles)).toBeUndefined();
  });
});

describe('for every category, lender and day', () => {
  it.each(CATEGORIES)('%s: something to show, no crime first, nothing out of force', (category) => {
    for (const [lender, role] of LENDERS.flatMap((lender) => ROLES.map((role) => [lender, role] as const))) {
      for (const day of ['2021-06-01', '2025-06-01', '2026-11-21']) {
        const ids = selectLaw(candidate(category), { lender, role }, day, knowledge);
        expect(ids.length, `${lender} ${day}`).toBeGreaterThan(0);
        expect(knowledge.articles[ids[0] as string]?.crime ?? false, `${lender} ${day} ${ids[0]}`).toBe(false);
        for (const id of ids) expect(inForce(knowledge.articles[id] as never, day), id).toBe(true);
      }
    }
  });

  it('an article whose condition a rule does not meet is not named for it', () => {
    const first = (rule: string) =>
      selectLaw(
        { ...candidate('threat'), source: 'rule', rule },
        { lender: 'unknown', role: 'unsure' },
        '2026-11-21',
        knowledge,
      )[0];
    expect(first('bodily-harm')).toBe('zhian-50-1-1');
    expect(first('job-at-stake')).not.toBe('zhian-50-1-1');
  });

  it('what only needs a check is not given the law of an accusation', () => {
    expect(
      selectLaw(candidate('threat', 'verify'), { lender: 'bank', role: 'not-me' }, '2026-11-21', knowledge),
    ).toEqual([]);
  });

  it('a private lender is not measured by the rules of banks', () => {
    const ids = CATEGORIES.flatMap((category) =>
      selectLaw(candidate(category), { lender: 'private-person', role: 'not-me' }, '2026-11-21', knowledge),
    );
    expect(ids.filter((id) => /^(zyx|gy|xykbf|gb)-/.test(id))).toEqual([]);
  });
});
