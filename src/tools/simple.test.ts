/** Loans whose rate is known because they were made with it, and that a higher cost never gives a lower rate. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Moved, simpleRate } from './simple';

const flows = (...moved: readonly (readonly [years: number, amount: number])[]): Moved[] =>
  moved.map(([years, amount]) => ({ years, amount }));

describe('known rates', () => {
  it.each([
    ['a single repayment', flows([0, 100], [1, -112]), 0.12],
    ['interest for three years at once', flows([0, 100_000], [3, -148_000]), 0.16],
    ['a part of the interest before', flows([0, 100_000], [1, -500], [3, -147_500]), 0.16],
    ['interest by the quarter', flows([0, 100], [0.25, -3.75], [0.5, -3.75], [0.75, -3.75], [1, -103.75]), 0.15],
    ['half the principal in between', flows([0, 100], [0.5, -56], [1, -53]), 0.12],
    ['a second part of the loan', flows([0, 100], [0.5, 100], [1, -218]), 0.12],
    ['no interest', flows([0, 100], [1, -40], [2, -60]), 0],
    ['a day', flows([0, 800], [1 / 365, -1_000]), 0.25 * 365],
  ])('%s', (_name, loan, rate) => expect(simpleRate(loan)?.rate).toBeCloseTo(rate, 9));

  it('says whether the payments always covered the interest', () => {
    expect(simpleRate(flows([0, 100], [0.5, -6], [1, -106]))?.isCovered).toBe(true);
    expect(simpleRate(flows([0, 100], [0.5, -5], [1, -107]))?.isCovered).toBe(false);
  });

  it('is none where more was paid in between than was owed', () => {
    expect(simpleRate(flows([0, 100], [1, -460], [2, 685], [3, -330]))).toBeUndefined();
    expect(simpleRate(flows([0, 100]))).toBeUndefined();
  });
});

/** A loan from its rate: at each time some share of what is owed is paid, or more is lent; at last all that is left. */
function made(rate: number, parts: readonly { gap: number; share: number; lent: number }[]): Moved[] {
  const loan: Moved[] = [{ years: 0, amount: 1_000 }];
  let [principal, interest, years] = [1_000, 0, 0];
  parts.forEach(({ gap, share, lent }, at) => {
    years += gap / 365;
    interest += (principal * rate * gap) / 365;
    const owed = principal + interest;
    const paid = at === parts.length - 1 ? owed : owed * share;
    if (lent && at < parts.length - 1) {
      loan.push({ years, amount: lent });
      principal += lent;
    } else {
      loan.push({ years, amount: -paid });
      principal -= Math.max(0, paid - interest);
      interest = Math.max(0, interest - paid);
    }
  });
  return loan;
}

const parts = fc.array(
  fc.record({
    gap: fc.integer({ min: 1, max: 400 }),
    share: fc.double({ min: 0.001, max: 0.9, noNaN: true }),
    lent: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 2_000 })),
  }),
  { minLength: 1, maxLength: 40 },
);

it('finds the rate that a loan was made with', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 20, noNaN: true }), parts, (rate, given) => {
      expect(simpleRate(made(rate, given))?.rate).toBeCloseTo(rate, 6);
    }),
  );
});

it('rises with every payment that is higher, sooner or added', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 5, noNaN: true }), parts, fc.nat(), (rate, given, choice) => {
      const loan = made(rate, given);
      const payments = loan.flatMap(({ amount }, at) => (amount < 0 ? at : []));
      const at = payments[choice % payments.length] as number;
      const before = loan[at - 1]?.years ?? 0;
      const higher = loan.map((flow, index) => (index === at ? { ...flow, amount: flow.amount - 1 } : flow));
      const sooner = loan.map((flow, index) =>
        index === at ? { ...flow, years: before + (flow.years - before) * 0.9 } : flow,
      );
      for (const [changed, name] of [
        [higher, 'higher'],
        [sooner, 'sooner'],
      ] as const) {
        const found = simpleRate(changed);
        // Where more was then paid in between than was owed there is none.
        if (found) expect(found.rate, name).toBeGreaterThanOrEqual(rate - 1e-7);
      }
    }),
  );
});
