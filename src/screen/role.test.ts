import { describe, expect, it } from 'vitest';
import type { Role } from '../knowledge/vocabulary';
import { viewOf } from './context/testing';
import { applyRole } from './role';
import type { Candidate } from './types';

/** What becomes of an accusation whose words are marked [ ]. */
function told(marked: string, given: Partial<Candidate>, role?: Role): Candidate | undefined {
  const start = marked.indexOf('[');
  const range = { start, end: marked.indexOf(']') - 1 };
  const accusation = { source: 'rule', rule: 'x', level: 'violation', basis: 'text', law: ['x'], despite: [] } as const;
  return applyRole([{ ...accusation, range, ...given }], viewOf(marked.replace(/[[\]]/g, '')), role)[0];
}
const DISCLOSED = { category: 'privacy-disclosure', rule: 'absent-debtor-named' } as const;
const PRESSED = { category: 'third-party-pressure', rule: 'pay-for-another' } as const;
const HEARD = { source: 'reader', category: 'privacy-disclosure', rule: 'reader:privacy-disclosure' } as const;
const ASKED = { level: 'verify', asGuarantor: true, law: ['mfd-681'] };

describe('a demand on a guarantor or co-borrower is for him to check, not a violation', () => {
  it.each([
    ['[他还不上，你就得还]。', DISCLOSED],
    ['陈刚欠我行5万元，[请替他还款]。', PRESSED],
    ['[陈刚欠我行5万元，拖了一年不还]。', { ...DISCLOSED, rule: 'plead-with-crowd' }],
    ['[陈刚贷款逾期]，应代为偿还。', HEARD],
  ] as const)('his own words: %s', (text, given) => {
    expect(told(text, given, 'guarantor-or-co-borrower')).toMatchObject(ASKED);
    expect(told(text, given, 'family')?.level).toBe('violation');
    expect(told(text, given)?.level).toBe('violation');
  });

  it.each([
    '[借款人陈刚逾期未还]，您作为保证人，请于三日内代偿',
    '你是陈刚的担保人，[他还不上，你就得还]。',
    '担保人王女士您好：[陈刚贷款已逾期]，请尽快联系。',
    '您为[陈刚的贷款]提供了担保，他已逾期。',
    '[陈刚贷款已逾期]，作为担保人，您应代为偿还。',
    '贵方作为保证人，[陈刚贷款已逾期]，请代偿。',
    '你是担保人，[你弟弟王磊欠我们八千]，请代为偿还。',
  ])('the message calls him so: %s', (text) => {
    expect(told(text, HEARD)).toMatchObject(ASKED);
    for (const role of ['debtor', 'family', 'not-me', 'other'] as const)
      expect(told(text, HEARD, role)?.level, role).toBe('violation');
  });

  it.each([
    '你不是担保人，但[你弟弟欠我们八千]。',
    '[陈刚逾期未还]，他没有担保人。',
    '您未提供担保，[陈刚逾期未还]。',
    '[他欠我九千多]，你是他担保人介绍的。',
    '他拿你当时的号码做的担保人，[款子没还上]。',
    '[他欠1万3]，填了你就是共同借款人。',
    '尊敬的反担保人亲属：[令侄贷款逾期]。',
    '你是王磊的紧急联系人，作为紧急联系人等同于担保人，[他欠我们八千]，你今天必须替他还',
    '您是借款人王磊的联系人，您系默认担保人，[王磊逾期八千元]，请代为偿还',
    '作为他的亲戚朋友都是担保人，[王磊欠我们八千]你不还谁还',
    '张三作为担保人已经跑了，[你弟弟王磊欠我们八千]，你替他还',
    '老李作为担保人已经替王磊还了，你是他爸，[王磊欠我们八千]，你替他还',
    '你是他爸就是担保人，[王磊欠我们八千]。',
    '你是担保人的老婆，[王磊欠我们八千]。',
    '你的担保人王芳：[王磊欠我们八千]，你替他还',
    '借款人：王磊，担保人：王芳，[王磊逾期八千元]。',
  ])('it does not: %s', (text) => {
    expect(told(text, HEARD)?.level).toBe('violation');
  });

  it('a co-borrower is told of the duty to repay, not of guarantees', () => {
    const role = 'guarantor-or-co-borrower';
    expect(told('您是共同借款人，[陈刚逾期未还]。', HEARD)?.law).toEqual(['mfd-675']);
    expect(told('您是共同借款人，[陈刚逾期未还]。', HEARD, role)?.law).toEqual(['mfd-675']);
    expect(told('您是担保人，[陈刚逾期未还]。', HEARD)?.law).toEqual(['mfd-681']);
    expect(told('[陈刚逾期未还]。', HEARD, role)?.law).toEqual(['mfd-681']);
  });

  it('that he is liable by contract is no invented consequence', () => {
    const given = { ...HEARD, category: 'false-legal-consequence', rule: 'reader:false-legal-consequence' } as const;
    expect(told('[你作为保证人须承担连带责任]。', given)).toMatchObject(ASKED);
    expect(told('[你作为共同借款人须承担连带责任]。', given)?.level).toBe('verify');
    expect(told('你作为共同借款人，[不还就坐牢]。', given)?.level).toBe('violation');
    expect(told('[你是担保人，就得还，不然抓你去坐牢]。', given)?.level).toBe('violation');
    expect(told('[你是担保人，不还我们直接收你房子]。', given)?.level).toBe('violation');
  });
});

describe('what stays a violation towards a guarantor', () => {
  const guarantor = 'guarantor-or-co-borrower';
  it.each([
    ['你是担保人，[今晚就打断你的腿]。', { category: 'threat', rule: 'bodily-harm' }],
    ['你这个担保人，[就是个废物]。', { category: 'insult', rule: 'stupid-word' }],
    ['[各位邻居看清楚，502那位欠钱不还]，担保人也不管。', { ...DISCLOSED, rule: 'plead-with-crowd' }],
    ['你是担保人，[发到你们公司群里让人看看]。', HEARD],
    ['您是担保人，[再不还就告诉您单位领导]。', { ...HEARD, act: 'conditional' }],
    ['[作为王磊的担保人，你老婆也有责任，叫你老婆一起还]。', HEARD],
    ['您是王磊的担保人，请您[转告您的父母尽快替王磊还款]。', PRESSED],
    ['[你是担保人，不还我就找你弟弟要，叫他替你还]。', HEARD],
    ['你是担保人，[把你欠债的事告诉你父母]。', { category: 'privacy-disclosure', rule: 'tell-people' }],
  ] as const)('%s', (text, given) => {
    expect(told(text, given, guarantor)?.level).toBe('violation');
  });
  it('what is lawful anyway is left alone', () => {
    const lawful = { level: 'lawful', rule: 'liable-by-contract' } as const;
    expect(told('[您作为保证人]，应承担连带责任。', lawful, guarantor)?.asGuarantor).toBeUndefined();
  });
});
