/** Amounts in yuan: exact decimals, never binary fractions. */
import Big from 'big.js';

/** Highest amount of one row, in yuan. */
export const MONEY_LIMIT = 1_000_000_000;

/**
 * Reads an amount as people write it: 12000, 12,000.50, ￥1200, 1200元, full-width digits.
 *
 * @returns nothing where it is no amount above zero with at most two decimals, or above {@link MONEY_LIMIT}
 */
export function readMoney(text: string): Big | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[¥\s]|人民币|元$/g, '')
    .replace(/^(\d{1,3})((?:,\d{3})+)(?=\.|$)/, (whole) => whole.replaceAll(',', ''));
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(plain)) return undefined;
  const amount = new Big(plain);
  return amount.gt(0) && amount.lte(MONEY_LIMIT) ? amount : undefined;
}

/** `12,345.60`; a minus sign in front where below zero. */
export function formatMoney(amount: Big): string {
  const [whole = '', cents] = amount.abs().toFixed(2).split('.');
  return `${amount.lt(0) ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** A share as per cent with two decimals: 0.1236 → `12.36 %`. */
export const formatPercent = (share: number): string => `${(share * 100).toFixed(2)} %`;
