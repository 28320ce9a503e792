/** What a loan cost a year, from the money that really moved. Formulas and limits: docs/tools.md. */
import Big from 'big.js';
import { daysBetween, plusMonths, yearsByMonths } from './days';
import type { Flow } from './flows';
import { simpleRate } from './simple';
import { type Net, type Solver, solveRate } from './solve';

/** A monthly instalment may come this many days before or after its date and still count as monthly. */
const MONTHLY_SLACK_DAYS = 3;
const DAYS_A_YEAR = 365;
const EPOCH = '1970-01-01';

export type RateProblem =
  /** Nothing is listed; only one kind is listed; all of it on one day. */
  | 'nothing'
  | 'onlyReceived'
  | 'onlyRepaid'
  | 'sameDay'
  /** More went out than came in on the first day, or before any money came in. */
  | 'repaidFirst'
  /** Less is listed as repaid than was received. */
  | 'unfinished'
  | 'tooHigh'
  | 'several'
  | 'notFound';

/** A rate without interest on interest (`simple.ts`), as a share. */
export type Nominal =
  /** Instalments month by month that cover their interest: twelve times the monthly rate. */
  | { readonly kind: 'monthly'; readonly rate: number }
  /** Any other loan: time counted by days, a year of 365, and by calendar months. Which one holds is for the contract. */
  | { readonly kind: 'simple'; readonly rate: number; readonly byMonths: number };

export interface LoanRate {
  readonly received: Big;
  readonly repaid: Big;
  /** What was repaid beyond what was received; below zero where less is listed. */
  readonly cost: Big;
  /** Days from the first to the last flow. */
  readonly days: number;
  /** Effective annual rate (XIRR, year of 365 days) as a share: 0.12 is 12 %. Absent where there is a problem. */
  readonly effective?: number;
  /** Absent where there is none, or where more than one loan is listed. */
  readonly nominal?: Nominal;
  readonly problem?: RateProblem;
}

interface DayNet {
  readonly day: string;
  readonly amount: Big;
}

const sum = (amounts: readonly Big[]): Big => amounts.reduce((total, amount) => total.plus(amount), new Big(0));

/** What came in less what went out, day by day, in order; days on which that is nothing are left out. */
function netByDay(flows: readonly Flow[]): DayNet[] {
  const nets = new Map<string, Big>();
  for (const { day, kind, amount } of flows) {
    const before = nets.get(day) ?? new Big(0);
    nets.set(day, kind === 'received' ? before.plus(amount) : before.minus(amount));
  }
  return [...nets]
    .map(([day, amount]) => ({ day, amount }))
    .filter(({ amount }) => !amount.eq(0))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

function problemOf(flows: readonly Flow[], nets: readonly DayNet[], cost: Big): RateProblem | undefined {
  if (!flows.length) return 'nothing';
  if (flows.every(({ kind }) => kind === 'received')) return 'onlyReceived';
  if (flows.every(({ kind }) => kind === 'repaid')) return 'onlyRepaid';
  if (new Set(flows.map(({ day }) => day)).size === 1) return 'sameDay';
  if (cost.lt(0)) return 'unfinished';
  if (!nets[0]?.amount.gt(0)) return 'repaidFirst';
  return undefined;
}

/** Whether all money came at once and went back month by month. */
const isMonthly = ([first, ...rest]: readonly DayNet[]): boolean =>
  rest.length > 1 &&
  rest.every(
    ({ day, amount }, index) =>
      amount.lt(0) && Math.abs(daysBetween(plusMonths((first as DayNet).day, index + 1), day)) <= MONTHLY_SLACK_DAYS,
  );

function nominalOf(nets: readonly DayNet[]): Nominal | undefined {
  const [first] = nets;
  if (!first) return undefined;
  const simple = (years: (day: string, index: number) => number) =>
    simpleRate(nets.map(({ day, amount }, index) => ({ years: years(day, index), amount: amount.toNumber() })));
  if (isMonthly(nets)) {
    const monthly = simple((_day, month) => month / 12);
    if (monthly?.isCovered) return { kind: 'monthly', rate: monthly.rate };
  }
  const byDays = simple((day) => daysBetween(first.day, day) / DAYS_A_YEAR);
  const byMonths = simple((day) => yearsByMonths(first.day, day));
  return byDays && byMonths && { kind: 'simple', rate: byDays.rate, byMonths: byMonths.rate };
}

/**
 * The yearly cost of a loan.
 *
 * @param flows in any order; what was kept back in advance is simply not received
 * @param solver for tests of what happens when it fails
 */
export function rateOf(flows: readonly Flow[], solver?: Solver): LoanRate {
  const of = (wanted: Flow['kind']) => sum(flows.filter(({ kind }) => kind === wanted).map(({ amount }) => amount));
  const [received, repaid] = [of('received'), of('repaid')];
  const cost = repaid.minus(received);
  const nets = netByDay(flows);
  const days = nets.length > 1 ? daysBetween((nets[0] as DayNet).day, (nets.at(-1) as DayNet).day) : 0;
  const totals = { received, repaid, cost, days };
  const problem = problemOf(flows, nets, cost);
  if (problem) return { ...totals, problem };
  const solution = solveRate(
    nets.map(({ day, amount }): Net => ({ at: daysBetween(EPOCH, day), amount: amount.toNumber() })),
    solver,
  );
  // Where several rates fit, several loans are listed: another way of counting would only hide that.
  const isOne = !('problem' in solution) || solution.problem !== 'several';
  const nominal = isOne ? nominalOf(nets) : undefined;
  return {
    ...totals,
    ...(nominal && { nominal }),
    ...('rate' in solution ? { effective: solution.rate } : { problem: solution.problem }),
  };
}
