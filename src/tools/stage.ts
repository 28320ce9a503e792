/** How long a debt is overdue, and which stage of collection that commonly is. */
import { daysBetween } from './days';

/** Common practice of lenders, not a rule of law; every lender draws its own lines. */
export const STAGES = ['notDue', 'early', 'middle', 'late'] as const;
export type Stage = (typeof STAGES)[number];

const EARLY_DAYS = 30;
const MIDDLE_DAYS = 90;

export interface Overdue {
  /** Days after the due day: on the due day itself nothing is overdue. Below zero before it. */
  readonly days: number;
  readonly stage: Stage;
}

/** @param due last day on which payment is in time @param today the day it is looked at; both `YYYY-MM-DD` */
export function overdueOn(due: string, today: string): Overdue {
  const days = daysBetween(due, today);
  if (days <= 0) return { days, stage: 'notDue' };
  if (days <= EARLY_DAYS) return { days, stage: 'early' };
  return { days, stage: days <= MIDDLE_DAYS ? 'middle' : 'late' };
}
