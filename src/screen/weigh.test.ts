import { describe, expect, it } from 'vitest';
import type { Category } from '../knowledge/vocabulary';
import { viewOf } from './context/testing';
import type { Candidate } from './types';
import { besides, wantsOpinion, weigh } from './weigh';

const DEBT = '你欠的钱再不还，后果你知道';
const candidate = (source: Candidate['source'], category: Category, level: Candidate['level']): Candidate => ({
  source,
  rule: source === 'rule' ? 'some-rule' : `reader:${category}`,
  category,
  level,
  basis: 'text',
  range: { start: 0, end: 2 },
  law: [],
  despite: [],
});

/** Levels that come out for a rule's and the reader's candidates; the reader finds threats so probable. */
function levels(text: string, rules: Candidate[], read: Candidate[], probability = 0): string[] {
  const opinion = { candidates: read, probability: new Map([['threat' as Category, probability]]) };
  return weigh(rules, viewOf(text), opinion).map(({ source, level }) => `${source} ${level}`);
}

const rule = candidate('rule', 'threat', 'violation');
const sure = { ...candidate('reader', 'threat', 'violation'), score: 0.5, chance: 0.85 };
const hint = candidate('reader', 'threat', 'verify');

describe('rules', () => {
  it('stand alone without a reader', () => {
    expect(weigh([rule], viewOf(DEBT), undefined)).toEqual([rule]);
  });
  it('accuse where the reader agrees at all', () => expect(levels(DEBT, [rule], [], 0.5)).toEqual(['rule violation']));
  it('ask for a check where the reader finds it improbable', () => {
    expect(levels(DEBT, [rule], [], 0.09)).toEqual(['rule violation']);
    expect(levels(DEBT, [rule], [], 0.07)).toEqual(['rule verify']);
    const opinion = { candidates: [], probability: new Map() };
    expect(weigh([rule], viewOf(DEBT), opinion)).toEqual([{ ...rule, level: 'verify', doubted: true }]);
  });
  it('that accuse nobody are left as they are', () => {
    expect(levels(DEBT, [{ ...rule, level: 'lawful' }], [], 0)).toEqual(['rule lawful']);
  });
});

it('against an announced credit report the reader alone must be surer', () => {
  const report = { ...candidate('rule', 'threat', 'lawful'), rule: 'credit-report' };
  const heard = (chance: number, read: Candidate = candidate('reader', 'false-legal-consequence', 'violation')) =>
    levels(DEBT, [report], [{ ...read, score: 0.5, chance }]);
  expect(heard(0.9)).toEqual(['rule lawful', 'reader verify']);
  expect(heard(0.96)).toEqual(['rule lawful', 'reader violation']);
  expect(heard(0.9, sure)).toEqual(['rule lawful', 'reader violation']);
});

describe('loose patterns', () => {
  const loose = { ...rule, needsReader: true };
  it('need the reader', () => {
    expect(weigh([loose], viewOf(DEBT), undefined)).toEqual([]);
    expect(levels(DEBT, [loose], [], 0.49)).toEqual([]);
    expect(levels(DEBT, [loose], [], 0.51)).toEqual(['rule violation']);
  });
});

describe('an opinion is asked for', () => {
  it('where the message talks of money, persons or places, or a rule accuses', () => {
    expect(wantsOpinion([], viewOf('欠的钱'))).toBe(true);
    expect(wantsOpinion([], viewOf('你走着瞧'))).toBe(true);
    expect(wantsOpinion([], viewOf('十二楼风大'))).toBe(true);
    expect(wantsOpinion([rule], viewOf('今日多云转晴'))).toBe(true);
    expect(wantsOpinion([{ ...rule, level: 'verify', needsReader: true }], viewOf('今日多云转晴'))).toBe(true);
  });
  it('not for a message that could never be accused', () => {
    expect(wantsOpinion([], viewOf('今日多云转晴'))).toBe(false);
    expect(wantsOpinion([{ ...rule, level: 'lawful' }], viewOf('今日多云转晴'))).toBe(false);
  });
});

describe('the reader alone', () => {
  it.each([DEBT, '逾期账单请尽快处理', '你走着瞧吧，等我过来', '逾期账单请尽快处理完'])(
    'accuses where somebody is spoken to, or pressed: %s',
    (text) => {
      expect(levels(text, [], [sure])).toEqual(['reader violation']);
    },
  );
  it('accuses of the likeliest kind', () => {
    const other = (score: number) => ({ ...sure, category: 'insult' as const, score });
    expect(levels(DEBT, [], [sure, other(0.45)])).toEqual(['reader violation', 'reader verify']);
    expect(levels(DEBT, [], [sure, other(0.6)])).toEqual(['reader verify', 'reader violation']);
  });
  it.each([
    ['elsewhere only where it is surer', '今日多云转晴', 0.96],
    ['in a message of a few characters likewise', '逾期账单尽快处理', 0.96],
    ['beside a single word of adverts likewise', '你店里特价，欠款四万也写上', 0.96],
    [
      'in what sounds like an advert only where it is all but certain',
      '尊敬的会员，你的积分月底清零，欠款一笔勾销',
      0.99,
    ],
  ])('accuses %s', (_, text, enough) => {
    expect(levels(text, [], [{ ...sure, chance: enough - 0.02 }]).join()).not.toContain('violation');
    expect(levels(text, [], [{ ...sure, chance: enough }])).toEqual(['reader violation']);
  });
  it('merely suspects only where somebody is pressed for a debt', () => {
    expect(levels(DEBT, [], [hint], 0.3)).toEqual(['reader verify']);
    expect(levels('逾期账单', [], [hint], 0.3)).toEqual([]);
    expect(levels('你走着瞧', [], [hint], 0.3)).toEqual([]);
  });
  it('its mere suspicion adds nothing where a rule found the category and it doubts it itself', () => {
    expect(levels(DEBT, [rule], [hint], 0.4)).toEqual(['rule violation']);
  });
  it('marks one place more where a rule found the category and it finds it probable: the likeliest', () => {
    const likelier = { ...hint, score: 0.7, range: { start: 4, end: 6 } };
    const opinion = {
      candidates: [{ ...hint, score: 0.6 }, likelier],
      probability: new Map([['threat' as const, 0.9]]),
    };
    expect(weigh([rule], viewOf(DEBT), opinion)).toEqual([rule, { ...likelier, level: 'violation' }]);
  });
  it('its suspicion is more of the same then, elsewhere too', () => {
    expect(levels(DEBT, [rule], [hint], 0.9)).toEqual(['rule violation', 'reader violation']);
    expect(levels('你走着瞧', [rule], [hint], 0.9)).toEqual(['rule violation', 'reader violation']);
  });
});

describe('besides what is found', () => {
  const besidesOf = (
    found: Candidate[],
    score: number,
    inContext = (those: Candidate[]) => those,
    kind: Category = 'insult',
  ) => {
    const suspected = { ...candidate('reader', kind, 'verify'), score };
    const opinion = { candidates: [suspected], probability: new Map([[kind, score]]) };
    return besides(found, opinion, inContext).map(({ category, level }) => `${category} ${level}`);
  };
  it('the reader needs less to add another kind', () => {
    expect(besidesOf([rule], 0.7)).toEqual(['threat violation', 'insult violation']);
    expect(besidesOf([rule], 0.5)).toEqual(['threat violation']);
  });
  it('and more for the gravest kinds', () => {
    const kind = 'extortion-payment';
    expect(besidesOf([rule], 0.85, undefined, kind)).toEqual(['threat violation', `${kind} violation`]);
    expect(besidesOf([rule], 0.75, undefined, kind)).toEqual(['threat violation']);
  });
  it('and its hint of that kind becomes the finding', () => {
    expect(besidesOf([rule, candidate('reader', 'insult', 'verify')], 0.7)).toEqual([
      'threat violation',
      'insult violation',
    ]);
  });
  it('a threat that a rule found is believed, though the reader doubts it; other kinds are not', () => {
    const doubted = (category: Category) => ({ ...candidate('rule', category, 'verify'), doubted: true as const });
    const other = candidate('rule', 'privacy-disclosure', 'violation');
    expect(besidesOf([other, doubted('threat')], 0)).toEqual(['privacy-disclosure violation', 'threat violation']);
    expect(besidesOf([other, doubted('threat')], 0, () => [])).toEqual([
      'privacy-disclosure violation',
      'threat verify',
    ]);
    expect(besidesOf([other, doubted('harassment')], 0)).toEqual(['privacy-disclosure violation', 'harassment verify']);
    expect(besidesOf([doubted('threat')], 0)).toEqual(['threat verify']);
  });
  it('nothing is added where nothing is found, or a context speaks against it', () => {
    expect(besidesOf([hint], 0.9)).toEqual(['threat verify']);
    expect(besidesOf([rule], 0.9, () => [])).toEqual(['threat violation']);
  });
});
