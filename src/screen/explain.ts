import type { EvidenceItem, GuideEntry, VerifyFlows } from '../knowledge/guide-schema';
import type { Bilingual, ChannelFile } from '../knowledge/schema';
import type { Lead, Level, Verdict, VerifyFlow } from '../knowledge/vocabulary';
import type { Article, Disguise, Finding, Knowledge, Message, Screening } from './types';

/** Where the words of a finding stand; a finding by time has no place. */
export interface Passage {
  /** UTF-16 offsets into the original text. */
  readonly start?: number;
  readonly end?: number;
  readonly quote?: string;
  readonly disguises: readonly Disguise[];
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
  /** What the sender could lawfully have done. */
  readonly lawful?: Bilingual;
  /** In force on the day of receipt, best first. */
  readonly law: readonly Article[];
  readonly crimes: readonly Article[];
}

export interface ExplainedStep {
  readonly id: string;
  readonly channel: ChannelFile;
  readonly when?: Bilingual;
  readonly why?: Bilingual;
}

/**
 * A screening with everything that a person is shown of it, in both languages. It needs no knowledge to be displayed,
 * so it can be sent to a page, kept with the law as it was, and printed.
 */
export interface Explanation {
  readonly message: Message;
  readonly verdict: Verdict;
  readonly leads: readonly Lead[];
  /** By weight, then in the order of their first words. */
  readonly findings: readonly ExplainedFinding[];
  readonly verify: readonly VerifyFlows[VerifyFlow][];
  readonly evidence: readonly EvidenceItem[];
  /** Channels, best first. */
  readonly steps: readonly ExplainedStep[];
  /** Pages of the guide that fit, the closest first. */
  readonly guide: readonly Pick<GuideEntry, 'id' | 'title'>[];
  /** The day whose law was applied, `YYYY-MM-DD` in China Standard Time. */
  readonly day: string;
}

const RANK = { violation: 0, verify: 1, lawful: 2 } as const;

/** Resolves every id of a screening. An id that the knowledge no longer has is left out. */
export function explain(message: Message, screening: Screening, knowledge: Knowledge): Explanation {
  const { verdict, leads, day, findings, steps } = screening;
  const found = new Set<string>(findings.flatMap(({ category }) => category ?? []));
  return {
    message,
    verdict,
    leads,
    day,
    findings: groups(findings).map((group) => explainGroup(group, knowledge)),
    verify: verifyFlows(message, screening, knowledge).map((flow) => knowledge.verify[flow]),
    evidence: knowledge.evidence.filter(({ categories }) => categories.some((id) => id === 'all' || found.has(id))),
    steps: steps.flatMap(({ channel: id, when, why }) => {
      const channel = id === undefined ? undefined : knowledge.channels[id];
      return id === undefined || !channel ? [] : { id, channel, ...(when && { when }), ...(why && { why }) };
    }),
    guide: guidePages(message, screening, knowledge),
  };
}

const MOST_PAGES = 4;

/** Pages that a notice, a claim with a known truth, the reader's role or a category asks for, in this order. */
function guidePages({ role }: Message, { findings, leads }: Screening, { guide, rules }: Knowledge) {
  const found = new Set(findings.map(({ rule }) => rule));
  const facts = new Set(rules.flatMap(({ id, fact }) => (fact && found.has(id) ? fact : [])));
  const categories = new Set(findings.flatMap(({ category }) => category ?? []));
  const asks: ((offered: GuideEntry['offered']) => boolean)[] = [
    (offered) => offered.leads.some((lead) => leads.includes(lead)),
    (offered) => offered.facts.some((fact) => facts.has(fact)),
    (offered) => role !== undefined && offered.roles.includes(role),
    (offered) => offered.categories.some((category) => categories.has(category)),
  ];
  const pages = new Set(asks.flatMap((asked) => guide.filter(({ offered }) => asked(offered))));
  return [...pages].slice(0, MOST_PAGES).map(({ id, title }) => ({ id, title }));
}

function groups(findings: readonly Finding[]): [Finding, ...Finding[]][] {
  const byRule = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.level}`;
    const group = byRule.get(key);
    if (group) group.push(finding);
    else byRule.set(key, [finding]);
  }
  return [...byRule.values()].sort(([a], [b]) => RANK[a.level] - RANK[b.level]);
}

function explainGroup(group: [Finding, ...Finding[]], knowledge: Knowledge): ExplainedFinding {
  const [finding] = group;
  const rule = knowledge.rules.find(({ id }) => id === finding.rule);
  const category = finding.category && knowledge.categories[finding.category];
  const fact = rule?.fact && knowledge.facts.find(({ id }) => id === rule.fact)?.fact;
  const lawful = rule?.lawful ?? (finding.level === 'lawful' ? undefined : category?.lawful);
  const articles = finding.law.flatMap((id) => knowledge.articles[id] ?? []);
  return {
    rule: finding.rule,
    level: finding.level,
    basis: finding.basis,
    title: rule?.title ?? category?.name ?? NOTHING,
    why: rule?.why ?? category?.gloss ?? NOTHING,
    readerOnly: finding.source === 'reader',
    passages: group.map(({ start, end, quote, disguises }) => ({
      disguises,
      ...(start !== undefined && end !== undefined && { start, end }),
      ...(quote !== undefined && { quote }),
    })),
    law: articles.filter(({ crime }) => !crime),
    crimes: articles.filter(({ crime }) => crime),
    ...(category && { category: category.name }),
    ...(fact && { fact }),
    ...(lawful && { lawful }),
  };
}

const NOTHING: Bilingual = { zh: '', en: '' };

function verifyFlows(message: Message, { findings, leads, verdict }: Screening, { rules }: Knowledge): VerifyFlow[] {
  const named = new Set(findings.map(({ rule }) => rule));
  const flows = new Set(rules.flatMap(({ id, verify }) => (named.has(id) ? verify : [])));
  if (leads.includes('authority') && !flows.size) flows.add('court').add('police');
  if (message.sender && verdict !== 'nothing-found') flows.add('number');
  return [...flows];
}
