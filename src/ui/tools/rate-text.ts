/** How the result of the rate calculator is worded: shared by the page and by the copied text. */

import { formatMoney, formatPercent, formatTenths } from '../../tools/money';
import type { LoanRate } from '../../tools/rate';
import { t } from '../i18n';
import { comparisonLines } from './compare';
import { loan } from './loan';

/** A rate, and in one line how it is counted. */
export function rateLines({ effective, nominal }: LoanRate): { readonly rate: string; readonly note: string }[] {
  const lines = [];
  if (effective !== undefined) {
    lines.push({ rate: t('toolRateEffective', formatPercent(effective)), note: t('toolRateEffectiveNote') });
  }
  if (nominal?.kind === 'monthly') {
    lines.push({ rate: t('toolRateMonthly', formatPercent(nominal.rate)), note: t('toolRateMonthlyNote') });
  }
  if (nominal?.kind === 'simple') {
    lines.push({
      rate: t('toolRateSimple', formatTenths([nominal.rate, nominal.byMonths])),
      note: t('toolRateSimpleNote'),
    });
  }
  return lines;
}

/** The sums, each with its name. */
export function sums({ received, repaid, cost, days }: LoanRate): (readonly [string, string])[] {
  return [
    [t('toolRateReceived'), t('toolYuan', formatMoney(received))],
    [t('toolRateRepaid'), t('toolYuan', formatMoney(repaid))],
    [t('toolRateCost'), t('toolYuan', formatMoney(cost))],
    [t('toolRateDays'), t('toolDays', days)],
  ];
}

export const uncertainties = (): string[] => [
  t('toolRateMethod'),
  t('toolUncertain_rounding'),
  t('toolUncertain_days'),
  t('toolUncertain_fees'),
];

/** The whole result as text. */
export function rateText(): string {
  const { problem } = loan.value;
  return [
    t('tool_rate'),
    ...(problem ? [t(`toolRateProblem_${problem}`)] : []),
    ...rateLines(loan.value).flatMap(({ rate, note }) => [rate, note]),
    ...sums(loan.value).map(([name, value]) => `${name}: ${value}`),
    '',
    ...uncertainties(),
    '',
    ...comparisonLines(),
    '',
    t('notAdvice'),
  ].join('\n');
}
