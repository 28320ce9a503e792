/** The rates against figures that were worked out another way: closed forms, and worth that must come to zero. */
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays } from './days';
import { type Flow, monthlyRows, readRows } from './flows';
import { rateOf } from './rate';

const flow = (kind: Flow['kind'], day: string, amount: number | string): Flow => ({
  kind,
  day,
  amount: new Big(amount),
});
const received = (day: string, amount: number | string) => flow('received', day, amount);
const repaid = (day: string, amount: number | string) => flow('repaid', day, amount);
const instalments = (count: number, amount: string, day: string) => readRows(monthlyRows(count, amount, day)).flows;

/** Worth on the first day, straight from the definition: days between UTC midnights over 365. */
function worth(flows: readonly Flow[], rate: number): number {
  const at = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  const start = Math.min(...flows.map(({ day }) => at(day)));
  return flows.reduce((sum, { kind, day, amount }) => {
    const value = Number(amount.toString()) * (1 + rate) ** (-(at(day) - start) / 365);
    return kind === 'received' ? sum + value : sum - value;
  }, 0);
}

describe('closed forms', () => {
  it.each([
    [10_000, 11_200, 0.12],
    [10_000, 10_000, 0],
    [10_000, 13_600, 0.36],
    [1_000, 101_000, 100],
  ])('%d received, %d repaid after exactly 365 days: %d', (principal, back, rate) => {
    const result = rateOf([received('2023-03-01', principal), repaid('2024-02-29', back)]);
    expect(result.days).toBe(365);
    expect(result.effective).toBeCloseTo(rate, 9);
    expect(result.nominal).toMatchObject({ kind: 'simple', rate: expect.closeTo(rate, 9) });
  });

  it('a leap year has 366 days: a little less than the plain quotient', () => {
    const { effective } = rateOf([received('2024-01-01', 10_000), repaid('2025-01-01', 11_200)]);
    expect(effective).toBeCloseTo(1.12 ** (365 / 366) - 1, 10);
  });

  it('a week: 1000 kept down to 800, 1000 back', () => {
    const result = rateOf([received('2024-05-01', 800), repaid('2024-05-08', 1_000)]);
    expect(result.problem).toBe('tooHigh');
    expect(result.effective).toBeUndefined();
    const week = expect.closeTo((0.25 * 365) / 7, 9);
    expect(result.nominal).toEqual({ kind: 'simple', rate: week, byMonths: week });
    expect(result.cost.toFixed(2)).toBe('200.00');
  });

  it('an annuity at one per cent a month: 12 % nominal, and the discounted instalments come to the loan', () => {
    const payment = (12_000 * 0.01) / (1 - 1.01 ** -12);
    const flows = [received('2023-01-15', 12_000), ...instalments(12, payment.toFixed(2), '2023-02-15')];
    const { nominal, effective } = rateOf(flows);
    expect(nominal?.kind).toBe('monthly');
    expect(nominal?.rate).toBeCloseTo(0.12, 4);
    // By days and not by months the year's rate misses 1.01^12 by little.
    expect(Math.abs((effective as number) - (1.01 ** 12 - 1))).toBeLessThan(0.001);
    expect(Math.abs(worth(flows, effective as number))).toBeLessThan(1e-6);
  });

  it('twelve instalments of 1000 for 9000: as found by halving intervals elsewhere', () => {
    const { effective, nominal } = rateOf([received('2024-01-15', 9_000), ...instalments(12, '1000', '2024-02-15')]);
    expect(effective).toBeCloseTo(0.740768093763, 9);
    expect(nominal?.rate).toBeCloseTo(0.567547912586, 9);
  });

  it('fees on the day of payment and money kept back count as less received', () => {
    const kept = rateOf([received('2024-01-10', 9_000), repaid('2025-01-09', 11_000)]);
    const fee = rateOf([received('2024-01-10', 10_000), repaid('2024-01-10', 1_000), repaid('2025-01-09', 11_000)]);
    expect(fee.effective).toBeCloseTo(kept.effective as number, 12);
    expect(fee.nominal).toEqual(kept.nominal);
    expect([fee.received, fee.repaid, fee.cost].map((amount) => amount.toFixed(0))).toEqual(['10000', '12000', '2000']);
  });

  it('the order of the rows does not matter', () => {
    const flows = [received('2024-01-10', 5_000), ...instalments(6, '900', '2024-02-10')];
    expect(rateOf([...flows].reverse())).toEqual(rateOf(flows));
  });
});

describe('whether instalments are monthly', () => {
  const twelve = instalments(12, '950', '2024-02-29');

  it('some days early or late still are', () => {
    const late = twelve.map((each, index) => ({ ...each, day: plusDays(each.day, index % 2 ? 2 : -2) }));
    expect(rateOf([received('2024-01-29', 10_000), ...late]).nominal?.kind).toBe('monthly');
  });

  it.each([
    ['fortnightly', Array.from({ length: 12 }, (_, i) => repaid(plusDays('2024-01-31', 14 * (i + 1)), 950))],
    ['with a month left out', twelve.filter((_, index) => index !== 4)],
    ['with a second loan in between', [...twelve, received('2024-05-10', 500)]],
  ])('%s are not', (_name, rest) => {
    const result = rateOf([received('2024-01-31', 10_000), ...rest]);
    expect(result.effective).toBeGreaterThan(0);
    expect(result.nominal?.kind).toBe('simple');
    expect(result.nominal?.rate).toBeLessThan(result.effective as number);
  });

  it('those that leave interest unpaid are no twelve times of a month', () => {
    const result = rateOf([
      received('2021-01-10', 100_000),
      ...instalments(35, '100', '2021-02-10'),
      repaid('2024-01-10', 144_500),
    ]);
    expect(result.effective).toBeLessThan(0.145);
    expect(result.nominal).toMatchObject({ kind: 'simple', byMonths: expect.closeTo(0.16, 9) });
  });
});

describe('fifteen per cent a year without interest on interest', () => {
  const paid = (amount: number, ...days: readonly string[]) => days.map((day) => repaid(day, amount));
  const late = instalments(11, '1250', '2021-02-10').map((each, index) => ({
    ...each,
    day: plusDays(each.day, index % 2 ? 5 : -5),
  }));

  it.each([
    ['by the quarter', [...paid(3_750, '2021-04-10', '2021-07-10', '2021-10-10'), repaid('2022-01-10', 103_750)]],
    ['by the half-year', [repaid('2021-07-10', 7_500), repaid('2022-01-10', 107_500)]],
    ['month by month, some days early or late', [...late, repaid('2022-01-10', 101_250)]],
  ])('%s', (_name, rest) => {
    const { effective, nominal } = rateOf([received('2021-01-10', 100_000), ...rest]);
    expect(effective).toBeGreaterThan(0.155);
    if (nominal?.kind !== 'simple') throw new Error(nominal?.kind);
    for (const rate of [nominal.rate, nominal.byMonths]) expect(rate.toFixed(3)).toBe('0.150');
  });

  it('half a year is six months, though it has 181 days', () => {
    const { nominal } = rateOf(
      [received('2023-01-10', 10_000), repaid('2023-07-10', 600)].concat(repaid('2023-07-10', 10_000)),
    );
    expect(nominal).toMatchObject({ rate: expect.closeTo((0.06 * 365) / 181, 9), byMonths: expect.closeTo(0.12, 9) });
  });
});

describe('what gives no rate', () => {
  it.each([
    ['nothing', []],
    ['onlyReceived', [received('2024-01-01', 100)]],
    ['onlyRepaid', [repaid('2024-01-01', 100), repaid('2024-02-01', 100)]],
    ['sameDay', [received('2024-01-01', 100), repaid('2024-01-01', 120)]],
    ['unfinished', [received('2024-01-01', 100), repaid('2024-02-01', 99.99)]],
    ['repaidFirst', [repaid('2024-01-01', 10), received('2024-01-02', 100), repaid('2024-02-01', 120)]],
    [
      'repaidFirst',
      [received('2024-01-01', 10), repaid('2024-01-01', 20), received('2024-01-02', 100), repaid('2024-02-01', 120)],
    ],
    ['tooHigh', [received('2024-01-01', 100), repaid('2024-01-02', 200)]],
    // (x − 1.1)(x − 1.5)(x − 2): 10 %, 50 % and 100 % all fit.
    [
      'several',
      [received('2021-01-01', 100), repaid('2022-01-01', 460), received('2023-01-01', 685), repaid('2024-01-01', 330)],
    ],
  ] as const)('%s', (problem, flows) => {
    const result = rateOf(flows);
    expect(result.problem).toBe(problem);
    expect(result.effective).toBeUndefined();
    // A rate above 10,000 % is no number any more; without interest on interest it still is.
    expect(result.nominal !== undefined).toBe(problem === 'tooHigh');
  });

  const loan = [received('2024-01-01', 100), repaid('2024-06-01', 120)];
  it.each([
    [
      'gives up',
      () => {
        throw new Error('XIRR calculation failed');
      },
    ],
    ['answers nonsense', () => Number.NaN],
    ['answers another rate', () => 0.02],
  ])('a calculation that %s is not taken for a rate', (_name, solver) => {
    expect(rateOf(loan, solver)).toMatchObject({ problem: 'notFound' });
    expect(rateOf(loan).problem).toBeUndefined();
  });
});

it('discounting any loan at its rate comes to zero', () => {
  const repayments = fc.array(
    fc.record({ after: fc.integer({ min: 20, max: 3_650 }), share: fc.integer({ min: 1, max: 500 }) }),
    {
      minLength: 1,
      maxLength: 60,
    },
  );
  let solved = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 5_000_000 }),
      repayments,
      fc.integer({ min: 0, max: 300 }),
      (loan, parts, extra) => {
        const shares = parts.reduce((sum, { share }) => sum + share, 0);
        const back = (loan * (100 + extra)) / 100;
        const flows = [
          received('2021-03-01', loan),
          ...parts.map(({ after, share }) => repaid(plusDays('2021-03-01', after), Math.ceil((back * share) / shares))),
        ];
        const { effective, problem } = rateOf(flows);
        if (effective === undefined) return problem === 'tooHigh' && worth(flows, 100) < 0;
        solved += 1;
        return effective >= -1e-9 && Math.abs(worth(flows, effective)) <= loan * 1e-6;
      },
    ),
    { numRuns: 500 },
  );
  expect(solved).toBeGreaterThan(400);
});

it('the longest list is answered at once', () => {
  const flows = [received('1990-01-15', 1_000_000), ...instalments(719, '9000', '1990-02-15')];
  const start = performance.now();
  expect(Math.abs(worth(flows, rateOf(flows).effective as number))).toBeLessThan(1);
  expect(performance.now() - start).toBeLessThan(1_000);
});
