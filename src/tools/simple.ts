/**
 * The yearly rate without interest on interest, of any order of receipts and payments. Every payment counts against the
 * interest that has accrued, and what is left of it against the principal; interest that is not paid bears none. That
 * order is an assumption, said to the reader: a contract or a court may take another.
 *
 * Of instalments that always cover their interest this is twelve times the monthly rate; of a single repayment it is the
 * gain by the time it took.
 */

/** What moves at one time, seen by the borrower: above zero came in, below zero went out. */
export interface Moved {
  /** Since the first. */
  readonly years: number;
  readonly amount: number;
}

export interface SimpleRate {
  /** As a share: 0.12 is 12 %. */
  readonly rate: number;
  /** Each payment paid all interest there was. */
  readonly isCovered: boolean;
}

/** Share of all money by which a balance may miss zero: rounding of floating point. */
const TOLERANCE = 1e-9;
/** Halvings after which no number lies between the bounds any more. */
const HALVINGS = 200;

interface Balance {
  /** Principal and interest that are left; below zero where too much was paid. */
  readonly left: number;
  /** Least that was left at any time. */
  readonly least: number;
  /** Most interest that a payment left unpaid. */
  readonly unpaid: number;
}

function balanceAt(flows: readonly Moved[], rate: number): Balance {
  let [principal, interest, before, least, unpaid] = [0, 0, 0, 0, 0];
  for (const { years, amount } of flows) {
    // What was paid too much earns nothing.
    interest += Math.max(principal, 0) * rate * (years - before);
    before = years;
    if (amount > 0) principal += amount;
    else {
      const toInterest = Math.min(interest, -amount);
      interest -= toInterest;
      principal += amount + toInterest;
      unpaid = Math.max(unpaid, interest);
    }
    least = Math.min(least, principal + interest);
  }
  return { left: principal + interest, least, unpaid };
}

/**
 * The rate at which nothing is left after the last payment. A higher rate always leaves more, so there is exactly one.
 *
 * @param flows in order of time, each at another; the first above zero, and no more came in than went out
 * @returns nothing where at that rate more was paid in between than was owed: then these are several loans
 */
export function simpleRate(flows: readonly Moved[]): SimpleRate | undefined {
  const [first, second] = flows;
  if (!first || !second) return undefined;
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const paid = -sum(flows.map(({ amount }) => Math.min(amount, 0)));
  const tolerance = TOLERANCE * sum(flows.map(({ amount }) => Math.abs(amount)));
  // At the upper bound the interest up to the second flow alone is as much as all that was paid.
  let [low, high] = [0, paid / (first.amount * second.years)];
  if (balanceAt(flows, 0).left >= -tolerance) high = 0;
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    if (balanceAt(flows, middle).left > 0) high = middle;
    else low = middle;
  }
  const { least, unpaid } = balanceAt(flows, high);
  return least < -tolerance ? undefined : { rate: high, isCovered: unpaid <= tolerance };
}
