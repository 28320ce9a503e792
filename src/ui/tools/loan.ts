/** The loan the user lists. It lives in memory only: switching views keeps it, closing the page forgets it. */
import { computed, signal } from '@preact/signals';
import { ROWS_LIMIT, type Row, readRows } from '../../tools/flows';
import { rateOf } from '../../tools/rate';
import type { Said } from './fields';

/** A row of the list; the number keeps its fields together while others come and go. */
export interface Entry extends Row {
  readonly id: number;
}

/** Most steps that can be taken back. */
const STEPS_LIMIT = 50;

let lastId = 0;
const entryOf = (row: Row): Entry => {
  lastId += 1;
  return { ...row, id: lastId };
};
const blank = (): Entry[] => [
  entryOf({ kind: 'received', day: '', amount: '' }),
  entryOf({ kind: 'repaid', day: '', amount: '' }),
];
const isBlank = ({ day, amount }: Row): boolean => !day && !amount.trim();

export const entries = signal<readonly Entry[]>(blank());
/** Lists before each row that came or went, the latest last. */
export const history = signal<readonly (readonly Entry[])[]>([]);
/** Whether the user asked for the result: from then on it follows every change, with what is wrong. */
export const isAsked = signal(false);

export const reading = computed(() => readRows(entries.value));
export const loan = computed(() => rateOf(reading.value.flows));
/** Whether there is a result to show: of a list read only in part it would be that of another loan. */
export const isShown = computed(() => isAsked.value && !reading.value.problems.size);

function replace(rows: readonly Entry[]): void {
  history.value = [...history.value, entries.value].slice(-STEPS_LIMIT);
  entries.value = rows;
}

export function change(id: number, part: Partial<Row>): void {
  entries.value = entries.value.map((entry) => (entry.id === id ? { ...entry, ...part } : entry));
  // What is typed from here on would be lost by going back.
  history.value = [];
}

/** Adds rows, in place of the blank ones. @returns what went wrong, nothing where they were added */
export function add(rows: readonly Row[]): Said | undefined {
  const filled = entries.value.filter((entry) => !isBlank(entry));
  if (filled.length + rows.length > ROWS_LIMIT) {
    return ['toolErrorTooMany', ROWS_LIMIT, filled.length, rows.length];
  }
  // A loan starts with what was received; that row stays where nothing else says it.
  const needsStart = ![...filled, ...rows].some(({ kind }) => kind === 'received');
  replace([...(needsStart ? blank().slice(0, 1) : []), ...filled, ...rows.map(entryOf)]);
  return undefined;
}

/** Adds an empty row. @returns its number; nothing where the list is full */
export function addBlank(): number | undefined {
  if (entries.value.length >= ROWS_LIMIT) return undefined;
  const entry = entryOf({ kind: 'repaid', day: '', amount: '' });
  replace([...entries.value, entry]);
  return entry.id;
}

export function remove(id: number): void {
  replace(entries.value.filter((entry) => entry.id !== id));
}

export function clear(): void {
  replace(blank());
  isAsked.value = false;
}

export function undo(): void {
  const before = history.value.at(-1);
  if (before) entries.value = before;
  history.value = history.value.slice(0, -1);
}
