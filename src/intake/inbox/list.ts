/** The filtered list of an inbox. */
import type { Category, Verdict } from '../../knowledge/vocabulary';
import type { Screening } from '../../screen';
import { readTime } from '../../screen/clock';
import { type HeldRow, senderOf } from './holding';

export interface Filter {
  /** As `normalizeSender` writes it. */
  readonly sender?: string;
  readonly category?: Category;
  readonly verdict?: Verdict;
  /** Days `YYYY-MM-DD`; what has no time then stays out. */
  readonly from?: string;
  readonly to?: string;
  /** All of these, parted by blanks, stand in the text; capitals do not matter. */
  readonly words?: string;
}

/** A line of the list. */
export interface Item {
  readonly id: string;
  readonly kind: 'message' | 'call';
  readonly direction: 'in' | 'out';
  readonly sender: string;
  readonly name?: string;
  readonly at?: string;
  readonly call?: { readonly answered: boolean; readonly seconds?: number };
  /** Absent for calls, for the keeper's own messages, and while it was not screened. */
  readonly verdict?: Verdict;
  readonly categories: readonly Category[];
  readonly beginning: string;
}

const BEGINNING = 160;

/** Categories of what a screening found, lawful pressure left out. */
export function categoriesOf(screening: Screening | undefined): readonly Category[] {
  const named = screening?.findings.flatMap(({ level, category }) => (level === 'lawful' ? [] : (category ?? [])));
  return [...new Set(named)];
}

/** @returns the rows that pass, newest first; what has no time comes last */
export function listed(
  rows: readonly HeldRow[],
  { sender, category, verdict, from, to, words = '' }: Filter,
  screeningOf: (row: HeldRow) => Screening | undefined,
): HeldRow[] {
  const wanted = fold(words).split(/\s+/u).filter(Boolean);
  const passes = (row: HeldRow): boolean => {
    if (sender !== undefined && senderOf(row) !== sender) return false;
    if (verdict && screeningOf(row)?.verdict !== verdict) return false;
    if (category && !categoriesOf(screeningOf(row)).includes(category)) return false;
    if (from || to) {
      const day = row.content.at && readTime(row.content.at).day;
      if (!day || (from && day < from) || (to && day > to)) return false;
    }
    if (!wanted.length) return true;
    const text = fold(row.content.text);
    return wanted.every((word) => text.includes(word));
  };
  return rows.filter(passes).sort(newestFirst);
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

function newestFirst({ content: a }: HeldRow, { content: b }: HeldRow): number {
  const [first, second] = [a.at ?? '', b.at ?? ''];
  return first < second ? 1 : first > second ? -1 : 0;
}

/** By time; what has none comes last. */
export function oldestFirst({ content: a }: HeldRow, { content: b }: HeldRow): number {
  const [first, second] = [a.at ?? '9999', b.at ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** @param name what the phone calls the sender */
export function itemOf(row: HeldRow, name: string | undefined, screening: Screening | undefined): Item {
  const { kind, direction, at, call, text } = row.content;
  return {
    id: row.id,
    kind,
    direction,
    sender: senderOf(row),
    categories: categoriesOf(screening),
    beginning: text.slice(0, BEGINNING),
    ...(name !== undefined && { name }),
    ...(at !== undefined && { at }),
    ...(call && { call }),
    ...(screening && { verdict: screening.verdict }),
  };
}
