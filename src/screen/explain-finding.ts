import type { Article, Knowledge } from '../knowledge/compiled';
import type { FactCard } from '../knowledge/guide-schema';
import type { Bilingual } from '../knowledge/schema';
import { type Act, byWeight, type Level } from '../knowledge/vocabulary';
import { articlesOn, concerns } from './law';
import type { Disguise } from './normalize';
import type { Finding, Screening } from './types';

/** Where the words of a finding stand; a finding by time has no place. */
export interface Passage {
  /** UTF-16 offsets into the original text. */
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
  readonly disguises: readonly Disguise[];
  /** Where the text tells whether it has happened. */
  readonly act?: Act;
}

/** One explanation with everything that proves it: findings of the same rule at the same level share it. */
export interface ExplainedFinding {
  readonly rule: string;
  readonly level: Level;
  readonly basis: Finding['basis'];
  /** Name of the category; a lawful finding may have none. */
  readonly category?: Bilingual;
  readonly title: Bilingual;
  readonly why: Bilingual;
  /** No fixed wording matches: the learned reader alone proposed it. */
  readonly readerOnly: boolean;
  readonly passages: readonly Passage[];
  /** What is true about such a claim. */
  readonly fact?: Bilingual;
  /** What must still be taken seriously, whatever is true. */
  readonly factCaution?: Bilingual;
  /** The articles that the truth rests on, other than those of `law` and `crimes`. */
  readonly factLaw: readonly Article[];
  /** What the sender could lawfully have done. */
  readonly lawful?: Bilingual;
  /** In force on the day of receipt, best first. */
  readonly law: readonly Article[];
  readonly crimes: readonly Article[];
}

/**
 * The findings with everything that proves them, by weight; those of one rule at one level share an explanation.
 *
 * @param screening `day` and `lender` decide whose law applies
 */
export function explainFindings(screening: Pick<Screening, 'findings' | 'day' | 'lender'>, knowledge: Knowledge) {
  return groups(screening.findings).map((group) => explainGroup(group, screening, knowledge));
}

function groups(findings: readonly Finding[]): [Finding, ...Finding[]][] {
  const byRule = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = finding.asGuarantor ? GUARANTOR_CARD : `${finding.rule} ${finding.level}`;
    const group = byRule.get(key);
    if (group) group.push(finding);
    else byRule.set(key, [finding]);
  }
  return [...byRule.values()].sort(([a], [b]) => byWeight(a.level, b.level));
}

function explainGroup(
  group: [Finding, ...Finding[]],
  { day, lender }: Pick<Screening, 'day' | 'lender'>,
  knowledge: Knowledge,
): ExplainedFinding {
  const [finding] = group;
  if (finding.asGuarantor) return askedAsGuarantor(group, knowledge);
  const rule = knowledge.rules.find(({ id }) => id === finding.rule);
  const card = (id?: string): FactCard | undefined => knowledge.facts.find((fact) => fact.id === id);
  // What rests on the clock has no rule: a card of its name says what it is.
  const own = finding.source === 'facts' ? card(finding.rule) : undefined;
  const fact = card(rule?.fact);
  const category = finding.category && knowledge.categories[finding.category];
  const lawful = rule?.lawful ?? (finding.level === 'lawful' ? undefined : category?.lawful);
  // What was done weighs more than what is announced: more articles fit it.
  const gravest = group.find(({ act }) => act === 'done') ?? group.find(({ act }) => !act) ?? finding;
  const articles = lawOf(gravest, knowledge);
  return {
    rule: finding.rule,
    level: finding.level,
    basis: finding.basis,
    title: rule?.title ?? own?.title ?? category?.name ?? NOTHING,
    why: rule?.why ?? own?.fact ?? category?.gloss ?? NOTHING,
    readerOnly: finding.source === 'reader',
    passages: passagesOf(group),
    law: articles.filter(({ crime }) => !crime),
    crimes: articles.filter(({ crime }) => crime),
    factLaw: articlesOn(fact?.law ?? [], day, knowledge.articles).filter(
      (article) => !articles.includes(article) && concerns(article, lender),
    ),
    ...(category && { category: category.name }),
    ...(fact && { fact: fact.fact }),
    ...(fact?.caution && { factCaution: fact.caution }),
    ...(lawful && { lawful }),
  };
}

const GUARANTOR_CARD = 'asked-as-guarantor';

/** A demand on a guarantor is explained as one: what is said to third persons, and of them, does not hold for him. */
function askedAsGuarantor(group: [Finding, ...Finding[]], knowledge: Knowledge): ExplainedFinding {
  const [finding] = group;
  const card = knowledge.facts.find(({ id }) => id === GUARANTOR_CARD);
  return {
    rule: finding.rule,
    level: finding.level,
    basis: finding.basis,
    title: card?.title ?? NOTHING,
    why: card?.fact ?? NOTHING,
    readerOnly: false,
    passages: passagesOf(group.filter(({ start, end }, at) => at === group.findIndex(samePlace(start, end)))),
    law: lawOf(finding, knowledge),
    crimes: [],
    factLaw: [],
  };
}

const samePlace = (start?: number, end?: number) => (other: Finding) => other.start === start && other.end === end;

const lawOf = ({ law }: Finding, { articles }: Knowledge): Article[] => law.flatMap((id) => articles[id] ?? []);

const passagesOf = (group: readonly Finding[]): Passage[] =>
  group.map(({ start, end, quote, disguises, act }) => ({
    disguises,
    ...(act && { act }),
    ...(start !== undefined && end !== undefined && { start, end }),
    ...(quote !== undefined && { quote }),
  }));

const NOTHING: Bilingual = { zh: '', en: '' };
