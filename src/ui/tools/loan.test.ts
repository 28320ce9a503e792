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

describe('four times the LPR', () => {
  const standing = (rows: readonly Row[], day = '2021-01-10') => {
    add(rows);
    isAsked.value = true;
    lenderSide.value = 'private';
    contract.value = day;
    const said = (['above', 'within', 'depends', 'one', 'none'] as const).filter((each) =>
      comparisonLines().includes(t(`toolStanding_${each}`)),
    );
    clear();
    return said;
  };
  const received = (amount: string, day = '2021-01-10') => row('received', day, amount);
  const paid = (amount: string, ...days: readonly string[]) => days.map((day) => row('repaid', day, amount));
  /** Interest of every month, five days early and five days late by turns. */
  const shifted = ['02-05', '03-15', '04-05', '05-15', '06-05', '07-15', '08-05', '09-15', '10-05', '11-15', '12-05'];

  it.each([
    [
      '15 % by the quarter',
      [...paid('3750', '2021-04-10', '2021-07-10', '2021-10-10'), ...paid('103750', '2022-01-10')],
    ],
    ['15 % by the half-year', [...paid('7500', '2021-07-10'), ...paid('107500', '2022-01-10')]],
    [
      '15 % by the month, some days early or late',
      [...paid('1250', ...shifted.map((day) => `2021-${day}`)), ...paid('101250', '2022-01-10')],
    ],
    ['16 % for three years at once', paid('148000', '2024-01-10')],
    ['16 % with a little paid before', [...paid('500', '2022-01-10'), ...paid('147500', '2024-01-10')]],
  ])('%s is on both sides of 15.40 %%', (_name, rows) => {
    expect(standing([received('100000'), ...rows])).toEqual(['depends']);
  });

  it('exactly the line is not above it, however months and days are counted', () => {
    // 3.00 % times four, by the quarter and for half a year of 181 days.
    const rows = [...paid('300', '2025-09-10', '2025-12-10', '2026-03-10'), ...paid('10300', '2026-06-10')];
    expect(standing([received('10000', '2025-06-10'), ...rows], '2025-06-10')).toEqual(['depends']);
    const half = [received('10000', '2023-01-10'), ...paid('10730', '2023-07-10')];
    expect(standing(half, '2023-01-10')).toEqual(['depends']);
  });

  it('is said of what lies far off', () => {
    expect(standing([received('100000'), ...paid('5000', '2021-07-10'), ...paid('105000', '2022-01-10')])).toEqual([
      'within',
    ]);
    expect(standing([received('100000'), ...paid('10000', '2021-07-10'), ...paid('110000', '2022-01-10')])).toEqual([
      'above',
    ]);
  });

  it('is said of the dearest loans, too', () => {
    const rows = [received('700', '2024-03-01'), ...paid('600', '2024-03-08', '2024-03-15')];
    expect(standing(rows, '2024-03-01')).toEqual(['above']);
  });

  it('is not said of one rate alone', () => {
    const second = [received('200000', '2021-06-10'), ...paid('210000', '2022-06-10')];
    expect(standing([received('100000'), ...paid('130000', '2021-03-10'), ...second])).toEqual(['one']);
    expect(standing([received('100000')])).toEqual(['none']);
  });
});

it('a loan without interest has the rate 0 and no sign before it', () => {
  add([
    row('received', '2024-01-10', '3000'),
    ...['02', '03', '04'].map((month) => row('repaid', `2024-${month}-13`, '1000')),
  ]);
  isAsked.value = true;
  expect(rateText()).toMatch(/有效年利率约 0\.00 %/);
  expect(rateText()).not.toMatch(/-0\.0/);
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
