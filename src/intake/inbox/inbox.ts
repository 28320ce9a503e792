import { type Timeline, timeline } from '../../case/timeline';
import type { Screening } from '../../screen';
import { chinaDay } from '../../screen/clock';
import { explain } from '../../screen/explain';
import { type ImportHandlers, importFile } from '../import/import';
import type { NamedBlob } from '../import/inspect';
import type { Preview } from '../import/preview';
import type { BadRow, Format, ImportedRow, ReadOptions } from '../import/types';
import { type HeldRow, Holding, senderOf } from './holding';
import { type Filter, type Item, itemOf, listed, oldestFirst } from './list';
import { Opened } from './opened';
import { othersOf, overviewOf } from './overview';
import { type InboxMemory, type InboxOptions, screenInbox, screenRow } from './screen';
import type { InboxTools, Keepable, OtherSender, Overview, Selection, Taken } from './types';

/** Everything that was imported, in memory only. Gives out the parts that a page shows. */
export class Inbox {
  readonly #held = new Holding();
  readonly #memory: InboxMemory = { counts: new Map(), screenings: new Map() };
  #found: readonly string[] = [];
  readonly #opened = new Set<string>();
  #work = new AbortController();
  readonly #openedFile = new Opened();
  #last: { key: string; rows: readonly HeldRow[] } | undefined;

  constructor(private readonly tools: InboxTools) {}

  /** @throws ImportError for what is no message history; AbortError when stopped */
  preview(file: NamedBlob, format?: Format): Promise<Preview> {
    this.#work = new AbortController();
    return this.#openedFile.open(file, format, this.#work.signal);
  }

  /**
   * Adds a file; stopped or failed, nothing of it stays.
   *
   * @throws ImportError; AbortError when stopped
   */
  async read(file: NamedBlob, options: ReadOptions): Promise<Taken> {
    this.#work = new AbortController();
    const rows: ImportedRow[] = [];
    const bad: BadRow[] = [];
    const handlers: ImportHandlers = {
      onRows(read) {
        for (const row of read) rows.push(row);
      },
      onBad: (wrong) => void bad.push(...wrong),
      onProgress: (progress) => this.tools.onStep({ stage: 'reading', ...progress }),
      signal: this.#work.signal,
    };
    const report = await importFile(file, options, handlers, this.#openedFile.take(file));
    const added = this.#held.add({ name: file.name, sha256: report.sha256 }, rows);
    this.#last = undefined;
    return { report, added, bad };
  }

  /**
   * Screens what looks like collection, and the senders that were opened, as far as that was not done before.
   *
   * @throws AbortError when stopped; what was screened stays
   */
  async screen(): Promise<void> {
    this.#work = new AbortController();
    const options = {
      ...this.#options(),
      onProgress: this.tools.onStep,
      signal: this.#work.signal,
      also: this.#opened,
    };
    for await (const event of screenInbox(this.#held.rows, this.tools.screener, this.tools.readSigns, options)) {
      if (event.kind === 'found') this.#found = event.senders;
      this.#last = undefined;
    }
  }

  /** Stops opening, reading or screening. */
  cancel(): void {
    this.#openedFile.forget();
    this.#work.abort();
  }

  /** Shows a sender that does not look like collection; {@link screen} then screens what he wrote. */
  open(sender: string): void {
    this.#opened.add(sender);
    this.#last = undefined;
  }

  overview(): Overview {
    return overviewOf(this.#held, this.#shown(), this.#found.length, (row) => this.#screeningOf(row));
  }

  /** Senders that are not shown, those with most messages first, whose number or name contains the words. */
  others(words: string, from: number, to: number): { readonly total: number; readonly items: readonly OtherSender[] } {
    const all = othersOf(this.#held, this.#shown(), words);
    return { total: all.length, items: all.slice(from, to) };
  }

  /** A window of what passes the filter, newest first. */
  list(filter: Filter, from: number, to: number): { readonly total: number; readonly items: readonly Item[] } {
    const rows = this.#listed(filter);
    const items = rows
      .slice(from, to)
      .map((row) => itemOf(row, this.#held.nameOf(senderOf(row)), this.#screeningOf(row)));
    return { total: rows.length, items };
  }

  /** Counts by day and week of what passes the filter. */
  figures(filter: Filter): Timeline {
    const dated = this.#listed(filter).map(({ id, content }) => {
      return { id, revisions: [{ content, savedAt: '', sha256: '' }] as const };
    });
    return timeline(dated);
  }

  /** One message or call in full. */
  async message(id: string): Promise<Keepable | undefined> {
    const row = this.#held.row(id);
    return row && this.#keepable(row);
  }

  /** What a selection holds now, oldest first. While screening goes on a later call may find more. */
  ids(selection: Selection): string[] {
    return this.#selected(selection).map(({ id }) => id);
  }

  /** Rows in the given order. What was not screened yet is screened now. */
  async entries(ids: readonly string[]): Promise<Keepable[]> {
    const rows = ids.flatMap((id) => this.#held.row(id) ?? []);
    const entries: Keepable[] = [];
    for (const row of rows) entries.push(await this.#keepable(row));
    return entries;
  }

  #options(): InboxOptions {
    return {
      today: chinaDay(new Date()),
      read: (text) => this.tools.read(text, this.#work.signal),
      memory: this.#memory,
    };
  }

  #shown(): string[] {
    return [...new Set([...this.#found, ...this.#opened])];
  }

  /** What the keeper wrote himself is never screened. */
  #screeningOf({ id, content }: HeldRow): Screening | undefined {
    return content.direction === 'in' ? this.#memory.screenings.get(id) : undefined;
  }

  #rowsOf(senders: readonly string[]): HeldRow[] {
    return senders.flatMap((sender) => this.#held.of(sender));
  }

  #listed(filter: Filter): readonly HeldRow[] {
    const key = JSON.stringify(filter);
    if (this.#last?.key !== key) {
      const rows = this.#rowsOf(filter.sender === undefined ? this.#shown() : [filter.sender]);
      this.#last = { key, rows: listed(rows, filter, (row) => this.#screeningOf(row)) };
    }
    return this.#last.rows;
  }

  #selected({ id, senders = this.#found, onlyFindings }: Selection): HeldRow[] {
    const one = id !== undefined && this.#held.row(id);
    if (id !== undefined) return one ? [one] : [];
    const isFinding = (row: HeldRow) => ['found', 'verify'].includes(this.#screeningOf(row)?.verdict ?? '');
    const rows = this.#rowsOf(senders).filter((row) => !onlyFindings || isFinding(row));
    return rows.sort(oldestFirst);
  }

  async #keepable(row: HeldRow): Promise<Keepable> {
    const { id, content, file, row: at } = row;
    const { knowledge, screener } = this.tools;
    const isScreened = content.kind === 'message' && content.direction === 'in';
    // Reading must not end with the work that was stopped before.
    const read = (text: string) => this.tools.read(text, new AbortController().signal);
    const screening = isScreened ? await screenRow(row, screener, { ...this.#options(), read }) : undefined;
    const { text, at: receivedAt, sender } = content;
    const message = { text, ...(receivedAt && { receivedAt }), ...(sender && { sender }) };
    return {
      id,
      content,
      origin: { how: 'import', file: { ...file, row: at } },
      ...(screening && { explanation: explain(message, screening, knowledge) }),
    };
  }
}
