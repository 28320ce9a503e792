import { MESSAGE_LIMIT, type Screener, type Screening } from '../../screen';
import type { SecondOpinion } from '../../screen/types';
import { collectionMessages } from './collection';
import { type Correspondence, groupBySender, type InboxRow } from './senders';
import type { Signs } from './signs';
import { type SenderSummary, Tally } from './summary';

export interface InboxResult {
  /** Id of the row. */
  readonly id: string;
  readonly sender: string;
  /** Absent where the text is longer than one check takes; it can be cut and checked by hand. */
  readonly screening?: Screening;
}

/** Results of one sender as they come, and at his end what they add up to. */
export type InboxEvent =
  | { readonly kind: 'results'; readonly results: readonly InboxResult[] }
  | { readonly kind: 'sender'; readonly summary: SenderSummary };

export interface InboxProgress {
  /** `sorting` looks at every sender, `screening` at the messages of those that look like collection. */
  readonly stage: 'sorting' | 'screening';
  readonly done: number;
  readonly total: number;
}

export interface InboxOptions {
  /** Day `YYYY-MM-DD` in China Standard Time, for messages without a time. */
  readonly today: string;
  /** The learned reader; without it the rules stand alone. */
  readonly read?: (canonicalText: string) => SecondOpinion | undefined | Promise<SecondOpinion | undefined>;
  readonly onProgress?: (progress: InboxProgress) => void;
  readonly signal?: AbortSignal;
}

/** Work this long, in milliseconds, before the thread may do something else, such as hear that it is to stop. */
const TURN_MS = 50;

/**
 * Screens an inbox: finds the senders that look like collection (`collection.ts`), those with most such messages first,
 * and screens all that they sent. Of all others nothing is given out.
 *
 * @throws the signal's reason when it is aborted
 */
export async function* screenInbox(
  rows: Iterable<InboxRow>,
  screener: Screener,
  readSigns: (text: string) => Signs,
  options: InboxOptions,
): AsyncGenerator<InboxEvent> {
  const breathe = createBreath(options.signal);
  const groups = groupBySender(rows);
  const found: { group: Correspondence; count: number }[] = [];
  for (const [done, group] of groups.entries()) {
    const count = await collectionMessages(group, readSigns, screener, options.today, breathe);
    if (count) found.push({ group, count });
    options.onProgress?.({ stage: 'sorting', done: done + 1, total: groups.length });
    await breathe();
  }
  found.sort((a, b) => b.count - a.count);
  const total = found.reduce((sum, { group }) => sum + group.incoming.length, 0);
  let done = 0;
  for (const { group } of found) {
    const tally = new Tally(group);
    let results: InboxResult[] = [];
    for (const row of group.incoming) {
      const screening = row.content.kind === 'message' ? await screenRow(row, screener, options) : undefined;
      tally.add(row, screening);
      if (row.content.kind === 'message')
        results.push({ id: row.id, sender: group.sender, ...(screening && { screening }) });
      done++;
      if (!(await breathe())) continue;
      options.onProgress?.({ stage: 'screening', done, total });
      if (results.length) yield { kind: 'results', results };
      results = [];
    }
    if (results.length) yield { kind: 'results', results };
    yield { kind: 'sender', summary: tally.summary() };
    options.onProgress?.({ stage: 'screening', done, total });
  }
}

async function screenRow(
  { content: { text, at, sender } }: InboxRow,
  screener: Screener,
  { today, read }: InboxOptions,
): Promise<Screening | undefined> {
  if (text.length > MESSAGE_LIMIT) return undefined;
  const toRead = read && screener.textToRead(text);
  const opinion = toRead === undefined ? undefined : await read?.(toRead);
  const message = { text, ...(at !== undefined && { receivedAt: at }), ...(sender !== undefined && { sender }) };
  return screener.screen(message, today, opinion);
}

/** @returns lets go of the thread when a turn is over, and says whether it did */
function createBreath(signal: AbortSignal | undefined): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < TURN_MS) return false;
    await new Promise((done) => setTimeout(done));
    signal?.throwIfAborted();
    since = performance.now();
    return true;
  };
}
