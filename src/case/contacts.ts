/** Entries as events: when, by whom, and in which way. Times are China Standard Time. */
import { nightContact, readTime } from '../screen/clock';
import { type Content, current, type Entry } from './types';

/** All that figures need of an entry. */
export type Dated = Pick<Entry, 'id' | 'revisions'>;

export interface Contact {
  readonly entry: string;
  readonly kind: Content['kind'];
  readonly direction: Content['direction'];
  /** {@link senderKey} of the other side; absent where unknown. */
  readonly sender?: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Milliseconds since 1970; absent where only the day is known. */
  readonly instant?: number;
  /** Between 22:00 and 8:00; never where only the day is known. */
  readonly night: boolean;
  /** Only of calls. */
  readonly answered?: boolean;
  readonly stop: boolean;
}

/** One way of writing a number or name: `+86 138-0000-0000` and `13800000000` are the same caller. */
export function senderKey(sender: string): string {
  const tidy = sender.normalize('NFKC').trim().toLowerCase();
  if (!/^[+(\d][\d\s()./-]*$/.test(tidy)) return tidy.replace(/\s+/g, ' ');
  const digits = tidy.replace(/\D/g, '');
  return digits.replace(/^(?:00)?86(?=1\d{10}$)/, '');
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
  const key = ({ day, instant }: Contact) => instant ?? Date.parse(`${day}T00:00:00+08:00`);
  return { contacts: contacts.sort((a, b) => key(a) - key(b)), undated };
}

function contactOf(entry: Dated): Contact | undefined {
  const { kind, direction, sender, at, call, stop } = current(entry);
  const time = at === undefined ? undefined : readable(at);
  if (at === undefined || !time) return undefined;
  return {
    entry: entry.id,
    kind,
    direction,
    day: time.day,
    night: nightContact(time) !== undefined,
    stop: direction === 'out' && stop === true,
    ...(sender?.trim() && { sender: senderKey(sender) }),
    ...(time.minutes !== undefined && { instant: Date.parse(at) }),
    ...(kind === 'call' && { answered: call?.answered ?? false }),
  };
}

/** A time that cannot be read is as good as none: nothing may be counted on it. */
function readable(at: string) {
  try {
    return readTime(at);
  } catch {
    return undefined;
  }
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
