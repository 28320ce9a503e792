import type { Category, Verdict } from '../../knowledge/vocabulary';
import type { Screening } from '../../screen';
import { nightContact, readTime } from '../../screen/clock';
import type { Correspondence, InboxRow } from './senders';

/** What one sender's messages and calls add up to. */
export interface SenderSummary {
  /** Empty where the file names nobody. */
  readonly sender: string;
  readonly name?: string;
  readonly messages: number;
  readonly calls: number;
  /** Days `YYYY-MM-DD` in China Standard Time; absent where nothing has a time. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** Messages with a finding of the category that is no lawful pressure; one message may count in several. */
  readonly categories: Readonly<Partial<Record<Category, number>>>;
  /** Messages and calls between 22:00 and 8:00; what has no time of day does not count. */
  readonly nightContacts: number;
  /** Messages too long for one check. */
  readonly notScreened: number;
}

/** Adds up while the messages of one sender are screened. */
export class Tally {
  #messages = 0;
  #calls = 0;
  #night = 0;
  #notScreened = 0;
  #first: string | undefined;
  #last: string | undefined;
  readonly #verdicts: Record<Verdict, number> = { found: 0, verify: 0, 'nothing-found': 0 };
  readonly #categories: Partial<Record<Category, number>> = {};

  constructor(private readonly group: Pick<Correspondence, 'sender' | 'name'>) {}

  /** @param screening absent for calls and for what could not be screened */
  add({ content: { kind, at } }: InboxRow, screening: Screening | undefined): void {
    if (kind === 'call') this.#calls++;
    else this.#messages++;
    if (at !== undefined) this.#addTime(at);
    if (kind === 'call') return;
    if (!screening) {
      this.#notScreened++;
      return;
    }
    this.#verdicts[screening.verdict]++;
    const accused = screening.findings.filter(({ level }) => level !== 'lawful').map(({ category }) => category);
    for (const category of new Set(accused)) {
      if (category) this.#categories[category] = (this.#categories[category] ?? 0) + 1;
    }
  }

  summary(): SenderSummary {
    const { sender, name } = this.group;
    return {
      sender,
      ...(name !== undefined && { name }),
      messages: this.#messages,
      calls: this.#calls,
      ...(this.#first !== undefined && { firstDay: this.#first }),
      ...(this.#last !== undefined && { lastDay: this.#last }),
      verdicts: { ...this.#verdicts },
      categories: { ...this.#categories },
      nightContacts: this.#night,
      notScreened: this.#notScreened,
    };
  }

  #addTime(at: string): void {
    const time = readTime(at);
    if (nightContact(time)) this.#night++;
    if (this.#first === undefined || time.day < this.#first) this.#first = time.day;
    if (this.#last === undefined || time.day > this.#last) this.#last = time.day;
  }
}
