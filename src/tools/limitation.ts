/**
 * What the events around a debt may do to the limitation period of three years. No verdict: whether an event counts is
 * for a court, and the creditor may know events that are not listed. Sources: 民法典 188, 189, 192, 195; 诉讼时效司法解释
 * 8, 14, 19 (ids below). What is left out on purpose: docs/tools.md.
 */
import { daysBetween, plusDays, plusYears } from './days';

/** Events before this day fall under the older law with two years and its transition; nothing is computed then. */
export const THREE_YEARS_FROM = '2017-10-01';
const YEARS = 3;
/** Up to this many days after the last day, the way of counting and holidays may decide. */
const CLOSE_DAYS = 10;

export const EVENT_KINDS = [
  'due',
  'lastInstalment',
  'demand',
  'call',
  'promise',
  'payment',
  'signed',
  'suit',
  'paymentOrder',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface DebtEvent {
  readonly kind: EventKind;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

export type Effect =
  | 'start'
  /** A due day that is not the one the period is counted from. */
  | 'otherStart'
  /** Before the due day: the period had not begun. */
  | 'early'
  | 'interrupt'
  /**
   * A case was filed: the period starts anew only when it is over. Before the due day, too: the whole may have been called
   * due for it.
   */
  | 'case'
  /** So near to the last day that the way of counting decides. */
  | 'close'
  | 'nothingAfter'
  /** Filed after the period: the defence may be raised there. */
  | 'caseAfter'
  | 'revive'
  /** After something that a lawyer has to look at first. */
  | 'open'
  | 'oldLaw';

/** Why no day is given. */
export type Unknown = 'noStart' | 'oldLaw' | 'case' | 'close' | 'revive';

export interface TimelineEntry extends DebtEvent {
  readonly effect: Effect;
  /** Ids of articles. */
  readonly law: readonly string[];
}

export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** The last day of three years after the last start, if nothing else happened. */
  readonly lastDay?: string;
  /** The day after {@link lastDay}: the earliest on which the period might have run. */
  readonly earliest?: string;
  readonly unknown?: Unknown;
}

const AGREEMENT = ['mfd-195', 'ss-14'];
const AFTERWARDS = ['mfd-192', 'ss-14', 'ss-19'];
const INTERRUPTS: Record<Exclude<EventKind, 'due' | 'lastInstalment'>, readonly string[]> = {
  demand: ['mfd-195', 'ss-8'],
  call: ['mfd-195'],
  promise: AGREEMENT,
  payment: AGREEMENT,
  signed: AGREEMENT,
  suit: ['mfd-195'],
  paymentOrder: ['mfd-195'],
};
type OtherKind = keyof typeof INTERRUPTS;

const isCase = (kind: EventKind): boolean => kind === 'suit' || kind === 'paymentOrder';
const isAgreement = (kind: EventKind): boolean => kind === 'promise' || kind === 'payment' || kind === 'signed';
const isStart = (kind: EventKind): kind is 'due' | 'lastInstalment' => kind === 'due' || kind === 'lastInstalment';

/** Where several due days are listed, the last instalment counts, and of several the latest. */
function startOf(events: readonly DebtEvent[]): DebtEvent | undefined {
  const latest = (kind: EventKind) => events.filter((event) => event.kind === kind).at(-1);
  return latest('lastInstalment') ?? latest('due');
}

/** What an event does that happens while, or after, a period runs whose last day is known. */
function effectOf(kind: OtherKind, day: string, lastDay: string): Pick<TimelineEntry, 'effect' | 'law'> {
  if (day <= lastDay) return { effect: isCase(kind) ? 'case' : 'interrupt', law: INTERRUPTS[kind] };
  if (daysBetween(lastDay, day) <= CLOSE_DAYS)
    return { effect: 'close', law: [...new Set([...INTERRUPTS[kind], 'mfd-192'])] };
  if (isAgreement(kind)) return { effect: 'revive', law: AFTERWARDS };
  return { effect: isCase(kind) ? 'caseAfter' : 'nothingAfter', law: ['mfd-192'] };
}

/** @param events in any order, at days that exist */
export function timelineOf(events: readonly DebtEvent[]): Timeline {
  const ordered = [...events].sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  if (ordered.some(({ day }) => day < THREE_YEARS_FROM)) {
    const entries = ordered.map(
      (event): TimelineEntry => ({
        ...event,
        effect: event.day < THREE_YEARS_FROM ? 'oldLaw' : 'open',
        law: [],
      }),
    );
    return { entries, unknown: 'oldLaw' };
  }
  const start = startOf(ordered);
  if (!start) return { entries: ordered.map((event) => ({ ...event, effect: 'open', law: [] })), unknown: 'noStart' };

  const startLaw = start.kind === 'lastInstalment' ? ['mfd-189', 'mfd-188'] : ['mfd-188'];
  let lastDay = plusYears(start.day, YEARS);
  let unknown: Unknown | undefined;
  const entries = ordered.map((event): TimelineEntry => {
    const { kind, day } = event;
    if (isStart(kind)) return { ...event, effect: event === start ? 'start' : 'otherStart', law: startLaw };
    if (unknown) return { ...event, effect: 'open', law: [] };
    if (day < start.day && !isCase(kind)) return { ...event, effect: 'early', law: startLaw };
    const outcome = effectOf(kind, day, lastDay);
    if (outcome.effect === 'interrupt') lastDay = plusYears(day, YEARS);
    if (outcome.effect === 'case' || outcome.effect === 'close' || outcome.effect === 'revive')
      unknown = outcome.effect;
    return { ...event, ...outcome };
  });
  return unknown ? { entries, unknown } : { entries, lastDay, earliest: plusDays(lastDay, 1) };
}
