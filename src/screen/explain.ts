import type { Article, Knowledge } from '../knowledge/compiled';
import type { EvidenceItem, GuideEntry, VerifyFlows } from '../knowledge/guide-schema';
import type { Bilingual, ChannelFile } from '../knowledge/schema';
import type { Lead, Verdict, VerifyFlow } from '../knowledge/vocabulary';
import { type ExplainedFinding, explainFindings } from './explain-finding';
import { articlesOn } from './law';
import { type Link, linksIn } from './links';
import { numberMeaning } from './number';
import type { Message, Screening } from './types';

export type { ExplainedFinding, Passage } from './explain-finding';

export interface ExplainedStep {
  readonly id: string;
  readonly channel: ChannelFile;
  readonly when?: Bilingual;
  readonly why?: Bilingual;
}

/** A notice above the findings, with the articles that set its deadline and consequence on the day of receipt. */
export interface ExplainedLead {
  readonly lead: Lead;
  readonly law: readonly Article[];
}

/** Steps to check a claim oneself. */
export type ExplainedFlow = VerifyFlows[VerifyFlow] & { readonly id: VerifyFlow };

/**
 * A screening with everything that a person is shown of it, in both languages. It needs no knowledge to be displayed,
 * so it can be sent to a page, kept with the law as it was, and printed.
 */
export interface Explanation {
  readonly message: Message;
  readonly verdict: Verdict;
  readonly leads: readonly Lead[];
  readonly notices: readonly ExplainedLead[];
  /** By weight, then in the order of their first words. */
  readonly findings: readonly ExplainedFinding[];
  readonly verify: readonly ExplainedFlow[];
  /** Hosts of the links in the message, to be shown as text and never to be opened. */
  readonly links: readonly Link[];
  /** What the sender's number says by its first digits. */
  readonly number?: Bilingual;
  readonly evidence: readonly EvidenceItem[];
  /** Channels, best first. */
  readonly steps: readonly ExplainedStep[];
  /** Pages of the guide that fit, the closest first. */
  readonly guide: readonly Pick<GuideEntry, 'id' | 'title'>[];
  /** The day whose law was applied, `YYYY-MM-DD` in China Standard Time. */
  readonly day: string;
  /** The learned reader had its say; absent in what was kept before this was recorded. */
  readonly readerHeard?: boolean;
  /** It was wanted and could not be started: less may have been found than there is. */
  readonly readerFailed?: boolean;
}

/** Resolves every id of a screening. An id that the knowledge no longer has is left out. */
export function explain(message: Message, screening: Screening, knowledge: Knowledge): Explanation {
  const { verdict, leads, day, readerHeard, readerFailed, findings, steps } = screening;
  const found = new Set<string>(accusing(findings).flatMap(({ category }) => category ?? []));
  const hosts = linksIn(message.text, knowledge.routing);
  // A host that looks like another is worth a word even where nothing else is.
  const links = findings.length || leads.length ? hosts : hosts.filter(({ real }) => real);
  const number = message.sender && numberMeaning(message.sender, knowledge.numbers);
  return {
    message,
    verdict,
    leads,
    day,
    readerHeard,
    ...(readerFailed && { readerFailed }),
    notices: leads.map((lead) => ({ lead, law: articlesOn(knowledge.leads[lead].law, day, knowledge.articles) })),
    findings: explainFindings(screening, knowledge),
    verify: verifyFlows(message, screening, links, knowledge).map((id) => ({ id, ...knowledge.verify[id] })),
    links,
    ...(number && { number }),
    evidence: knowledge.evidence.filter(({ categories }) => categories.some((id) => id === 'all' || found.has(id))),
    steps: steps.flatMap(({ channel: id, when, why }) => {
      const channel = id === undefined ? undefined : knowledge.channels[id];
      return id === undefined || !channel ? [] : { id, channel, ...(when && { when }), ...(why && { why }) };
    }),
    guide: guidePages(message, screening, knowledge),
  };
}

/** Without what is asked of a guarantor: the pages and proofs of third persons are not for him. */
const accusing = (findings: Screening['findings']) => findings.filter(({ asGuarantor }) => !asGuarantor);

const MOST_PAGES = 4;

/** Pages that a notice, a claim with a known truth, the reader's role or a category asks for, in this order. */
function guidePages(message: Message, screening: Screening, { guide, rules }: Knowledge) {
  const { leads } = screening;
  const findings = accusing(screening.findings);
  const role = findings.length < screening.findings.length ? 'guarantor-or-co-borrower' : message.role;
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

function verifyFlows(
  message: Message,
  { findings, leads, verdict }: Screening,
  links: readonly Link[],
  { rules }: Knowledge,
): VerifyFlow[] {
  const named = new Set(findings.map(({ rule }) => rule));
  const flows = new Set(rules.flatMap(({ id, verify }) => (named.has(id) ? verify : [])));
  if (leads.includes('authority') && !flows.size) flows.add('court').add('police');
  if (message.sender && verdict !== 'nothing-found') flows.add('number');
  if (links.length) flows.add('link');
  return [...flows];
}
