/** Four situations that most people meet, and what they must be told. */
import { screener } from '../../src/check/screener';
import { describe, expect, it } from 'vitest';
import { knowledge } from '../../src/knowledge';
import type { Message } from '../../src/screen';

const screen = (message: Message) => {
  const screening = screener.screen(message, '2026-11-21');
  const of = (level: string) => screening.findings.filter((finding) => finding.level === level);
  return { ...screening, violations: of('violation'), lawful: of('lawful') };
};

describe('a platform says the loan is overdue and mentions the credit record and further measures', () => {
  const { verdict, violations, lawful } = screen({
    text: '【橙米分期】林女士，您在我平台的借款已逾期9天，应还1,286.40元。请于本周五前还款，逾期记录将按规定报送征信系统；若仍未还款，我们将采取进一步措施。',
    lender: 'loan-aid-platform',
  });
  it('accuses nobody', () => expect([verdict, violations]).toEqual(['nothing-found', []]));
  it('explains the lawful pressure', () => {
    expect(lawful.map(({ quote }) => quote).join()).toMatch(/征信/);
    expect(lawful.map(({ quote }) => quote).join()).toMatch(/进一步措施/);
    expect(lawful.flatMap(({ law }) => law)).toContain('zxt-15');
  });
});

describe('a last warning says that the matter goes to the legal department', () => {
  const { verdict, violations, lawful } = screen({
    text: '最后一次提醒：您的账户欠款至今未处理，明日起将移交我司法务部门跟进，请尽快联系客服协商还款。',
  });
  it('accuses nobody and explains what that means', () => {
    expect([verdict, violations]).toEqual(['nothing-found', []]);
    expect(lawful.map(({ quote }) => quote).join()).toMatch(/法务/);
  });
});

describe('after a year, a collector threatens legal steps and telling employer and family', () => {
  const text = '你这笔钱拖了一年多了，我们准备走诉讼程序起诉你，另外也会把你欠钱不还的事告诉你单位和家里人。';
  const { verdict, violations, lawful } = screen({ text, lender: 'third-party-collector' });
  it('finds the disclosure, on exactly the telling', () => {
    expect(verdict).toBe('found');
    expect(violations.map(({ category }) => category)).toEqual(['privacy-disclosure']);
    expect(violations[0]?.quote).toMatch(/告诉你单位/);
    expect(violations[0]?.quote).not.toMatch(/起诉|诉讼/);
    expect(violations[0]?.law[0]).toBe('mfd-1032');
  });
  it('explains that suing is allowed', () => expect(lawful.map(({ quote }) => quote).join()).toMatch(/诉/));
});

describe('a caller says he is from a court and that the debtor will be arrested and jailed today', () => {
  const { verdict, violations, leads, steps } = screen({
    text: '你好，我是城南法院执行局的工作人员，你那笔网贷已经立案了，今天再不还清，下午就去抓你，直接判刑坐牢。',
  });
  it('finds the pose and the consequence that cannot follow', () => {
    expect(verdict).toBe('found');
    expect(new Set(violations.map(({ category }) => category))).toEqual(
      new Set(['judicial-impersonation', 'false-legal-consequence']),
    );
  });
  it('names the law of 2026 first, and no crime first', () => {
    const pose = violations.find(({ category }) => category === 'judicial-impersonation');
    expect(pose?.law[0]).toBe('zhian-62-1');
    for (const { law } of violations) expect(knowledge.articles[law[0] ?? '']?.crime).not.toBe(true);
  });
  it('still says that it may be real, and leads to the court hotline before anything else', () => {
    expect(leads).toContain('authority');
    expect(steps.slice(0, 3).map(({ channel }) => channel)).toContain('court-12368');
  });
});
