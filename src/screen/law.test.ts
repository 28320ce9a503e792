import { describe, expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import type { Article } from '../knowledge/compiled';
import { CATEGORIES, LENDERS, ROLES } from '../knowledge/vocabulary';
import { concerns, inForce, selectLaw, versionOn } from './law';
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
    const harm: Candidate = { ...candidate('threat'), source: 'rule', rule: 'bodily-harm' };
    expect(selectLaw(harm, { lender: 'unknown', role: 'unsure' }, day, knowledge)[0]).toBe(id);
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

  it('of an article replaced twice each id stands for all three; of one that was split, for none that came after', () => {
    const some = knowledge.articles['zhian-56'] as Article;
    const made = (id: string, from: string, until?: string, replaces?: string): [string, Article] => [
      id,
      { ...some, id, from, until, replaces } as Article,
    ];
    const chain = [
      made('old', '2020-01-01', '2022-12-31'),
      made('middle', '2023-01-01', '2025-12-31', 'old'),
      made('new', '2026-01-01', undefined, 'middle'),
    ];
    const days = ['2019-12-31', '2022-12-31', '2023-01-01', '2025-12-31', '2026-01-01'];
    const all = Object.fromEntries(chain);
    for (const id of ['old', 'middle', 'new'])
      expect(days.map((day) => versionOn(id, day, all)?.id)).toEqual([undefined, 'old', 'middle', 'middle', 'new']);
    const split = Object.fromEntries([...chain, made('other', '2026-01-01', undefined, 'middle')]);
    expect(versionOn('old', '2026-01-01', split)?.id).toBeUndefined();
    expect(versionOn('other', '2023-01-01', split)?.id).toBe('middle');
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

  it('who sends bills is measured neither by the rules of lenders nor by the law of loans', () => {
    const billed = { lender: 'biller', role: 'debtor' } as const;
    const ids = CATEGORIES.flatMap((category) => selectLaw(candidate(category), billed, '2026-11-21', knowledge));
    expect(ids.filter((id) => /^(zyx|gy|gb|xykbf|xj|141|mj)-|^mfd-6(70|75|76|80)$/.test(id))).toEqual([]);
    const demand: Candidate = { ...candidate(undefined, 'lawful'), rule: 'plain-demand', law: ['mfd-675'] };
    expect(selectLaw(demand, billed, '2026-11-21', knowledge)).toEqual([]);
    for (const { kind, binds, id } of Object.values(knowledge.articles))
      if (kind === 'self-regulatory' || kind === 'standard') expect(binds, id).not.toContain('biller');
  });
});

describe('what an article needs', () => {
  const lawFor = (given: Partial<Candidate>, lender: (typeof LENDERS)[number] = 'unknown', day = '2026-11-21') =>
    selectLaw({ ...candidate('privacy-disclosure'), ...given }, { lender, role: 'debtor' }, day, knowledge);

  it.each(['announced', 'conditional'] as const)('what is only %s has spread nothing yet', (act) => {
    for (const day of ['2025-06-01', '2026-11-21'])
      for (const lender of LENDERS) {
        const ids = lawFor({ act }, lender, day);
        expect(ids.length).toBeGreaterThan(0);
        expect(ids.filter((id) => ['zhian-50-1-6', 'zhian-old-42-6', 'xf-253-1'].includes(id))).toEqual([]);
      }
  });
  it('what was done, or may have been, keeps its article', () => {
    for (const act of ['done', undefined] as const)
      expect(lawFor(act ? { act } : {}, 'private-person')).toContain('zhian-50-1-6');
  });
  it('a private person who tells of a debt is not shown the crime of trading in data', () => {
    expect(lawFor({ act: 'done' }, 'private-person')).not.toContain('xf-253-1');
  });
  it('crimes alone are not shown: none of them would have its place', () => {
    const { category: _category, ...bare } = candidate(undefined);
    const lawOf = (law: string[]) =>
      selectLaw({ ...bare, law }, { lender: 'unknown', role: 'debtor' }, '2026-11-21', knowledge);
    expect(lawOf(['xf-253-1', 'xf-293-1'])).toEqual([]);
    expect(lawOf(['xf-253-1', 'mfd-1024'])).toEqual(['mfd-1024', 'xf-253-1']);
  });
  it('five at most, the first ones', () => {
    const law = ['mfd-1024', 'mfd-1029', 'mfd-1032', 'mfd-1033-1', 'mfd-675', 'mfd-676'];
    expect(lawFor({ law }).slice(0, 6)).toEqual(law.slice(0, 5));
  });
  it('a mere private payee is no extortion, by rule or by interpretation', () => {
    for (const rule of ['pay-this-account', 'scan-this-code', 'reader:extortion-payment'])
      for (const lender of LENDERS) {
        const ids = lawFor({ rule, category: 'extortion-payment' }, lender);
        expect(
          ids.filter((id) => /^(zhian-58|zhian-62-3|xf-266|xf-274|qz-1)$/.test(id)),
          lender,
        ).toEqual([]);
      }
    const fee = lawFor({ source: 'rule', rule: 'case-fee', category: 'extortion-payment' }, 'private-person');
    expect(fee).toEqual(expect.arrayContaining(['zhian-58', 'xf-274']));
  });
  it('what the reader alone heard opens with nothing that its words may not meet', () => {
    for (const lender of LENDERS) {
      const pose = lawFor({ rule: 'reader:judicial-impersonation', category: 'judicial-impersonation' }, lender);
      expect(pose.filter((id) => id === 'zhian-62-1' || id === 'xf-279')).toEqual([]);
      const threat = lawFor({ rule: 'reader:threat', category: 'threat' }, lender);
      expect(threat[0]).toBe('zhian-50-1-1');
    }
  });
  it('the power to forbid contact is not cited as broken', () => {
    expect(knowledge.articles['zhian-50-2']?.explains).toBe(true);
  });
  it('an unknown lender may be of any kind', () => {
    const guideline = knowledge.articles['zyx-third'] as NonNullable<(typeof knowledge.articles)[string]>;
    expect(LENDERS.filter((lender) => !concerns(guideline, lender))).toEqual(
      expect.arrayContaining(['private-person', 'biller', 'unlicensed-unknown']),
    );
    expect(concerns(guideline, 'unknown')).toBe(true);
  });
});
