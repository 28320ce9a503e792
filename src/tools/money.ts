/** Amounts in yuan: exact decimals, never binary fractions. */
import Big from 'big.js';

/** Highest amount of one row, in yuan. */
export const MONEY_LIMIT = 1_000_000_000;

/** Plain digits, or groups of three that one sign parts; a tab parts columns and never these. */
const AMOUNT = /^(?:人民币)? *¥? *(\d{1,10}|\d{1,3}([, ])\d{3}(?:\2\d{3})*)(\.\d{1,2})? *元? *(?:人民币)?$/;

/**
 * Reads an amount as people write it: 12000, 12,000.50, ￥1200, ￥1 200, 1200元, full-width digits.
 *
 * @returns nothing where it is no amount above zero with at most two decimals, or above {@link MONEY_LIMIT}
 */
export function readMoney(text: string): Big | undefined {
  const parts = AMOUNT.exec(text.normalize('NFKC').trim());
  if (!parts) return undefined;
  const [, whole = '', , cents = ''] = parts;
  const amount = new Big(whole.replace(/[, ]/g, '') + cents);
  return amount.gt(0) && amount.lte(MONEY_LIMIT) ? amount : undefined;
}

/** `12,345.60`; a minus sign in front where below zero. */
export function formatMoney(amount: Big): string {
  const [whole = '', cents] = amount.abs().toFixed(2).split('.');
  return `${amount.lt(0) ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** A share as per cent with two decimals: 0.1236 → `12.36 %`. What rounds to nothing has no sign. */
export const formatPercent = (share: number): string => `${(share * 100).toFixed(2).replace(/^-(?=[0.]+$)/, '')} %`;

/** A share to a tenth of a per cent: as exactly as a rate can be given that hangs on how days and months are counted. */
export const toTenth = (share: number): number => new Big(share).round(3).toNumber();

/** The same rate counted in several ways: `15.0 %`, or `12.0–12.1 %` where that shows. */
export function formatTenths(shares: readonly number[]): string {
  const sorted = [...shares].sort((a, b) => a - b).map((share) => (toTenth(share) * 100).toFixed(1));
  return `${[...new Set(sorted)].join('–')} %`;
}
