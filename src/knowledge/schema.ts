/**
 * Shapes of every knowledge file. The compiler and the tests validate against them, and
 * `scripts/compile-knowledge.ts` writes them out as JSON Schema for editors.
 * Of the product only the check of an evidence file, which may come from anybody, validates; the rest imports the types.
 */
import * as v from 'valibot';
import { CATEGORIES, CONTEXTS, LAW_KINDS, LEADS, LENDERS, LEVELS, ROLES, VERIFY_FLOWS } from './vocabulary';

/** A text that says something. */
export const text = v.pipe(v.string(), v.trim(), v.minLength(1));
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'lower-case letters, digits and hyphens'));
/** A calendar day, `YYYY-MM-DD`, in China Standard Time. */
export const day = v.pipe(v.string(), v.isoDate());
const url = v.pipe(v.string(), v.url());
/** What finds something: a rule, or the learned reader for a category. */
const finder = v.union([id, v.picklist(CATEGORIES.map((category) => `reader:${category}` as const))]);

/** Every text a user reads exists in both languages. */
export const bilingual = v.strictObject({ zh: text, en: text });

export const conceptSchema = v.strictObject({
  /** What the concept means and where its border lies. */
  about: text,
  /** Words in simplified Chinese; the compiler normalizes them as it does a message. */
  words: v.pipe(v.array(text), v.minLength(1)),
});

export const ruleSchema = v.strictObject({
  id,
  /** Absent only for rules that explain lawful pressure or an authority's voice. */
  category: v.optional(v.picklist(CATEGORIES)),
  level: v.picklist(LEVELS),
  status: v.picklist(['stable', 'trial', 'retired']),
  title: bilingual,
  /** Why these words matter, in plain language, to the person who received them. */
  why: bilingual,
  /** What the sender could lawfully have said instead; absent: the category's sentence is used. */
  lawful: v.optional(bilingual),
  needs: v.array(v.picklist(['text', 'time', 'sender', 'history'])),
  /** Patterns, any of which proposes a span. Syntax: docs/rules.md. */
  match: v.pipe(v.array(text), v.minLength(1)),
  /**
   * Looser patterns of the same family. They are right only where the learned reader, too, finds the category probable;
   * without its word they propose nothing.
   */
  likely: v.optional(v.array(text)),
  /** Patterns that withdraw the proposal when found in the same sentence. */
  unless: v.optional(v.array(text)),
  /** Patterns that withdraw the proposal when found anywhere in the message. */
  unlessAnywhere: v.optional(v.array(text)),
  /** Contexts that do NOT protect against this rule (all others do). */
  despite: v.optional(v.array(v.picklist(CONTEXTS))),
  /** Articles to show before the category's own order. */
  law: v.optional(v.array(id)),
  /** Puts this notice above the findings: the message speaks as an authority, or a legal deadline may be running. */
  lead: v.optional(v.picklist(LEADS)),
  /** Flows of `src/guide/verify.yaml` that help the reader to check this. */
  verify: v.optional(v.array(v.picklist(VERIFY_FLOWS))),
  /** Card of `src/guide/facts.yaml` that says what is true about this. */
  fact: v.optional(id),
  /** Messages that must be found, the expected span marked [[…]]. */
  hits: v.pipe(v.array(text), v.minLength(3)),
  /** Near neighbours that this rule must leave alone. */
  misses: v.pipe(v.array(text), v.minLength(3)),
  added: day,
  reviewed: day,
});

export const articleSchema = v.strictObject({
  id,
  /** 第…条第…款第…项. Absent where the number could not be confirmed. */
  article: v.optional(text),
  title: bilingual,
  /** The operative words, quoted exactly. */
  text,
  /** First and last day in force. */
  from: day,
  /** The first day is not confirmed by an official source. */
  fromUnchecked: v.optional(v.literal(true)),
  until: v.optional(day),
  /** What must be true before this article fits, in plain words. */
  threshold: bilingual,
  /** What the article does not say, where readers commonly believe it does. */
  notCovered: v.optional(bilingual),
  /** What changed against the text it replaces. */
  changed: v.optional(bilingual),
  replaces: v.optional(id),
  /** Explains the law and forbids nothing: cited as what applies, never as what was broken. */
  explains: v.optional(v.boolean()),
  /** A crime article: never first, only 「情节严重的，可能涉及」. */
  crime: v.optional(v.boolean()),
  /** Needs the act to have been done: not shown for what is only announced. */
  done: v.optional(v.literal(true)),
  /** Lender kinds the article is about, where they are fewer than those of its instrument. */
  binds: v.optional(v.array(v.picklist(LENDERS))),
  confidence: v.picklist(['verified-two-sources', 'verified-one-source']),
  checked: day,
});

export const instrumentSchema = v.strictObject({
  /** Short Chinese name, e.g. 治安管理处罚法. */
  instrument: text,
  full: text,
  en: text,
  issuer: bilingual,
  kind: v.picklist(LAW_KINDS),
  /** Lender kinds the instrument binds; absent: everybody. */
  binds: v.optional(v.array(v.picklist(LENDERS))),
  /** Where the text can be read officially. */
  site: url,
  articles: v.pipe(v.array(articleSchema), v.minLength(1)),
});

/**
 * One line of an article order; the first lines whose conditions hold are shown first. A line for a role whose article
 * only explains also goes with what needs a check: it accuses nobody.
 */
export const lawOrderEntrySchema = v.strictObject({
  article: id,
  /** Only for these lender kinds. */
  lender: v.optional(v.array(v.picklist(LENDERS))),
  /** Only for readers in these roles. */
  role: v.optional(v.array(v.picklist(ROLES))),
  /** Only when one of these rules found it, or the reader alone (`reader:<category>`). */
  rule: v.optional(v.array(finder)),
  /** Not when one of these found it: what they find does not meet the article's conditions. */
  exceptRule: v.optional(v.array(finder)),
  /** Comes even before the articles that the rule itself names. */
  first: v.optional(v.literal(true)),
});
export const lawOrderSchema = v.strictObject({
  categories: v.record(v.string(), v.array(lawOrderEntrySchema)),
});

export const channelSchema = v.strictObject({
  id,
  kind: v.picklist(['channel', 'verify', 'evidence', 'self-regulatory-reference', 'self-help', 'private', 'support']),
  official: v.boolean(),
  name: bilingual,
  operator: bilingual,
  /** Digits to dial, as text for the `tel:` link. */
  dial: v.optional(v.pipe(v.string(), v.regex(/^[0-9-]{3,14}$/))),
  /** How to dial, where digits alone mislead (area code, several carriers, "number on the contract"). */
  phoneNote: v.optional(bilingual),
  sms: v.optional(bilingual),
  url: v.optional(url),
  app: v.optional(bilingual),
  /** What it takes and what it does not take, in one or two sentences. */
  about: bilingual,
  prerequisites: bilingual,
  /** Time limit, whose clock it is, and what it rests on; absent where none was confirmed. */
  deadline: v.optional(bilingual),
  steps: v.array(bilingual),
  /** Words to say or write there. They never admit the debt or promise payment; 「……」 stands for the reader's own facts. */
  say: v.optional(bilingual),
  evidence: v.array(bilingual),
  confidence: v.picklist(['verified-two', 'verified-one', 'memory']),
  checked: day,
});

export type Bilingual = v.InferOutput<typeof bilingual>;
export type ConceptFile = v.InferOutput<typeof conceptSchema>;
export type RuleFile = v.InferOutput<typeof ruleSchema>;
export type ArticleFile = v.InferOutput<typeof articleSchema>;
export type InstrumentFile = v.InferOutput<typeof instrumentSchema>;
export type LawOrderFile = v.InferOutput<typeof lawOrderSchema>;
export type ChannelFile = v.InferOutput<typeof channelSchema>;
