/** What a case holds. Everything here is plain data: it is stored, sealed, exported and read again as JSON. */
import type { Lender, Role, Verdict } from '../knowledge/vocabulary';
import type { Explanation } from '../screen/explain';

/** One person's matter. A helper keeps several, each with a lock of its own. */
export interface Case {
  readonly id: string;
  /** A name or a number chosen by whoever keeps the case. */
  readonly title: string;
  /** Kept for somebody else: what that person agreed to, in the keeper's words, and when. */
  readonly consent?: { readonly note: string; readonly at: string };
  readonly lender?: Lender;
  /** Name of the lender as the contract has it. */
  readonly lenderName?: string;
  readonly role?: Role;
  /** ISO 8601 with offset. */
  readonly createdAt: string;
  readonly note: string;
}

/** How the words came here: `paste` is the box for checking, however they got into it; `manual` was typed as an entry. */
export type Capture = 'paste' | 'import' | 'manual';

export interface Origin {
  readonly how: Capture;
  /** ISO 8601 with offset: when it was taken in here, not when it was received. */
  readonly at: string;
  /** The file it was read from, with its SHA-256 in hex, and the line or element in it, from 1. */
  readonly file?: { readonly name: string; readonly sha256: string; readonly row?: number };
}

/** What was received or noted. The text is kept unaltered. */
export interface Content {
  readonly kind: 'message' | 'call';
  /** `out` is what the keeper sent or dialled himself, e.g. "please stop". */
  readonly direction: 'in' | 'out';
  readonly text: string;
  /** The other side's number or name: who sent it, or for `out` whom it was sent to. */
  readonly sender?: string;
  /** What the keeper sent (`out`) asks the other side to stop. */
  readonly stop?: boolean;
  /** ISO 8601 with offset, or a day `YYYY-MM-DD`; absent where unknown. */
  readonly at?: string;
  /** Of a call; absent where its source does not say whether it was answered. */
  readonly call?: { readonly answered: boolean; readonly seconds?: number };
  readonly note: string;
}

/** A state of an entry. A correction adds one and keeps the earlier. */
export interface Revision {
  readonly content: Content;
  /** ISO 8601 with offset. */
  readonly savedAt: string;
  /** SHA-256 in hex of content, time of saving and the hash of the revision before it (`hash.ts`). */
  readonly sha256: string;
}

export interface Attachment {
  /** The entry's id, a slash, and a random id. */
  readonly id: string;
  readonly name: string;
  /** Media type, one of `FILE_TYPES`. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** A screening as it was on the day it was made, with the law as it was. */
export interface KeptScreening {
  readonly explanation: Explanation;
  /** Versions of the knowledge and, where it had its say, of the learned reader. */
  readonly knowledge: string;
  readonly reader?: string;
  readonly screenedAt: string;
}

export interface Entry {
  /** Content identity: the same message read twice has the same id; a call noted by hand has its own (`identity.ts`). */
  readonly id: string;
  readonly caseId: string;
  readonly origin: Origin;
  /** Oldest first; never empty. */
  readonly revisions: readonly [Revision, ...Revision[]];
  /** That of the kept screening, so that a list need not load it. */
  readonly verdict?: Verdict;
  /** Large, so only where one entry is asked for. Absent for calls and for what the keeper sent himself. */
  readonly screening?: KeptScreening;
  readonly attachments: readonly Attachment[];
}

/** A complaint or report that was sent, and what came of it. */
export interface Sent {
  readonly id: string;
  readonly caseId: string;
  /** Id of the channel in `src/channels`. */
  readonly channel: string;
  /** Day `YYYY-MM-DD`. */
  readonly day: string;
  readonly ticket: string;
  /** Day by which an answer is due, and whose clock it is. */
  readonly due?: string;
  readonly answer: string;
  readonly next: string;
  readonly text: string;
}

/** Whether an entry that was read whole had a screening that could not be read: only its verdict is known. */
export const isScreeningLost = ({ verdict, screening }: Entry): boolean => verdict !== undefined && !screening;

/** The content that counts: that of the last revision. */
export const current = ({ revisions }: Pick<Entry, 'revisions'>): Content =>
  (revisions[revisions.length - 1] as Revision).content;
