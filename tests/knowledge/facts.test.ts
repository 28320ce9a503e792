/** What is true about common threats and about lawful pressure, and that a result shows it with its articles. */
import { describe, expect, it } from 'vitest';
import { screener } from '../../src/check/screener';
import { knowledge } from '../../src/knowledge';
import { LEADS, type Lender } from '../../src/knowledge/vocabulary';
import type { Message } from '../../src/screen';
import { explain } from '../../src/screen/explain';
import en from '../../src/ui/texts/en.json';
import zh from '../../src/ui/texts/zh.json';

const show = (message: Message) => explain(message, screener.screen(message, '2026-11-21'), knowledge);
const card = (id: string) => knowledge.facts.find((fact) => fact.id === id);
const rule = (id: string) => knowledge.rules.find((one) => one.id === id);

/** The rows of the law reference: debunked threats, then lawful pressure, each with the articles it must rest on. */
const ROWS: [string, string[]][] = [
  ['jail', ['mfd-676', 'xf-193', 'xf-266']],
  ['credit-card-fraud', ['xf-196', 'xyk-6', 'xyk-7', 'xyk-8', 'xyk-9', 'xyk-10']],
  ['police-filed', ['xsf-112', 'ga-1992']],
  ['arrest-today', ['xsf-85', 'xsf-119', 'jcf-22', 'msf-112', 'msfjs-174']],
  ['court-today', ['msf-139', 'msf-128', 'msf-90']],
  ['children-school', ['xg-3', 'sx-4']],
  ['freeze-accounts', ['msf-253', 'msf-254', 'msf-103']],
  ['family-must-pay', ['mfd-681', 'mfd-1064', 'mfd-1161']],
  ['tell-village-or-employer', ['msf-266', 'msfjs-516', 'mfd-1032', 'zyx-ban-5']],
  ['blacklist-for-life', ['zxt-16']],
  ['refusal-crime', ['xf-313', 'jz-3-4', 'jz-5', 'msf-114']],
  ['silence-is-fleeing', ['xyk-6']],
  ['demand', ['mfd-675', 'mfd-676']],
  ['sue', ['msf-122', 'msf-225']],
  ['preservation', ['msf-103']],
  ['credit-report', ['zxt-15']],
  ['outsourced', ['pipl-23']],
  ['assignment', ['mfd-545', 'mfd-546']],
  ['lawyer-letter', ['lsf-28']],
  ['after-judgment', ['xf-313', 'xg-3', 'msfjs-516']],
  ['negotiation', ['xykbf-70']],
  ['limitation', ['mfd-195', 'ss-8', 'mfd-192', 'ss-14', 'ss-19']],
  ['pass-on-message', ['zyx-third', 'gb-who']],
  ['night-contact', ['zyx-hours', 'gb-hours', 'gy-17']],
];

it.each(ROWS)('%s has a card with its articles', (id, law) => {
  expect(card(id)?.law).toEqual(expect.arrayContaining(law));
  expect(card(id)?.fact.zh.length).toBeGreaterThan(40);
});

it('every card that a threat of court or police calls for says that a real paper must not be ignored', () => {
  for (const id of [
    'jail',
    'police-filed',
    'arrest-today',
    'court-today',
    'children-school',
    'family-must-pay',
    'silence-is-fleeing',
    'refusal-crime',
    'sue',
    'preservation',
    'after-judgment',
    'lawyer-letter',
    'blacklist-for-life',
    'tell-village-or-employer',
  ]) {
    const { fact, caution } = card(id) ?? {};
    expect(`${fact?.zh}${caution?.zh ?? ''}`, id).toMatch(/不要不理|不能不理/);
    expect(`${fact?.en}${caution?.en ?? ''}`, id).toMatch(/not (be )?ignored?|do not ignore/i);
  }
});

describe('rules name the card of what they speak of', () => {
  it.each([
    ['jail-for-debt', 'jail'],
    ['debt-called-crime', 'jail'],
    ['criminal-law-article', 'credit-card-fraud'],
    ['police-case-for-debt', 'police-filed'],
    ['hunted-as-fugitive', 'police-filed'],
    ['police-report-ultimatum', 'police-filed'],
    ['police-speaks', 'police-filed'],
    ['arrest-for-debt', 'arrest-today'],
    ['hold-person', 'arrest-today'],
    ['court-speaks', 'court-today'],
    ['summons-served', 'court-today'],
    ['children-schooling', 'children-school'],
    ['freeze-accounts', 'freeze-accounts'],
    ['home-seized', 'freeze-accounts'],
    ['account-limited', 'freeze-accounts'],
    ['relatives-must-pay', 'family-must-pay'],
    ['pay-for-another', 'family-must-pay'],
    ['liable-by-contract', 'family-must-pay'],
    ['village-notice', 'tell-village-or-employer'],
    ['employer-inquiry', 'tell-village-or-employer'],
    ['expose-online', 'tell-village-or-employer'],
    ['credit-record-forever', 'blacklist-for-life'],
    ['dishonest-list', 'after-judgment'],
    ['travel-blocked', 'after-judgment'],
    ['after-judgment', 'after-judgment'],
    ['silence-punished', 'silence-is-fleeing'],
    ['will-sue', 'sue'],
    ['says-filed', 'sue'],
    ['payment-order-announced', 'sue'],
    ['preservation', 'preservation'],
    ['credit-report', 'credit-report'],
    ['credit-ultimatum', 'credit-report'],
    ['outsourced', 'outsourced'],
    ['assignment', 'assignment'],
    ['new-payee', 'assignment'],
    ['unknown-assignee', 'assignment'],
    ['lawyer-letter', 'lawyer-letter'],
    ['lawyer-speaks', 'lawyer-letter'],
    ['overdue-charges', 'demand'],
    ['plain-demand', 'limitation'],
    ['relief-offer', 'negotiation'],
    ['asks-for-someone', 'pass-on-message'],
    ['others-owe', 'pass-on-message'],
    ['at-night', 'night-contact'],
  ])('%s: %s', (id, fact) => expect(rule(id)?.fact).toBe(fact));

  it('no false consequence stands without one', () => {
    const bare = knowledge.rules.filter(({ category, fact }) => category === 'false-legal-consequence' && !fact);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});

describe('a result', () => {
  it('shows the truth with its caution, and the articles that the card adds, as of the day', () => {
    const [finding] = show({ text: '再不还钱就让你坐牢。', receivedAt: '2026-03-02', lender: 'bank' }).findings;
    expect(finding?.fact?.zh).toContain('合同上的事');
    expect(finding?.factCaution?.zh).toContain('不要不理');
    const cited = [...(finding?.law ?? []), ...(finding?.crimes ?? []), ...(finding?.factLaw ?? [])].map(
      ({ id }) => id,
    );
    expect(cited).toEqual(expect.arrayContaining(['mfd-676', 'xsf-112', 'xf-193']));
    expect(new Set(cited).size).toBe(cited.length);
  });
  it('an older message is measured by the older law, in the card too', () => {
    const facts = (receivedAt: string) =>
      show({ text: '我叫几个人明天去你家坐着，你不还就不走。', receivedAt, lender: 'unknown' }).findings.flatMap(
        ({ factLaw }) => factLaw.map(({ id }) => id),
      );
    expect(facts('2025-12-31')).toContain('zhian-old-40-3');
    expect(facts('2025-12-31')).not.toContain('zhian-47-3');
    expect(facts('2026-01-01')).toContain('zhian-47-3');
    expect(facts('2026-01-01')).not.toContain('zhian-old-40-3');
  });
  it('night contact has a name and a reason of its own, and never calls itself unlawful', () => {
    const { findings } = show({
      text: '您的贷款今天到期，请还款。',
      receivedAt: '2026-03-02T23:00:00+08:00',
      lender: 'bank',
    });
    const night = findings.find(({ basis }) => basis === 'time');
    expect(night?.title.zh).toContain('22:00');
    expect(night?.why.zh).toMatch(/没有约定或没有经你同意/);
    expect(night?.why.zh).toMatch(/它们不是法律/);
    expect(night?.law.map(({ id }) => id)).toEqual(['zyx-hours', 'gb-hours']);
  });
});

describe('a notice with a deadline', () => {
  it.each([
    [
      '【XX区人民法院】支付令已向您送达，案号（2026）临0105民督12号，请自收到之日起十五日内清偿或提出书面异议。',
      'payment-order',
      ['msf-227', 'msf-228'],
    ],
    [
      '【XX市临江区人民法院】您有一份传票，案号（2026）临0105民初2318号，请查收。',
      'summons',
      ['msf-128', 'msf-139', 'msf-147'],
    ],
    ['【XX区人民法院】民事判决书已作出，请于五日内来院领取。', 'judgment', ['msf-114']],
    [
      '【XX区人民法院】执行通知书已送达，责令你三日内履行，案号（2026）临0105执88号。',
      'enforcement',
      ['msf-254', 'msf-253'],
    ],
    ['【XX银行】您尾号1234的账户已被XX区人民法院冻结，如有疑问请联系执行法院。', 'freezing', ['msf-103', 'msf-253']],
    ['【XX市公安局】请于3月5日9时到城关派出所接受询问，联系民警陈警官。', 'police-summons', ['xsf-119']],
  ])('%s', (text, lead, law) => {
    const { notices, steps } = show({ text, receivedAt: '2026-03-02' });
    expect(notices[0]?.lead).toBe(lead);
    expect(notices[0]?.law.map(({ id }) => id)).toEqual(expect.arrayContaining(law));
    expect(steps.slice(0, 2).map(({ id }) => id)).toContain('legal-12348');
  });
  it('names 12348, and the days that the law gives', () => {
    for (const lead of LEADS.filter((one) => one !== 'self-harm' && one !== 'authority')) {
      expect(zh[`lead_${lead}`], lead).toContain('12348');
      expect(en[`lead_${lead}`], lead).toContain('12348');
      expect(zh[`lead_${lead}`], lead).toMatch(/^如果/);
    }
    expect(knowledge.articles['msf-227']?.text).toContain(
      '自收到支付令之日起十五日内清偿债务，或者向人民法院提出书面异议',
    );
    expect(zh['lead_payment-order']).toMatch(/收到之日起 15 日内，要么清偿，要么书面向法院提出异议/);
    expect(knowledge.articles['msf-128']?.text).toContain('在收到之日起十五日内提出答辩状');
    expect(zh.lead_summons).toMatch(/收到起诉状副本之日起 15 日内.*答辩/);
    expect(knowledge.articles['msf-147']?.text).toContain('缺席判决');
    expect(zh.lead_summons).toContain('缺席判决');
  });
});

describe('a guarantor', () => {
  it('is shown what a guarantee means, and nobody is accused of telling him', () => {
    const text = '您好，您的朋友李明欠我们8000元不还，您是担保人，请尽快处理。';
    const guarantor = show({ text, receivedAt: '2026-03-02', lender: 'bank', role: 'guarantor-or-co-borrower' });
    const told = guarantor.findings.filter(({ category }) => category?.en.startsWith('Pressing'));
    for (const { level } of told) expect(level).not.toBe('violation');
    expect(guarantor.findings.flatMap(({ law }) => law.map(({ id }) => id))).toContain('mfd-681');
  });
  it('is told so once, in words for him and not for outsiders', () => {
    const text = '您是陈刚的担保人，他贷款逾期两个月了，请您替他还款。';
    const { findings, guide, evidence } = show({ text, receivedAt: '2026-03-02', lender: 'bank' });
    const asked = findings.filter(({ level }) => level === 'verify');
    expect(asked.map(({ title }) => title.zh)).toEqual(['向担保人、共同借款人提出要求']);
    for (const { why, lawful, fact, category, passages } of asked) {
      expect(why.zh).toMatch(/看合同.*12348/);
      expect([lawful, fact, category]).toEqual([undefined, undefined, undefined]);
      const places = passages.map(({ start, end }) => `${start}-${end}`);
      expect(new Set(places).size).toBe(places.length);
    }
    expect(guide.map(({ id }) => id)).toContain('guarantor');
    expect(evidence.map(({ id }) => id)).not.toContain('third-party-statements');
  });
});

describe('what industry rules say is not held against whom they do not bind', () => {
  const cited = (text: string, lender: Lender) =>
    show({ text, receivedAt: '2026-03-02', lender }).findings.flatMap(({ law, factLaw }) =>
      [...law, ...factLaw].map(({ id }) => id),
    );
  it.each(['private-person', 'biller', 'unlicensed-unknown'] as const)('%s', (lender) => {
    for (const text of [
      '你弟弟欠我六万，跑了三个月了，你帮我把他找出来。',
      '明天去你们村委会张贴你的欠款公告，用大喇叭广播。',
    ])
      expect(cited(text, lender).filter((id) => /^(zyx|gb|gy)-/.test(id))).toEqual([]);
  });
  it('a bank is still measured by them', () => {
    expect(cited('明天去你们村委会张贴你的欠款公告，用大喇叭广播。', 'bank')).toContain('zyx-ban-5');
    expect(cited('你弟弟欠我行六万，你帮我们把他找出来。', 'bank')).toContain('zyx-third');
  });
  it('a message at night from whom no text on hours binds is nothing to check', () => {
    const at = (lender: Lender) =>
      show({ text: '记得明天回我。', receivedAt: '2026-03-02T23:30:00+08:00', lender }).findings.map(
        ({ rule }) => rule,
      );
    expect(at('private-person')).toEqual([]);
    expect(at('biller')).toEqual([]);
    expect(at('unknown')).toEqual(['night-contact']);
  });
});

it('a bill is no loan, but it grows old as one: the warning without the law of loans', () => {
  const text = '【国家电网】您本月电费128.5元已逾期，请尽快缴纳，以免影响用电。';
  const { findings, guide } = show({ text, receivedAt: '2026-03-02' });
  expect(findings.map(({ rule }) => rule)).toEqual(['plain-demand']);
  expect(guide.map(({ id }) => id)).toContain('clocks');
  expect(findings[0]?.law).toEqual([]);
  expect(findings[0]?.factLaw.map(({ id }) => id)).toEqual(expect.arrayContaining(['mfd-188', 'mfd-192', 'mfd-195']));
  expect(findings[0]?.fact?.zh).toContain('可能就放弃了抗辩');
});

it('an article that only needs to be done stands where one of several passages was', () => {
  const text = '我已经把你欠钱的事发到你们公司群里了。再不还，明天我就发到你们村群里。';
  const { findings } = show({ text, receivedAt: '2026-03-02', lender: 'private-person' });
  const done = findings.filter(({ passages }) => passages.some(({ act }) => act === 'done'));
  expect(done.flatMap(({ law }) => law.map(({ id }) => id))).toContain('zhian-50-1-6');
});

it('the name of the sender, a property company, is nobody who is told', () => {
  const said = { candidates: [], probability: new Map([['privacy-disclosure' as const, 0.95]]) };
  const rules = (text: string) => screener.screen({ text }, '2026-11-21', said).findings.map(({ rule: id }) => id);
  expect(rules('【某某物业】您已欠费三个月，请尽快缴纳')).not.toContain('village-notice');
  expect(rules('您已欠费三个月，请尽快缴纳【某某物业】')).not.toContain('village-notice');
  expect(rules('您已欠费三个月，我们会让物业知道')).toContain('village-notice');
});

it('a tax office may freeze an account itself: to be checked, and no private demand', () => {
  const text = '【国家税务总局】您有税款3200元逾期未缴，逾期将依法冻结您的银行账户并加收滞纳金。';
  const { findings, leads } = show({ text, receivedAt: '2026-03-02' });
  expect(leads).toContain('freezing');
  expect(findings.map(({ rule: id }) => id)).toEqual(['freezing-notice']);
});
