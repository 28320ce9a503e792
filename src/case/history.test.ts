import { describe, expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import { historyFindings, type Matter } from './history';
import type { Content, Entry } from './types';

let ids = 0;
const entry = (more: Partial<Content>): Entry => {
  const content: Content = { kind: 'message', direction: 'in', text: '', sender: '13800000000', note: '', ...more };
  return {
    id: `e${++ids}`,
    caseId: 'c',
    origin: { how: 'import', at: '2026-04-01T00:00:00+08:00' },
    revisions: [{ content, savedAt: '2026-04-01T00:00:00+08:00', sha256: '' }],
    attachments: [],
  };
};
const many = (count: number, more: Partial<Content>): Entry[] => Array.from({ length: count }, () => entry(more));
const calls = (count: number, answered: boolean, day: string, sender = '13800000000') =>
  many(count, { kind: 'call', at: day, sender, call: { answered } });
const stop = (at: string, sender = '13800000000') => entry({ direction: 'out', stop: true, at, sender });
const find = (entries: readonly Entry[], matter: Matter = {}) =>
  historyFindings(entries, matter, knowledge).map(({ rule, days, law }) => ({
    rule,
    days: days.map(({ day, count }) => `${day} ${count}`),
    law: law.map(({ id }) => id),
  }));

describe('findings of the history', () => {
  it('night: by the hours texts in force, nothing by day alone or before any named hours', () => {
    const at = (day: string) => entry({ at: `${day}T23:00:00+08:00` });
    expect(
      find([
        at('2024-05-14'),
        at('2024-05-15'),
        at('2025-02-28'),
        at('2026-01-29'),
        at('2026-01-30'),
        at('2026-01-30'),
        entry({ at: '2026-01-31' }),
      ]),
    ).toEqual([
      { rule: 'history-night', days: ['2024-05-15 1'], law: ['nifa-2024'] },
      { rule: 'history-night', days: ['2025-02-28 1', '2026-01-29 1'], law: ['gb-hours'] },
      { rule: 'history-night', days: ['2026-01-30 2'], law: ['zyx-hours', 'gb-hours'] },
    ]);
  });

  it('answered calls: more than 3 a day, of all numbers together', () => {
    expect(find(calls(3, true, '2026-03-01'))).toEqual([]);
    expect(find([...calls(2, true, '2026-03-01'), ...calls(2, true, '2026-03-01', '13900000000')])).toEqual([
      { rule: 'history-answered', days: ['2026-03-01 4'], law: ['gb-freq-interactive'] },
    ]);
    expect(find(calls(9, true, '2025-02-27'))).toEqual([]);
  });

  it('unanswered calls: more than 6 a day from one known number', () => {
    expect(find(calls(6, false, '2026-03-01'))).toEqual([]);
    expect(find([...calls(6, false, '2026-03-01'), ...calls(6, false, '2026-03-01', '13900000000')])).toEqual([]);
    expect(find([...calls(6, false, '2026-03-01'), ...calls(6, false, '2026-03-02')])).toEqual([]);
    for (const nobody of [' ', '未知', 'unknown']) expect(find(calls(7, false, '2026-03-01', nobody))).toEqual([]);
    expect(find([...calls(7, false, '2026-03-01'), ...calls(8, false, '2026-03-02')])).toEqual([
      { rule: 'history-unanswered', days: ['2026-03-01 7', '2026-03-02 8'], law: ['zyx-freq'] },
    ]);
    expect(find(calls(7, false, '2026-01-29'))).toEqual([]);
  });

  it('never from the number of messages', () => {
    expect(find(many(500, { at: '2026-03-01T12:00:00+08:00' }))).toEqual([]);
  });

  it('after a stop: one message is not repeated; the old law for days before 2026', () => {
    const stopped = stop('2025-12-30');
    const rule = 'history-after-stop';
    expect(find([stopped, entry({ at: '2025-12-31' })])).toEqual([
      { rule, days: ['2025-12-31 1'], law: ['mfd-1033-1'] },
    ]);
    expect(find([stopped, entry({ at: '2025-12-31' }), entry({ at: '2026-01-01' })])).toEqual([
      { rule, days: ['2025-12-31 1'], law: ['mfd-1033-1', 'zhian-old-42-5'] },
      { rule, days: ['2026-01-01 1'], law: ['mfd-1033-1', 'zhian-50-1-5', 'zhian-50-2'] },
    ]);
    expect(find([stopped, entry({ at: '2026-01-01', sender: '13900000000' })])).toEqual([]);
  });

  it('after a stop by somebody who does not owe: what protects such people comes first', () => {
    const entries = [stop('2026-02-01'), ...many(2, { at: '2026-02-02' })];
    expect(find(entries, { role: 'not-me' })[0]?.law.slice(0, 3)).toEqual(['zyx-third', 'gb-who', 'mfd-1033-1']);
    expect(find(entries, { role: 'debtor' })[0]?.law[0]).toBe('mfd-1033-1');
  });

  it('only texts that bind this lender', () => {
    const night = [entry({ at: '2026-03-01T23:00:00+08:00' })];
    expect(find(night, { lender: 'microloan' })[0]?.law).toEqual(['gb-hours']);
    expect(find(night, { lender: 'private-person' })).toEqual([]);
    expect(find(calls(7, false, '2026-03-01'), { lender: 'loan-aid-platform' })).toEqual([]);
  });

  it('accuses nobody: everything is to be checked, "if you did not agree", and calls no standard a law', () => {
    const findings = historyFindings(
      [
        entry({ at: '2026-03-01T23:00:00+08:00' }),
        ...calls(4, true, '2026-03-02'),
        ...calls(7, false, '2026-03-03'),
        stop('2026-03-04'),
        entry({ at: '2026-03-05' }),
      ],
      {},
      knowledge,
    );
    expect(findings.map(({ rule }) => rule).sort()).toEqual([
      'history-after-stop',
      'history-answered',
      'history-night',
      'history-unanswered',
    ]);
    for (const { level, basis, why, title, crimes, category, entries, days, law } of findings) {
      expect({ level, basis, crimes, category: category?.zh }).toEqual({
        level: 'verify',
        basis: 'history',
        crimes: [],
        category: knowledge.categories.harassment?.name.zh,
      });
      expect(why.zh).toMatch(/如果你没有(约定或)?同意过|没有约定或同意过/);
      expect(why.en).toMatch(/^If you did not agree/);
      expect(`${why.zh}${title.zh}`).not.toMatch(/违法|犯罪|违反/);
      if (law.every(({ kind }) => kind === 'standard' || kind === 'self-regulatory')) {
        expect(why.zh).toContain('不是法律');
        expect(why.en).toMatch(/not (a )?laws?/);
      }
      expect(entries.length).toBe(days.reduce((sum, { count }) => sum + count, 0));
    }
  });

  it('who does not owe is left alone by industry rules, which are no law and leave out joint debts of spouses', () => {
    const [found] = historyFindings([stop('2026-02-01'), entry({ at: '2026-02-02' })], {}, knowledge);
    expect(found?.why.zh).toMatch(/标准和行业自律文件（都不是法律，也不管个人之间的借款）[^。]*要求停止后就不应再联系/);
    expect(found?.why.zh).toContain('夫妻共同债务');
    expect(found?.why.en).toMatch(/not laws?, and not about loans between private persons/);
    expect(found?.why.en).toMatch(/spouse/);
  });

  it('names only articles that are there', () => {
    const named = ['zyx-hours', 'gb-hours', 'nifa-2024', 'gb-freq-interactive', 'zyx-freq', 'mfd-1033-1', 'zhian-50-1-5', 'zhian-old-42-5', 'zhian-50-2', 'zyx-third', 'gb-who']; // biome-ignore format: one line
    expect(named.filter((id) => !knowledge.articles[id])).toEqual([]);
  });
});
