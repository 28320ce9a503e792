/** What an inbox takes and gives out. */
import type { Content, Origin } from '../../case/types';
import type { Knowledge } from '../../knowledge/compiled';
import type { Screener } from '../../screen';
import type { Explanation } from '../../screen/explain';
import type { BadRow, ImportReport, Progress } from '../import/types';
import type { InboxOptions, InboxProgress } from './screen';
import type { Signs } from './signs';
import type { SenderSummary } from './summary';

export type InboxStep = ({ readonly stage: 'reading' } & Progress) | InboxProgress;

/** What an inbox works with. */
export interface InboxTools {
  readonly knowledge: Knowledge;
  readonly screener: Screener;
  readonly readSigns: (text: string) => Signs;
  /** The learned reader; nothing where the work was given up. */
  readonly read: (canonicalText: string, signal: AbortSignal) => ReturnType<NonNullable<InboxOptions['read']>>;
  readonly onStep: (step: InboxStep) => void;
}

export interface Taken {
  readonly report: ImportReport;
  /** Messages and calls that were not in the inbox before. */
  readonly added: number;
  /** At most `BAD_LIMIT`; the report counts all. */
  readonly bad: readonly BadRow[];
}

export interface Overview {
  /** Senders that look like collection first, then those that were opened. */
  readonly senders: readonly SenderSummary[];
  /** How many of them look like collection. */
  readonly collecting: number;
  readonly others: number;
  /** The learned reader could not be started for some of their messages. */
  readonly readerFailed: boolean;
}

export interface OtherSender {
  readonly sender: string;
  readonly name?: string;
  readonly rows: number;
}

/** What is to be saved: one row; or what the given senders, else all that look like collection, wrote. */
export interface Selection {
  readonly id?: string;
  readonly senders?: readonly string[];
  /** Only messages in which something was found or is to be verified. */
  readonly onlyFindings?: boolean;
}

/** A row as a case takes it; its screening as it is shown. */
export interface Keepable {
  readonly id: string;
  readonly content: Content;
  readonly origin: Pick<Origin, 'how' | 'file'>;
  readonly explanation?: Explanation;
}
