/** Figures of a case: how often, by whom, when. They only count; what a count may mean is said in `history.ts`. */
import { afterStop, type Contact, contactsOf, type Dated } from './contacts';

/** What came in. What the keeper sent or dialled is not counted. */
export interface Counts {
  readonly messages: number;
  readonly answered: number;
  /** Calls that were not answered; with a sender, tries from that one number. */
  readonly unanswered: number;
  /** Calls of which their source does not say whether they were answered. */
  readonly unrecorded: number;
  /** Messages and calls between 22:00 and 8:00, among those whose hour is known. */
  readonly night: number;
}

/** Counts of one day (`YYYY-MM-DD`), or of the week that begins on this Monday. */
export interface Period extends Counts {
  readonly from: string;
}

export interface Figures extends Counts {
  /** First and last day with a contact. */
  readonly first: string;
  readonly last: string;
  /** Periods with a contact, oldest first. */
  readonly days: readonly Period[];
  readonly weeks: readonly Period[];
  /** Came although the same sender had been asked to stop. */
  readonly afterStop: number;
}

export interface SenderFigures extends Figures {
  /** Absent for those whose sender is unknown, who may be many. */
  readonly sender?: string;
}

export interface Timeline {
  /** Absent where nothing dated came in. */
  readonly all?: Figures;
  /** Most contacts first. */
  readonly senders: readonly SenderFigures[];
  /** Entries without a day that can be read; they are in no figure. */
  readonly undated: number;
}

/** Days and weeks are those of China Standard Time. */
export function timeline(entries: Iterable<Dated>): Timeline {
  const { contacts, undated } = contactsOf(entries);
  const late = new Set(afterStop(contacts));
  const incoming = contacts.filter(({ direction }) => direction === 'in');
  const all = figures(incoming, late);
  const senders = [...groups(incoming, ({ sender }) => sender)].flatMap(([sender, group]) => {
    const own = figures(group, late);
    return own ? { ...own, ...(sender !== undefined && { sender }) } : [];
  });
  return { ...(all && { all }), senders: senders.sort((a, b) => total(b) - total(a)), undated };
}

/** Messages and calls together. */
export const total = ({ messages, answered, unanswered, unrecorded }: Counts): number =>
  messages + answered + unanswered + unrecorded;

function figures(contacts: readonly Contact[], late: ReadonlySet<Contact>): Figures | undefined {
  const [first, last] = [contacts[0], contacts.at(-1)];
  if (!first || !last) return undefined;
  return {
    ...count(contacts),
    first: first.day,
    last: last.day,
    days: periods(contacts, ({ day }) => day),
    weeks: periods(contacts, ({ day }) => mondayOf(day)),
    afterStop: contacts.filter((contact) => late.has(contact)).length,
  };
}

function count(contacts: readonly Contact[]): Counts {
  const calls = (answered: boolean | undefined) =>
    contacts.filter((each) => each.kind === 'call' && each.answered === answered);
  return {
    messages: contacts.filter(({ kind }) => kind === 'message').length,
    answered: calls(true).length,
    unanswered: calls(false).length,
    unrecorded: calls(undefined).length,
    night: contacts.filter(({ night }) => night).length,
  };
}

function periods(contacts: readonly Contact[], key: (contact: Contact) => string): Period[] {
  return [...groups(contacts, key)].map(([from, group]) => ({ from, ...count(group) }));
}

/** In the order of their first member. */
export function groups<T, K>(list: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const item of list) {
    const group = found.get(key(item));
    if (group) group.push(item);
    else found.set(key(item), [item]);
  }
  return found;
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
