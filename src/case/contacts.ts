/** Entries as events: when, by whom, and in which way. Times are China Standard Time. */
import { nightContact } from '../screen/clock';
import { normalizeSender } from './sender';
import { instantOf, plausible } from './times';
import { type Content, current, type Entry } from './types';

/** All that figures need of an entry. */
export type Dated = Pick<Entry, 'id' | 'revisions'>;

export interface Contact {
  readonly entry: string;
  readonly kind: Content['kind'];
  readonly direction: Content['direction'];
  /** The other side as {@link normalizeSender} writes it; absent where the number is unknown or withheld. */
  readonly sender?: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Milliseconds since 1970; absent where only the day is known. */
  readonly instant?: number;
  /** Between 22:00 and 8:00; never where only the day is known. */
  readonly night: boolean;
  /** Only of calls whose source says it. */
  readonly answered?: boolean;
  readonly stop: boolean;
}

/** Contacts with a day, oldest first, and how many entries have none. */
export function contactsOf(entries: Iterable<Dated>): {
  readonly contacts: readonly Contact[];
  readonly undated: number;
} {
  const contacts: Contact[] = [];
  let undated = 0;
  for (const entry of entries) {
    const contact = contactOf(entry);
    if (contact) contacts.push(contact);
    else undated++;
  }
  const key = ({ day, instant }: Contact) => instant ?? instantOf(day);
  return { contacts: contacts.sort((a, b) => key(a) - key(b)), undated };
}

function contactOf(entry: Dated): Contact | undefined {
  const { kind, direction, sender, at, call, stop } = current(entry);
  const time = plausible(at);
  if (!time) return undefined;
  const named = normalizeSender(sender);
  return {
    entry: entry.id,
    kind,
    direction,
    day: time.day,
    night: nightContact(time) !== undefined,
    stop: direction === 'out' && stop === true,
    ...(named !== undefined && { sender: named }),
    ...(time.minutes !== undefined && { instant: instantOf(at) }),
    ...(call && { answered: call.answered }),
  };
}

/** Whether `b` is surely later than `a`: on one day both need their hour. */
function isLater(a: Contact, b: Contact): boolean {
  if (a.instant !== undefined && b.instant !== undefined) return b.instant > a.instant;
  return b.day > a.day;
}

/** What still came from a sender after the keeper asked this sender to stop, oldest first. */
export function afterStop(contacts: readonly Contact[]): Contact[] {
  const asked = contacts.filter(({ stop, sender }) => stop && sender !== undefined);
  return contacts.filter(
    (contact) =>
      contact.direction === 'in' && asked.some((stop) => stop.sender === contact.sender && isLater(stop, contact)),
  );
}
