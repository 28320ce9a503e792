/**
 * What only the history shows. Everything here is level `verify`: a count does not say who called for whom, nor what
 * was agreed. There is no number for text messages in any of the texts, so they are never counted against one.
 */
import type { Knowledge } from '../knowledge/compiled';
import type { Lender, Role } from '../knowledge/vocabulary';
import type { ExplainedFinding } from '../screen/explain';
import { selectLaw } from '../screen/law';
import type { Candidate } from '../screen/types';
import { afterStop, type Contact, contactsOf } from './contacts';
import { type HistoryRule, textsOf } from './history-texts';
import { groups } from './timeline';
import type { Entry } from './types';

/** GB/T 45251-2025, 5.3: at most this many effective calls a day with one debtor. */
export const MOST_ANSWERED = 3;
/** China Banking Association guideline of 2026-01-30: preferably no more unanswered tries to one number a day. */
export const MOST_UNANSWERED = 6;

export interface HistoryDay {
  /** `YYYY-MM-DD`, China Standard Time. */
  readonly day: string;
  /** Contacts that the finding rests on. */
  readonly count: number;
}

/** Ready to be shown beside the findings of a message. */
export interface HistoryFinding extends ExplainedFinding {
  readonly rule: HistoryRule;
  readonly basis: 'history';
  /** Oldest first; on each of them the articles shown were in force. */
  readonly days: readonly HistoryDay[];
  /** Ids of the entries it rests on, oldest first. */
  readonly entries: readonly string[];
  /** The one number concerned, where it is about one. */
  readonly sender?: string;
}

/** A day on which a rule found something. */
interface Found {
  readonly day: string;
  readonly contacts: readonly Contact[];
  readonly sender?: string;
}

export interface Matter {
  readonly lender?: Lender;
  readonly role?: Role;
}

/**
 * Findings of a whole case, by date, each with its days, counts and the articles in force on those days; days under
 * different law are different findings.
 */
export function historyFindings(entries: Iterable<Entry>, matter: Matter, knowledge: Knowledge): HistoryFinding[] {
  const { contacts } = contactsOf(entries);
  const incoming = contacts.filter(({ direction }) => direction === 'in');
  const calls = (answered: boolean) => incoming.filter((each) => each.kind === 'call' && each.answered === answered);
  const found: [HistoryRule, readonly Found[]][] = [
    ['history-night', perDay(incoming.filter(({ night }) => night))],
    ['history-answered', perDay(calls(true)).filter(({ contacts: all }) => all.length > MOST_ANSWERED)],
    ['history-unanswered', perNumber(calls(false)).filter(({ contacts: all }) => all.length > MOST_UNANSWERED)],
    ['history-after-stop', perNumber(afterStop(contacts))],
  ];
  return found
    .flatMap(([rule, days]) => findingsOf(rule, days, matter, knowledge))
    .sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : Number(firstDay(a) > firstDay(b))));
}

const firstDay = ({ days }: HistoryFinding): string => days[0]?.day ?? '';

function perDay(contacts: readonly Contact[]): Found[] {
  return [...groups(contacts, ({ day }) => day)].map(([day, group]) => ({ day, contacts: group }));
}

/** By day and number; callers whose number is unknown may be many, so nothing is counted for them. */
function perNumber(contacts: readonly Contact[]): Found[] {
  const known = groups(
    contacts.filter(({ sender }) => sender !== undefined),
    ({ sender }) => sender,
  );
  return [...known].flatMap(([sender, group]) =>
    perDay(group).map((found) => ({ ...found, ...(sender !== undefined && { sender }) })),
  );
}

/** The texts that name the hours or the number; without one of them in force there is nothing to hold a day against. */
const LAW: Readonly<Record<HistoryRule, readonly string[]>> = {
  'history-night': ['zyx-hours', 'gb-hours', 'nifa-2024'],
  'history-answered': ['gb-freq-interactive'],
  'history-unanswered': ['zyx-freq'],
  'history-after-stop': ['mfd-1033-1'],
};
/** Needs repeated acts: a single message does not bring it in. */
const REPEATED = ['zhian-50-1-5', 'zhian-old-42-5', 'zhian-50-2'];
/** Who does not owe may say so and must then be left alone. */
const THIRD_PARTY = ['zyx-third', 'gb-who'];
const THIRD_PARTIES: readonly Role[] = ['family', 'not-me', 'other'];

function lawOf(rule: HistoryRule, repeated: boolean, role: Role | undefined): readonly string[] {
  if (rule !== 'history-after-stop') return LAW[rule];
  const third = role && THIRD_PARTIES.includes(role) ? THIRD_PARTY : [];
  return [...third, ...LAW[rule], ...(repeated ? REPEATED : [])];
}

function findingsOf(
  rule: HistoryRule,
  found: readonly Found[],
  { lender = 'unknown', role }: Matter,
  knowledge: Knowledge,
): HistoryFinding[] {
  const repeated = found.reduce((sum, { contacts }) => sum + contacts.length, 0) > 1;
  const candidate: Candidate = {
    source: 'facts',
    rule,
    category: 'harassment',
    level: 'verify',
    basis: 'history',
    law: lawOf(rule, repeated, role),
    despite: [],
  };
  const dated = found.map((each) => ({
    ...each,
    law: selectLaw(candidate, { lender, role: role ?? 'unsure' }, each.day, knowledge),
  }));
  const alike = groups(
    dated.filter(({ law }) => law.length),
    ({ law, sender }) => [sender ?? '', ...law].join(' '),
  );
  return [...alike.values()].map((group) => {
    const contacts = group.flatMap((each) => each.contacts);
    const { law = [], sender } = group[0] ?? {};
    return {
      rule,
      level: 'verify',
      basis: 'history',
      ...textsOf(rule, contacts.length, group.length, sender),
      ...(knowledge.categories.harassment && { category: knowledge.categories.harassment.name }),
      readerOnly: false,
      passages: [],
      law: law.flatMap((id) => knowledge.articles[id] ?? []),
      crimes: [],
      factLaw: [],
      days: group.map(({ day, contacts: { length } }) => ({ day, count: length })),
      entries: contacts.map(({ entry }) => entry),
      ...(sender !== undefined && { sender }),
    };
  });
}
