/** What the rules say about the loan: which line applies to whom, and where the computed rates lie. */
import { computed, signal } from '@preact/signals';
import { lprTable } from '../../knowledge/lpr';
import { isDay } from '../../tools/days';
import { type Limit, privateLimit, standingOf } from '../../tools/limit';
import { toTenth } from '../../tools/money';
import type { LoanRate } from '../../tools/rate';
import { HIGHEST } from '../../tools/solve';
import { t } from '../i18n';
import { isShown, loan } from './loan';

export const LENDER_SIDES = ['unsure', 'private', 'licensed'] as const;
export type LenderSide = (typeof LENDER_SIDES)[number];

export const lenderSide = signal<LenderSide>('unsure');
export const contract = signal('');
export const typedLpr = signal('');

/** Four times the LPR for the contract; nothing before its day is known. */
export const privateLine = computed(() =>
  isDay(contract.value) ? privateLimit(contract.value, typedLpr.value, lprTable) : undefined,
);

export const RULES: Record<LenderSide, readonly string[]> = {
  unsure: ['mj-1', 'mj-pf', 'mj-25', 'mfd-670', 'mfd-680', 'mfd-585'],
  private: ['mj-25', 'mj-28', 'mj-29', 'mfd-670', 'mfd-680', 'mj-13', 'mj-1', 'mj-pf'],
  licensed: ['mj-1', 'mj-pf', 'zhcb-2026', 'xdcb-2025', 'mfd-585', 'mfd-670', 'mfd-680'],
};

const limitLine = ({ lpr, limit, published }: Limit): string =>
  published ? t('toolLimitKnown', lpr, limit, published) : t('toolLimitTyped', lpr, limit);

/** The rates without interest on interest, as exactly as they are shown. */
const simpleRates = ({ nominal }: LoanRate): number[] => {
  if (!nominal) return [];
  return nominal.kind === 'monthly' ? [nominal.rate] : [nominal.rate, nominal.byMonths].map(toTenth);
};

/** Where the rates that are shown lie, with and without interest on interest, against every reading of the line. */
function standingLine(limits: readonly Limit[]): string {
  const { effective, problem } = loan.value;
  // Above the highest rate that is given as a number, it is above every line.
  const compound = isShown.value ? (problem === 'tooHigh' ? HIGHEST : effective) : undefined;
  const simple = isShown.value ? simpleRates(loan.value) : [];
  if (compound === undefined && !simple.length) return t('toolStanding_none');
  if (compound === undefined || !simple.length) return t('toolStanding_one');
  return t(`toolStanding_${standingOf([compound, ...simple], limits)}`);
}

function privateLines(): string[] {
  const line = privateLine.value;
  const rule = t('toolPrivateRule');
  if (!line) return [t('toolContractNeeded'), rule];
  if (line.kind === 'before') return [t('toolContractBefore')];
  if (line.kind !== 'limit') return [t('toolLprAsk', lprTable.through), rule];
  const { limit, later } = line;
  return [
    limitLine(limit),
    ...(later?.published ? [t('toolLimitLater', later.lpr, later.limit, later.published)] : []),
    standingLine(later ? [limit, later] : [limit]),
    rule,
  ];
}

const licensedLines = (): string[] => [
  t('toolLicensedRule_scope'),
  t('toolLicensedRule_figures'),
  t('toolLicensedRule_table'),
];

/** The comparison in sentences, for the page and for the copied text. */
export function comparisonLines(): string[] {
  if (lenderSide.value === 'private') return privateLines();
  if (lenderSide.value === 'licensed') return licensedLines();
  return [t('toolUnsureRule'), t('toolPrivateRule'), ...licensedLines()];
}

export const questions = (): string[] => [t('toolAsk_method'), t('toolAsk_deducted'), t('toolAsk_paid')];
