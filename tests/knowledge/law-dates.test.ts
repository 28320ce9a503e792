/** What was in force when: every change that the data know, seen on the day before, the day itself and the day after. */
import { describe, expect, it } from 'vitest';
import { knowledge } from '../../src/knowledge';
import type { Article } from '../../src/knowledge/compiled';
import { CATEGORIES, LENDERS } from '../../src/knowledge/vocabulary';
import { articlesOn, selectLaw } from '../../src/screen/law';
import type { Candidate } from '../../src/screen/types';

const articles = Object.values(knowledge.articles);
const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
/** Every day on which something begins, or no longer is in force. */
const changes = [
  ...new Set(articles.flatMap(({ from, until }) => [from, ...(until ? [dayFrom(until, 1)] : [])])),
].sort();
const replaced = articles.filter(
  (article): article is Article & { replaces: string } => article.replaces !== undefined,
);

const accusing = (category: Candidate['category'], law: readonly string[] = []): Candidate => ({
  source: 'rule',
  rule: 'x',
  level: 'violation',
  basis: 'text',
  law,
  despite: [],
  ...(category && { category }),
});
const anybody = { lender: 'unknown', role: 'unsure' } as const;

it('the data know many changes', () => {
  expect(changes.length).toBeGreaterThan(25);
  expect(changes).toEqual(expect.arrayContaining(['2025-02-28', '2026-01-01', '2026-01-30', '2026-08-01']));
  expect(replaced.length).toBeGreaterThan(12);
});

describe.each(changes)('%s', (change) => {
  const days = [dayFrom(change, -1), change, dayFrom(change, 1)] as const;
  it('each article is in force exactly in its time', () => {
    for (const day of days) {
      for (const { id, from, until } of articles) {
        const within = Date.parse(from) <= Date.parse(day) && (!until || Date.parse(day) <= Date.parse(until));
        const shown = articlesOn([id], day, knowledge.articles).map((article) => article.id);
        expect(shown.includes(id), `${id} on ${day}`).toBe(within);
      }
    }
  });
  it('what is shown is in force, and never an old and a new version together', () => {
    for (const day of days) {
      for (const category of CATEGORIES) {
        for (const lender of LENDERS) {
          const ids = selectLaw(accusing(category), { lender, role: 'unsure' }, day, knowledge);
          for (const id of ids) {
            const article = knowledge.articles[id] as Article;
            expect(article.from <= day && day <= (article.until ?? day), `${category} ${lender} ${id} ${day}`).toBe(
              true,
            );
            if (article.replaces) expect(ids, `${id} ${day}`).not.toContain(article.replaces);
          }
        }
      }
    }
  });
});

describe.each(replaced)('$id', ({ id, from, replaces, changed, instrument }) => {
  const old = knowledge.articles[replaces] as Article;
  it('follows what it replaces without a gap or an overlap', () => {
    expect(old, replaces).toBeDefined();
    expect(dayFrom(old.until ?? '', 1)).toBe(from);
  });
  it('says what changed, and names the day', () => {
    const [year, month, day] = from.split('-').map(Number);
    expect(changed?.zh).toContain(`${year}年${month}月${day}日`);
    expect(changed?.en).toContain(String(year));
  });
  it('is shown from its first day, the old text until the day before', () => {
    const shown = (day: string) => selectLaw(accusing(undefined, [id]), anybody, day, knowledge);
    expect([dayFrom(from, -1), from, dayFrom(from, 1)].map(shown)).toEqual([[replaces], [id], [id]]);
    expect(instrument.length).toBeGreaterThan(1);
  });
});

it('nothing ended without a successor', () => {
  const ended = articles.filter(({ until }) => until).map(({ id }) => id);
  expect(ended.length).toBeGreaterThan(10);
  expect(ended.filter((id) => !replaced.some(({ replaces }) => replaces === id))).toEqual([]);
});

it('where several texts replaced one, what names it names one of them too', () => {
  const after = (old: string) => replaced.filter(({ replaces }) => replaces === old).map(({ id }) => id);
  const naming = [
    ...knowledge.rules,
    ...knowledge.facts,
    ...Object.entries(knowledge.leads).map(([id, { law }]) => ({ id, law })),
    ...Object.entries(knowledge.lawOrder).map(([id, order]) => ({ id, law: order.map(({ article }) => article) })),
  ];
  const lost = naming.flatMap(({ id, law = [] }) =>
    law
      .filter((named) => after(named).length > 1 && !after(named).some((next) => law.includes(next)))
      .map((named) => `${id}: ${named}`),
  );
  expect(after('zhian-old-51')).toHaveLength(2);
  expect(lost).toEqual([]);
});

describe('what readers commonly take an article for is said not to be so', () => {
  it.each([
    ['mj-25', /银行、消费金融公司、小额贷款公司/],
    ['mj-28', /银行、消费金融公司、小额贷款公司/],
    ['mj-29', /银行、消费金融公司、小额贷款公司/],
    ['xf-313', /仲裁裁决、支付令、公证/],
    ['jz-3-4', /仲裁裁决、支付令、公证/],
    ['sx-4', /只由法院/],
    ['xf-293-1', /不是「暴力催收罪」/],
    ['xf-196', /不等于信用卡诈骗/],
    ['xyk-6', /只管信用卡/],
    ['xyk-7', /只管信用卡/],
    ['xyk-8', /不等于信用卡诈骗/],
    ['zhian-50-1-2', /不是「公然」/],
    ['zhian-old-42-2', /不是「公然」/],
    ['xf-246', /不是「公然」/],
    ['zyx-hours', /不是法律；20:00至22:00不在其中/],
    ['gb-hours', /不是法律；20:00至22:00不在其中/],
    ['nifa-2024', /不是法律；20:00至22:00不在其中/],
    ['gy-17', /8:00至20:00.*没有根据/],
    ['zyx-freq', /没接通的拨打，不是短信/],
    ['gb-freq-interactive', /不是短信/],
    ['gb-freq-notice', /不是短信/],
    ['xg-3', /公立学校/],
    ['zxt-16', /终身黑名单/],
    ['msf-253', /保全.*仲裁裁决、支付令.*公证书.*公安.*按合同约定扣款/],
  ])('%s', (id, words) => expect(knowledge.articles[id]?.notCovered?.zh).toMatch(words));
});
