/** The events around a debt that the user lists. In memory only, like the loan. */
import { computed, signal } from '@preact/signals';
import { chinaDay } from '../../screen/clock';
import { isDay } from '../../tools/days';
import { type DebtEvent, type EventKind, timelineOf } from '../../tools/limitation';
import type { Said } from './fields';

export const EVENTS_LIMIT = 100;

/** The event being entered. */
export const entered = signal<DebtEvent>({ kind: 'due', day: '' });
export const events = signal<readonly DebtEvent[]>([]);
/** Lists before each event that came or went, the latest last. */
export const before = signal<readonly (readonly DebtEvent[])[]>([]);
export const timeline = computed(() => timelineOf(events.value));

function replace(list: readonly DebtEvent[]): void {
  before.value = [...before.value, events.value];
  events.value = list;
}

/** What an event is known by: none is listed twice. */
export const keyOf = ({ kind, day }: DebtEvent): string => `${kind} ${day}`;
const isSame = (a: DebtEvent, b: DebtEvent): boolean => a.kind === b.kind && a.day === b.day;
const mayLieAhead = (kind: EventKind): boolean => kind === 'due' || kind === 'lastInstalment';

function problemOf(event: DebtEvent): Said | undefined {
  if (!isDay(event.day)) return ['toolErrorDay'];
  if (!mayLieAhead(event.kind) && event.day > chinaDay(new Date())) return ['toolErrorFuture'];
  if (events.value.some((known) => isSame(known, event))) return ['toolErrorSame'];
  return events.value.length < EVENTS_LIMIT ? undefined : ['toolErrorEvents', EVENTS_LIMIT];
}

/** Adds the entered event. @returns what is wrong with it, nothing where it was added */
export function addEntered(): Said | undefined {
  const problem = problemOf(entered.value);
  if (problem) return problem;
  replace([...events.value, entered.value]);
  entered.value = { ...entered.value, day: '' };
  return undefined;
}

export function removeEvent(event: DebtEvent): void {
  replace(events.value.filter((known) => !isSame(known, event)));
}

export function undoEvents(): void {
  const last = before.value.at(-1);
  if (last) events.value = last;
  before.value = before.value.slice(0, -1);
}
