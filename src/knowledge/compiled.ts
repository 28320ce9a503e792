/** The compiled knowledge: what `npm run knowledge` makes of the YAML files. */
import type {
  CategoryTexts,
  EvidenceItem,
  FactCard,
  GuideEntry,
  LeadTexts,
  NumberMeaning,
  VerifyFlows,
} from './guide-schema';
import type { Pattern } from './pattern';
import type { RoutingFile } from './routing-schema';
import type { ArticleFile, Bilingual, ChannelFile, InstrumentFile, LawOrderFile } from './schema';
import type { Category, ContextName, Lead, Lender, Level, VerifyFlow } from './vocabulary';

export interface CompiledRule {
  readonly id: string;
  readonly category?: Category;
  readonly level: Level;
  readonly title: Bilingual;
  readonly why: Bilingual;
  readonly lawful?: Bilingual;
  readonly match: readonly Pattern[];
  /** Count only where the reader agrees. */
  readonly likely: readonly Pattern[];
  readonly unless: readonly Pattern[];
  readonly unlessAnywhere: readonly Pattern[];
  readonly despite: readonly ContextName[];
  readonly law: readonly string[];
  readonly lead?: Lead;
  readonly fact?: string;
  readonly verify: readonly VerifyFlow[];
}

export interface Article extends Omit<ArticleFile, 'binds'> {
  readonly instrument: string;
  readonly kind: InstrumentFile['kind'];
  readonly issuer: Bilingual;
  readonly instrumentEn: string;
  readonly full: string;
  readonly site: string;
  readonly binds?: readonly Lender[] | undefined;
}

/** The compiled knowledge, as `src/knowledge/index.ts` gives it out. */
export interface Knowledge {
  /** First 12 hex digits of the SHA-256 of the knowledge files and of the tables behind disguises: saved screenings name it. */
  readonly version: string;
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly CompiledRule[];
  readonly articles: Readonly<Record<string, Article>>;
  readonly lawOrder: LawOrderFile['categories'];
  readonly channels: Readonly<Record<string, ChannelFile>>;
  readonly routing: RoutingFile;
  readonly categories: CategoryTexts;
  readonly facts: readonly FactCard[];
  readonly evidence: readonly EvidenceItem[];
  readonly verify: VerifyFlows;
  readonly leads: LeadTexts;
  readonly numbers: readonly NumberMeaning[];
  readonly guide: readonly GuideEntry[];
}

/** The character tables of normalizing, as they are stored: JSON-safe and compact. */
export interface Tables {
  /** Pairs of code points, traditional (or regional) form then simplified form. */
  readonly traditional: string;
  /** `syllable` + its characters, groups joined by a space; a character stands in every group it can be read as. */
  readonly pinyin: string;
  /** `written`, `meant` alternately; `meant` never has more code points than `written`. */
  readonly splits: readonly string[];
  /** Pairs of code points, look-alike then what is meant. */
  readonly lookAlikes: string;
  /** Words, divided by blanks, that a symbol between two of their characters cuts. */
  readonly words: string;
  /** Characters with the pieces they are written in, divided by blanks; read where the characters around agree. */
  readonly pieces: string;
  /** Which character follows which how often; see `scripts/pairs.ts`. */
  readonly pairs: string;
  /** On each line a character, then those that the eye takes for it. */
  readonly resembling: string;
}
