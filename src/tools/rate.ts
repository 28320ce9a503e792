/** What a loan cost a year, from the money that really moved. Formulas and limits: docs/tools.md. */
import Big from 'big.js';
import { daysBetween, plusMonths } from './days';
import type { Flow } from './flows';
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

/** A rate without interest on interest: twelve times the monthly one, or of a single repayment by its days. */
export interface Nominal {
  readonly kind: 'monthly' | 'simple';
  readonly rate: number;
}

export interface LoanRate {
  readonly received: Big;
  readonly repaid: Big;
  /** What was repaid beyond what was received; below zero where less is listed. */
  readonly cost: Big;
  /** Days from the first to the last flow. */
  readonly days: number;
  /** Effective annual rate (XIRR, year of 365 days) as a share: 0.12 is 12 %. Absent where there is a problem. */
  readonly effective?: number;
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

const toNets = (nets: readonly DayNet[], at: (day: string, index: number) => number): Net[] =>
  nets.map(({ day, amount }, index) => ({ at: at(day, index), amount: amount.toNumber() }));

/** Only where all money came at once and is repaid in one piece or month by month. */
function nominalOf(nets: readonly DayNet[], solver?: Solver): Nominal | undefined {
  const [first, ...rest] = nets;
  const last = rest.at(-1);
  if (!first || !last || rest.some(({ amount }) => amount.gt(0))) return undefined;
  if (rest.length === 1) {
    const gain = last.amount.abs().div(first.amount).minus(1).toNumber();
    return { kind: 'simple', rate: (gain * DAYS_A_YEAR) / daysBetween(first.day, last.day) };
  }
  const isMonthly = rest.every(
    ({ day }, index) => Math.abs(daysBetween(plusMonths(first.day, index + 1), day)) <= MONTHLY_SLACK_DAYS,
  );
  if (!isMonthly) return undefined;
  // With one year for every month the solution is the rate of a month.
  const solution = solveRate(
    toNets(nets, (_day, month) => month * DAYS_A_YEAR),
    solver,
  );
  return 'rate' in solution ? { kind: 'monthly', rate: solution.rate * 12 } : undefined;
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
    toNets(nets, (day) => daysBetween(EPOCH, day)),
    solver,
  );
  const nominal = nominalOf(nets, solver);
  return {
    ...totals,
    ...(nominal && { nominal }),
    ...('rate' in solution ? { effective: solution.rate } : { problem: solution.problem }),
  };
}
