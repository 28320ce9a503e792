import type { CompiledRule } from '../knowledge/compiled';
import type { Pattern, Term } from '../knowledge/pattern';
import { asidesOf } from './asides';
import { matchesAny, matchPattern, wholeWords } from './match';
import type { Candidate } from './types';
import { byCompactness, type Range, type View } from './view';

/** Runs all rules over a scanned message: one candidate for each place that a rule matches. */
export type Proposer = (view: View) => Candidate[];

/**
 * Prepares the rules once. A pattern is tried only where the step with the fewest words has a hit, so that the work
 * grows with what a message says and not with the number of rules.
 */
export function createProposer(rules: readonly CompiledRule[]): Proposer {
  const byTerm = new Map<Term, Entry[]>();
  for (const rule of rules) {
    const entries = [
      ...rule.match.map((pattern) => ({ rule, pattern, loose: false })),
      ...rule.likely.map((pattern) => ({ rule, pattern, loose: true })),
    ];
    for (const entry of entries) {
      const [rarest] = [...entry.pattern.steps].sort((a, b) => a.terms.length - b.terms.length);
      for (const term of new Set(rarest?.terms)) byTerm.set(term, [...(byTerm.get(term) ?? []), entry]);
    }
  }
  return (view) => {
    const tried = new Set<Entry>();
    const matched = new Map<CompiledRule, Match[]>();
    for (const term of view.terms()) {
      for (const entry of byTerm.get(term) ?? []) {
        if (tried.has(entry)) continue;
        tried.add(entry);
        const matches = matchPattern(entry.pattern, view).map((range) => ({ ...range, entry }));
        if (matches.length) matched.set(entry.rule, [...(matched.get(entry.rule) ?? []), ...matches]);
      }
    }
    const compactness = byCompactness(view.canonical.text);
    return [...matched].flatMap(([rule, matches]) => candidatesOf(rule, fewest(matches, compactness), view));
  };
}

interface Entry {
  readonly rule: CompiledRule;
  readonly pattern: Pattern;
  readonly loose: boolean;
}

interface Match extends Range {
  readonly entry: Entry;
}

function candidatesOf(rule: CompiledRule, matches: readonly Match[], view: View): Candidate[] {
  const withdrawn = new Map<readonly Range[], boolean>();
  const counts = (match: Match) => {
    const asides = asidesOf(view, match);
    const anywhere = withdrawn.get(asides) ?? matchesAny(rule.unlessAnywhere, view, asides);
    withdrawn.set(asides, anywhere);
    return !anywhere && !matchesAny(rule.unless, view, asides, sentencesOf(match, view));
  };
  return matches.filter(counts).map((match) => toCandidate(match, view));
}

function toCandidate({ start, end, entry: { rule, pattern, loose } }: Match, view: View): Candidate {
  return {
    source: 'rule',
    rule: rule.id,
    level: rule.level,
    basis: 'text',
    range: wholeWords({ start, end }, pattern, view),
    law: rule.law,
    despite: rule.despite,
    ...(rule.category && { category: rule.category }),
    ...(rule.lead && { lead: rule.lead }),
    ...(loose && { needsReader: true }),
  };
}

function sentencesOf(range: Range, view: View): Range {
  return {
    start: view.sentence(view.sentenceAt(range.start)).start,
    end: view.sentence(view.sentenceAt(Math.max(range.start, range.end - 1))).end,
  };
}

/** Of matches that overlap, the strict before the loose, then the most compact: the fewest words that prove the finding. */
function fewest(matches: readonly Match[], compactness: (a: Range, b: Range) => number): Match[] {
  const kept: Match[] = [];
  const ordered = [...matches].sort(
    (a, b) => Number(a.entry.loose) - Number(b.entry.loose) || compactness(a, b) || a.start - b.start,
  );
  for (const range of ordered) {
    if (kept.length >= MOST_PLACES) break;
    if (!kept.some((other) => range.start < other.end && range.end > other.start)) kept.push(range);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** More places of one rule in one message would bury the rest. */
const MOST_PLACES = 20;
