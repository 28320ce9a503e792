import type { RouteStep } from '../knowledge/routing-schema';
import type {
  Act,
  Basis,
  Category,
  ContextName,
  Lead,
  Lender,
  Level,
  Role,
  Urgency,
  Verdict,
} from '../knowledge/vocabulary';
import type { Disguise } from './normalize';
import type { Range } from './view';

/** A message and what is known about it. */
export interface Message {
  readonly text: string;
  /** When it was received, ISO 8601 with offset, or a day `YYYY-MM-DD`. Absent: today. */
  readonly receivedAt?: string;
  readonly sender?: string;
  readonly lender?: Lender;
  readonly role?: Role;
  readonly urgency?: Urgency;
}

/** Words that may be a finding; what proposes them (rules, reader, the clock) does not matter to `assess`. */
export interface Candidate {
  readonly source: 'rule' | 'reader' | 'facts';
  /** Rule id, or `reader:<category>`. */
  readonly rule: string;
  readonly category?: Category;
  readonly level: Level;
  readonly basis: Basis;
  /** In the canonical text; only for basis `text`. */
  readonly range?: Range;
  readonly lead?: Lead;
  /** Articles to show before the category's own order. */
  readonly law: readonly string[];
  /** Contexts that do not protect against this candidate. */
  readonly despite: readonly ContextName[];
  /** Proposed by a loose pattern: stands only where the reader finds its category probable. */
  readonly needsReader?: boolean;
  /** A rule's accusation that the reader finds improbable. */
  readonly doubted?: true;
  /** 0–1, only from the reader: of these words and this kind, and of any violation where it read them. */
  readonly score?: number;
  readonly chance?: number;
  /** Where the text tells. */
  readonly act?: Act;
  /** Would be a violation towards a third person, but is asked of a guarantor or co-borrower. */
  readonly asGuarantor?: true;
}

/** What another reading of the same message says: its own candidates, and how probable it finds each category. */
export interface SecondOpinion {
  /** Ranges in the text that `Screener.canonicalText` gives. */
  readonly candidates: readonly Candidate[];
  /** 0–1, for the message as a whole. */
  readonly probability: ReadonlyMap<Category, number>;
}

/** What came of asking for one: `failed` where it was wanted and whoever gives it could not be started. */
export type OpinionOrFailure = SecondOpinion | 'failed';

export interface Finding {
  readonly rule: string;
  readonly source: Candidate['source'];
  readonly category?: Category;
  readonly level: Level;
  readonly basis: Basis;
  /** UTF-16 offsets into the original text; only for basis `text`. */
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
  readonly disguises: readonly Disguise[];
  /** Where the text tells whether it has happened. */
  readonly act?: Act;
  /** Asked of a guarantor or co-borrower: lawful if he is one, so it accuses nobody. */
  readonly asGuarantor?: true;
  /** Article ids in force on the day of receipt, best first. */
  readonly law: readonly string[];
}

export interface Screening {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  /** What stands above the findings, most urgent first. */
  readonly leads: readonly Lead[];
  /** Channels with the reason and condition of each, best first. */
  readonly steps: readonly RouteStep[];
  /** Whose rules were applied: who wants the money, as the user said or as the text plainly shows. */
  readonly lender: Lender;
  /** The day whose law was applied, `YYYY-MM-DD` in China Standard Time. */
  readonly day: string;
  /** The learned reader has had its say; without it the rules stand alone. */
  readonly readerHeard: boolean;
  /** It was wanted and could not be started: less may have been found than there is. */
  readonly readerFailed?: true;
}
