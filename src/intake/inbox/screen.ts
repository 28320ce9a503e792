import { MESSAGE_LIMIT, type Screener, type Screening } from '../../screen';
import type { OpinionOrFailure } from '../../screen/types';
import { createBreath } from '../breath';
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

/** Once the senders that look like collection, then results as they come, and at a sender's end what they add up to. */
export type InboxEvent =
  | { readonly kind: 'found'; readonly senders: readonly string[] }
  | { readonly kind: 'results'; readonly results: readonly InboxResult[] }
  | { readonly kind: 'sender'; readonly summary: SenderSummary };

export interface InboxProgress {
  /** `sorting` looks at every incoming message and call, `screening` at those of senders that look like collection. */
  readonly stage: 'sorting' | 'screening';
  readonly done: number;
  readonly total: number;
}

/** What earlier runs found out, so that a run that was stopped goes on where it was. Runs add to it. */
export interface InboxMemory {
  /** By sender: how many messages and calls there were then, and how many of them look like collection. */
  readonly counts: Map<string, { readonly incoming: number; readonly sent: number; readonly count: number }>;
  /** By id of the row. */
  readonly screenings: Map<string, Screening>;
}

export interface InboxOptions {
  /** Day `YYYY-MM-DD` in China Standard Time, for messages without a time. */
  readonly today: string;
  /** The learned reader; without it the rules stand alone. */
  readonly read?: (canonicalText: string) => OpinionOrFailure | undefined | Promise<OpinionOrFailure | undefined>;
  readonly onProgress?: (progress: InboxProgress) => void;
  readonly signal?: AbortSignal;
  readonly memory?: InboxMemory;
  /** Senders that are screened although they do not look like collection. */
  readonly also?: ReadonlySet<string>;
}

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
  const incoming = groups.reduce((sum, group) => sum + group.incoming.length, 0);
  const found: { group: Correspondence; count: number }[] = [];
  let sorted = 0;
  for (const group of groups) {
    let steps = 0;
    const tell = (within: number) =>
      options.onProgress?.({
        stage: 'sorting',
        done: sorted + Math.min(within, group.incoming.length),
        total: incoming,
      });
    const count = await countOf(group, readSigns, screener, options, async () => {
      steps++;
      if (await breathe()) tell(steps);
    });
    if (count || options.also?.has(group.sender)) found.push({ group, count });
    sorted += group.incoming.length;
    tell(0);
    await breathe();
  }
  found.sort((a, b) => b.count - a.count);
  yield { kind: 'found', senders: found.filter(({ count }) => count).map(({ group }) => group.sender) };
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

/** How many messages of a sender look like collection; as before where nothing was added to him. */
async function countOf(
  group: Correspondence,
  readSigns: (text: string) => Signs,
  screener: Screener,
  { today, memory }: InboxOptions,
  breathe: () => Promise<unknown>,
): Promise<number> {
  const [incoming, sent] = [group.incoming.length, group.sent];
  const known = memory?.counts.get(group.sender);
  if (known?.incoming === incoming && known.sent === sent) return known.count;
  const count = await collectionMessages(group, readSigns, screener, today, breathe);
  memory?.counts.set(group.sender, { incoming, sent, count });
  return count;
}

/**
 * Screens one message.
 *
 * @returns nothing where the text is longer than one check takes
 * @throws the signal's reason when it is aborted: what was read only in part is no result
 */
export async function screenRow(
  { id, content: { text, at, sender } }: InboxRow,
  screener: Screener,
  { today, read, memory, signal }: InboxOptions,
): Promise<Screening | undefined> {
  if (text.length > MESSAGE_LIMIT) return undefined;
  const known = memory?.screenings.get(id);
  if (known) return known;
  const toRead = read && screener.textToRead(text);
  const opinion = toRead === undefined ? undefined : await read?.(toRead);
  signal?.throwIfAborted();
  const message = { text, ...(at !== undefined && { receivedAt: at }), ...(sender !== undefined && { sender }) };
  const screening = screener.screen(message, today, opinion);
  memory?.screenings.set(id, screening);
  return screening;
}
