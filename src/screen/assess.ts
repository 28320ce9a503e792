import type { Knowledge } from '../knowledge/compiled';
import { byWeight, LEADS, type Lead, type Verdict } from '../knowledge/vocabulary';
import { selectLaw } from './law';
import { type Canonical, disguises, originalSpan } from './normalize';
import { route } from './route';
import type { Candidate, Finding, Message, Screening } from './types';
import { byCompactness, overlap, type Range } from './view';

/**
 * Turns candidates, whoever proposed them, into the screening: overlaps settled, law of the day of receipt,
 * verdict, what must stand first, and channels.
 *
 * @param day `YYYY-MM-DD`, China Standard Time
 */
export function assess(
  candidates: readonly Candidate[],
  canonical: Canonical,
  message: Message,
  day: string,
  knowledge: Knowledge,
): Omit<Screening, 'readerHeard' | 'readerFailed'> {
  const { lender = 'unknown', role = 'unsure' } = message;
  const settled = settle(candidates, canonical);
  const findings = settled
    .filter(({ lead }) => lead !== 'self-harm')
    .map((candidate) => toFinding(candidate, canonical, selectLaw(candidate, { lender, role }, day, knowledge)))
    // What rests on the clock alone is nothing where no text names an hour for this lender on this day.
    .filter(({ source, law }) => source !== 'facts' || law.length > 0);
  const leads = leadsOf(candidates);
  return {
    verdict: verdictOf(findings),
    findings,
    leads,
    steps: route(findings, leads, message, knowledge),
    lender,
    day,
  };
}

/** `found` if anything is a violation, else `verify` if anything needs a check, else `nothing-found`. */
function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ level }) => level === 'violation')) return 'found';
  return findings.some(({ level }) => level === 'verify') ? 'verify' : 'nothing-found';
}

/**
 * What stands first. Whoever takes an authority's voice, and every legal document, brings `authority` with it: even
 * where the words accuse the sender, a real summons must not be missed.
 */
function leadsOf(candidates: readonly Candidate[]): Lead[] {
  const named = new Set(candidates.flatMap(({ lead }) => lead ?? []));
  const official = [...named].some((lead) => lead !== 'self-harm');
  if (official || candidates.some(({ category }) => category === 'judicial-impersonation')) named.add('authority');
  return LEADS.filter((lead) => named.has(lead));
}

const SOURCE = { rule: 0, facts: 1, reader: 2 } as const;

/** Of two threats in the same words the one against life and limb is told: a lesser title would hide it. */
const GRAVEST = 'bodily-harm';

/**
 * One finding for a place and category: the weightier level, then rules before the reader, then what a rule is sure of
 * before its loose patterns, then the more compact words. A rule knows a violation by few of its words: those in which
 * the reader hears it are marked with them, unless two rules tell them apart.
 */
function settle(candidates: readonly Candidate[], { text }: Canonical): Candidate[] {
  const kept: Candidate[] = [];
  const compactness = byCompactness(text);
  const ordered = [...candidates].sort(
    (a, b) =>
      byWeight(a.level, b.level) ||
      SOURCE[a.source] - SOURCE[b.source] ||
      Number(a.needsReader ?? false) - Number(b.needsReader ?? false) ||
      Number(b.rule === GRAVEST) - Number(a.rule === GRAVEST) ||
      compactness(a.range ?? NOWHERE, b.range ?? NOWHERE),
  );
  for (const candidate of ordered) {
    const covering = kept.filter(
      (other) =>
        (kind(other) === kind(candidate) && (overlap(other.range, candidate.range) || !candidate.range)) ||
        // What accuses nobody would only confuse where an accusation covers the same words.
        (!candidate.category && byWeight(other.level, candidate.level) < 0 && overlap(other.range, candidate.range)),
    );
    const [first] = covering;
    if (!first) kept.push(candidate);
    else if (covering.length === 1) kept[kept.indexOf(first)] = widened(first, candidate);
  }
  return kept.sort((a, b) => (a.range?.start ?? Infinity) - (b.range?.start ?? Infinity) || byWeight(a.level, b.level));
}

function widened(kept: Candidate, { source, level, category, range }: Candidate): Candidate {
  const heard = kept.source === 'rule' && source === 'reader' && level === 'violation' && category === kept.category;
  if (!heard || !range || !kept.range) return kept;
  return {
    ...kept,
    range: { start: Math.min(kept.range.start, range.start), end: Math.max(kept.range.end, range.end) },
  };
}

/** What a finding is about: its category, or the rule itself where it accuses of nothing. */
const kind = ({ category, rule }: Candidate): string => category ?? rule;
const NOWHERE: Range = { start: 0, end: 0 };

function toFinding(candidate: Candidate, canonical: Canonical, law: readonly string[]): Finding {
  const { rule, source, level, basis, category, range, act, asGuarantor } = candidate;
  const told = { ...(category && { category }), ...(act && { act }), ...(asGuarantor && { asGuarantor }) };
  const common = { rule, source, level, basis, law, ...told };
  if (!range) return { ...common, disguises: [] };
  const span = originalSpan(canonical, range.start, range.end);
  const quote = canonical.original.slice(span.start, span.end);
  return { ...common, ...span, quote, disguises: disguises(canonical, range.start, range.end) };
}
