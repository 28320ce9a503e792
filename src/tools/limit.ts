/**
 * The limit up to which courts protect interest of private loans: four times the one-year LPR at the time of the
 * contract. Source: 民间借贷司法解释（2020年第二次修正） articles 25, 28 and 29 (mj-25, mj-28, mj-29); whom it does not
 * bind: article 1 and the reply of 2020 (mj-1, mj-pf).
 */
import Big from 'big.js';
import type { LprTable } from '../knowledge/lpr-schema';
import { plusMonths } from './days';

/** Contracts made before this day fall under transitional rules; nothing is computed for them. */
export const RULE_FROM = '2020-08-20';
const TIMES = 4;
/** A quote holds at least until the 20th of the next month, when the next one is due. */
const QUOTE_DAY = '20';
const HIGHEST_LPR = 20;

/** One reading of the limit; all figures in per cent a year. */
export interface Limit {
  readonly lpr: string;
  readonly limit: string;
  /** Day of publication; absent where the user typed the figure. */
  readonly published?: string;
}

export type PrivateLimit =
  /** Too old for one rule. */
  | { readonly kind: 'before' }
  /** The figure of that month is not in the table: it has to be typed. */
  | { readonly kind: 'ask' }
  /** What was typed is no such figure. */
  | { readonly kind: 'badRate' }
  | {
      readonly kind: 'limit';
      readonly limit: Limit;
      /** The quote of the same month, where it came after the contract and is another one. */
      readonly later?: Limit;
    };

/** Reads a rate in per cent as typed: 3, 3.0, 3.45%. Nothing where it is none between 0 and 20. */
export function readRate(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').replace(/[%\s]/g, '');
  if (!/^\d{1,2}(\.\d{1,4})?$/.test(plain)) return undefined;
  const rate = new Big(plain);
  return rate.gt(0) && rate.lte(HIGHEST_LPR) ? rate.toFixed(Math.max(2, plain.split('.')[1]?.length ?? 0)) : undefined;
}

const limitOf = (lpr: string, published?: string): Limit => ({
  lpr,
  limit: new Big(lpr).times(TIMES).toFixed(2),
  ...(published && { published }),
});

/**
 * @param contract day on which the contract was made, `YYYY-MM-DD`
 * @param typed the one-year LPR in per cent as the user typed it; used only where the table knows none
 */
export function privateLimit(contract: string, typed: string, table: LprTable): PrivateLimit {
  if (contract < RULE_FROM) return { kind: 'before' };
  const last = table.quotes.at(-1) as LprTable['quotes'][number];
  const nextDue = `${plusMonths(last.day, 1).slice(0, 8)}${QUOTE_DAY}`;
  if (contract >= nextDue) {
    if (!typed.trim()) return { kind: 'ask' };
    const rate = readRate(typed);
    return rate ? { kind: 'limit', limit: limitOf(rate) } : { kind: 'badRate' };
  }
  const quote = table.quotes.findLast(({ day }) => day <= contract) as typeof last;
  const later = table.quotes.find(
    ({ day, rate }) => day > contract && day.startsWith(contract.slice(0, 7)) && rate !== quote.rate,
  );
  return {
    kind: 'limit',
    limit: limitOf(quote.rate, quote.day),
    ...(later && { later: limitOf(later.rate, later.day) }),
  };
}

/** Where the computed rates of a loan lie: all above the line, none, or it depends on which way of counting is taken. */
export type Standing = 'above' | 'within' | 'depends';

/**
 * Says nothing of a court: it needs the rate with and without interest on interest, because one alone may lie on the
 * other side of the line.
 *
 * @param rates as shares (0.12 is 12 %), each counted in its own way
 * @param limits in per cent
 */
export function standingOf(rates: readonly number[], limits: readonly Limit[]): Standing {
  const above = rates.flatMap((rate) => limits.map(({ limit }) => new Big(rate).times(100).round(2).gt(limit)));
  if (above.every(Boolean)) return 'above';
  return above.some(Boolean) ? 'depends' : 'within';
}
