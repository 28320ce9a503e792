/**
 * The fixed words of the project. Category ids are also the labels of the corpora:
 * renaming one breaks saved cases and every measurement.
 */
export const CATEGORIES = [
  'threat',
  'insult',
  'judicial-impersonation',
  'false-legal-consequence',
  'privacy-disclosure',
  'third-party-pressure',
  'harassment',
  'extortion-payment',
  'doxxing',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** `verify` means "needs your own check", never "fake"; `lawful` is allowed pressure, explained. */
export const LEVELS = ['violation', 'verify', 'lawful'] as const;
export type Level = (typeof LEVELS)[number];
/** Compares two levels: negative where the first weighs more. */
export const byWeight = (a: Level, b: Level): number => LEVELS.indexOf(a) - LEVELS.indexOf(b);

export const VERDICTS = ['found', 'verify', 'nothing-found'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a finding rests on; only `text` has a span. */
export const BASES = ['text', 'time', 'history'] as const;
export type Basis = (typeof BASES)[number];

/** Who wants money. `biller` lends nothing: property, power, water, telecom, a hospital or a school wants its fee. */
export const LENDERS = [
  'bank',
  'consumer-finance',
  'microloan',
  'loan-aid-platform',
  'third-party-collector',
  'assignee',
  'private-person',
  'biller',
  'unlicensed-unknown',
  'unknown',
] as const;
export type Lender = (typeof LENDERS)[number];

export const ROLES = ['debtor', 'guarantor-or-co-borrower', 'family', 'not-me', 'other', 'unsure'] as const;
export type Role = (typeof ROLES)[number];

export const URGENCIES = ['danger', 'about-to-pay', 'already-paid', 'none'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What a message says of an act: it was done, it is coming, or it follows if the reader does not obey. */
export const ACTS = ['done', 'announced', 'conditional'] as const;
export type Act = (typeof ACTS)[number];

/** How binding a text is; a standard or a pact is never called law. */
export const LAW_KINDS = [
  'statute',
  'regulation',
  'judicial-interpretation',
  'department-rule',
  'normative-document',
  'standard',
  'self-regulatory',
] as const;

/** Contexts that can take a candidate's accusation away; see `src/screen/context`. */
export const CONTEXTS = [
  'negation',
  'quotation',
  'warning',
  'news',
  'advice',
  'question',
  'complaint',
  'judgment-condition',
  'official-form',
] as const;
export type ContextName = (typeof CONTEXTS)[number];

/** What must stand above every finding, most urgent first. */
export const LEADS = [
  'self-harm',
  'payment-order',
  'judgment',
  'summons',
  'enforcement',
  'freezing',
  'police-summons',
  'authority',
] as const;
export type Lead = (typeof LEADS)[number];

/** Whose genuineness the reader can check, each with its own steps. */
export const VERIFY_FLOWS = [
  'court',
  'police',
  'procuratorate',
  'lawyer',
  'lender',
  'collector',
  'number',
  'link',
] as const;
export type VerifyFlow = (typeof VERIFY_FLOWS)[number];

/** Groups of the guide's pages, in the order of its list. */
export const GUIDE_GROUPS = ['first', 'course', 'people', 'proof', 'money', 'phone'] as const;

/** Pictures that the pages can show; each is a component of `src/ui/guide/figures`. */
export const GUIDE_FIGURES = ['stages', 'clocks', 'real-court'] as const;
export type GuideFigure = (typeof GUIDE_FIGURES)[number];
