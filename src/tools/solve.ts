/** The rate at which payments and repayments are worth the same. */
import { xirr } from '@webcarrot/xirr';

/** What moves on one day, seen by the borrower: above zero came in, below zero went out. */
export interface Net {
  /** Days since any fixed day. */
  readonly at: number;
  readonly amount: number;
}

export type Solver = typeof xirr;

/** Highest rate that is given as a number: 10,000 % a year. */
export const HIGHEST = 100;
const DAYS_A_YEAR = 365;
const DAY_MS = 86_400_000;
/** Steps of the search for sign changes, each two per cent higher in 1 + rate. */
const STEPS = Math.ceil(Math.log(1 + HIGHEST) / Math.log(1.02)) + 1;
/** Share of all money by which the worth at the found rate may miss zero: rounding of floating point. */
const TOLERANCE = 1e-9;
/** By how much a rate may leave its bracket: the same rounding. */
const SLACK = 1e-6;

export type Solution =
  | { readonly rate: number }
  /** Above {@link HIGHEST}; more than one rate fits; the calculation did not settle. */
  | { readonly problem: 'tooHigh' | 'several' | 'notFound' };

/** Worth of all flows on the day of the first, discounted at `rate` a year of 365 days. */
export function worthAt(flows: readonly Net[], rate: number): number {
  const start = flows[0]?.at ?? 0;
  return flows.reduce((sum, { at, amount }) => sum + amount / (1 + rate) ** ((at - start) / DAYS_A_YEAR), 0);
}

/**
 * Effective annual rate (XIRR, year of 365 days). The scan for sign changes tells whether there is exactly one rate,
 * and gives the iteration a start from which it settles.
 *
 * @param flows in order of their days; the first above zero, and no more came in than went out
 */
export function solveRate(flows: readonly Net[], solver: Solver = xirr): Solution {
  const rates = Array.from({ length: STEPS + 1 }, (_, step) => 1.02 ** step - 1);
  const total = flows.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  // At the rate 0 rounding must not decide.
  const signs = rates.map((rate) => {
    const worth = worthAt(flows, rate);
    return Math.abs(worth) <= total * TOLERANCE ? 0 : Math.sign(worth);
  });
  const brackets: number[] = [];
  signs.forEach((sign, step) => {
    if (step > 0 && sign !== 0 && (signs[step - 1] === 0 || sign === -(signs[step - 1] as number))) brackets.push(step);
  });
  if (!brackets.length) return { problem: 'tooHigh' };
  if (brackets.length > 1) return { problem: 'several' };
  const [high, low] = [rates[brackets[0] as number] as number, rates[(brackets[0] as number) - 1] as number];
  try {
    const dated = flows.map(({ at, amount }) => ({ amount, date: new Date(at * DAY_MS) }));
    const rate = solver(dated, (low + high) / 2, 1e-12, 10, 100);
    const isRoot = rate > low - SLACK && rate < high + SLACK && Math.abs(worthAt(flows, rate)) <= total * TOLERANCE;
    if (!isRoot) return { problem: 'notFound' };
    return rate > HIGHEST + SLACK ? { problem: 'tooHigh' } : { rate };
  } catch {
    return { problem: 'notFound' };
  }
}
