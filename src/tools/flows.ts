/** The money of a loan as the user lists it: rows typed by hand, filled in by a rule, or pasted. */
import type Big from 'big.js';
import { isDay, plusMonths, readDay } from './days';
import { readMoney } from './money';

export const FLOW_KINDS = ['received', 'repaid'] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

/** A row as typed. */
export interface Row {
  readonly kind: FlowKind;
  readonly day: string;
  readonly amount: string;
}

export interface Flow {
  readonly kind: FlowKind;
  readonly day: string;
  /** Yuan, above zero. */
  readonly amount: Big;
}

/** Most rows of a loan: thirty years of monthly instalments and as much again. */
export const ROWS_LIMIT = 720;

export type RowProblem = 'day' | 'amount' | 'both';

export interface ReadRows {
  readonly flows: readonly Flow[];
  /** What is wrong, by index of the row. */
  readonly problems: ReadonlyMap<number, RowProblem>;
}

/** Reads typed rows; a row in which nothing was typed yet is passed over. */
export function readRows(rows: readonly Row[]): ReadRows {
  const flows: Flow[] = [];
  const problems = new Map<number, RowProblem>();
  rows.forEach(({ kind, day, amount: typed }, index) => {
    if (!day && !typed.trim()) return;
    const amount = readMoney(typed);
    if (isDay(day) && amount) flows.push({ kind, day, amount });
    else problems.set(index, isDay(day) ? 'amount' : amount ? 'day' : 'both');
  });
  return { flows, problems };
}

/** Equal monthly instalments, the first on `day`; months that are too short get their last day. */
export function monthlyRows(count: number, amount: string, day: string): Row[] {
  return Array.from({ length: count }, (_, month) => ({ kind: 'repaid', day: plusMonths(day, month), amount }));
}

export interface Pasted {
  readonly rows: readonly Row[];
  /** Numbers of the lines that could not be read, from 1. */
  readonly bad: readonly number[];
}

/** In front of digits it says that an amount begins there, and no other column. */
const MARK = /^(?:¥|人民币)/;

/**
 * Reads lines of day and amount, parted by blanks, tabs or commas. A sign decides the kind: `+` came in, `-` went out.
 *
 * @param kind of lines without a sign
 */
export function readPasted(text: string, kind: FlowKind): Pasted {
  const rows: Row[] = [];
  const bad: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (!line.trim()) return;
    const row = readLine(line, kind);
    if (row) rows.push(row);
    else bad.push(index + 1);
  });
  return { rows, bad };
}

/**
 * A line of more columns than two is not read: glued together, the number of an instalment or the interest beside the
 * principal would make another amount. Groups of three that are parted like columns count only behind a mark of money.
 */
function readLine(line: string, kind: FlowKind): Row | undefined {
  const parts = /^([\d年月日/.-]+)([\s,;]+)([+-])?\s*(.+)$/.exec(line.normalize('NFKC').replaceAll('−', '-').trim());
  const [, first = '', parting = '', sign, rest = ''] = parts ?? [];
  const day = readDay(first);
  const amount = rest.trim();
  const isGlued = (/\d\s+\d/.test(amount) || (parting.includes(',') && /\d,\d/.test(amount))) && !MARK.test(amount);
  if (!day || !readMoney(amount) || isGlued) return undefined;
  return { kind: sign ? (sign === '+' ? 'received' : 'repaid') : kind, day, amount };
}
