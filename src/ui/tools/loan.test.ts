import { beforeEach, describe, expect, it } from 'vitest';
import { ROWS_LIMIT, type Row } from '../../tools/flows';
import { language, t } from '../i18n';
import { comparisonLines, contract, lenderSide } from './compare';
import { add, addBlank, change, clear, entries, history, isAsked, loan, remove, undo } from './loan';
import { rateText } from './rate-text';

const row = (kind: Row['kind'], day: string, amount: string): Row => ({ kind, day, amount });
const LOAN = [row('received', '2024-01-15', '10000'), row('repaid', '2025-01-14', '12000')];
const listed = () => entries.value.map(({ kind, day, amount }) => [kind, day, amount]);
const idOf = (index: number) => entries.value[index]?.id ?? -1;

beforeEach(() => {
  clear();
  history.value = [];
  language.value = 'zh';
  lenderSide.value = 'unsure';
});

describe('the list of the loan', () => {
  it('takes rows in place of the blank ones, and keeps room for what was received', () => {
    add(LOAN.slice(1));
    expect(listed()).toEqual([
      ['received', '', ''],
      ['repaid', '2025-01-14', '12000'],
    ]);
    change(idOf(0), { day: '2024-01-15', amount: '10000' });
    expect(loan.value.effective).toBeCloseTo(0.2, 9);
  });

  it('goes back step by step, but never over what was typed since', () => {
    add(LOAN);
    remove(idOf(0));
    addBlank();
    undo();
    undo();
    expect(listed()).toEqual(LOAN.map(({ kind, day, amount }) => [kind, day, amount]));
    remove(idOf(1));
    change(idOf(0), { amount: '9000' });
    undo();
    expect(listed()).toEqual([['received', '2024-01-15', '9000']]);
  });

  it('is full at its limit, and says so without taking half', () => {
    add(LOAN);
    const many = Array.from({ length: ROWS_LIMIT - 1 }, () => row('repaid', '2025-02-14', '1'));
    expect(add(many)).toEqual(['toolErrorTooMany', ROWS_LIMIT, 2, ROWS_LIMIT - 1]);
    expect(entries.value).toHaveLength(2);
    expect(add(many.slice(1))).toBeUndefined();
    expect(addBlank()).toBeUndefined();
    expect(entries.value).toHaveLength(ROWS_LIMIT);
  });
});

it('the rate is compared only once it is asked for, and never while a row cannot be read', () => {
  const isCompared = () => comparisonLines().includes(t('toolStanding_above'));
  const isNone = () => comparisonLines().includes(t('toolStanding_none'));
  lenderSide.value = 'private';
  contract.value = '2024-01-15';
  add(LOAN);
  expect([isCompared(), isNone()]).toEqual([false, true]);
  isAsked.value = true;
  expect([isCompared(), isNone()]).toEqual([true, false]);
  add([row('received', '2024-01-15', '一万')]);
  expect([isCompared(), isNone()]).toEqual([false, true]);
});

describe('the copied result', () => {
  it.each([
    [
      'zh',
      /有效年利率约 20\.00 %[\s\S]*还款和费用合计: 12,000\.00 元[\s\S]*四倍是 13\.80 %[\s\S]*高于四倍 LPR[\s\S]*12348/,
    ],
    ['en', /Effective annual rate: about 20\.00 %[\s\S]*13\.80 %[\s\S]*above four times the LPR[\s\S]*12348/],
  ] as const)('%s: figures, what is uncertain, the rule', (chosen, expected) => {
    add(LOAN);
    isAsked.value = true;
    lenderSide.value = 'private';
    contract.value = '2024-01-15';
    language.value = chosen;
    expect(rateText()).toMatch(expected);
    expect(rateText()).not.toMatch(/\$\d|undefined|NaN/);
  });

  it('for a licensed lender names no line of private lending as broken', () => {
    add(LOAN);
    lenderSide.value = 'licensed';
    expect(rateText()).toContain('四倍 LPR 不约束银行');
    expect(rateText()).not.toMatch(/高于四倍|13\.80/);
  });
});
