import type { Pattern, Term } from '../knowledge/pattern';
import { matchesAny, matchPattern } from './match';
import type { Candidate, CompiledRule } from './types';
import type { Range, View } from './view';

/** Runs all rules over a scanned message: one candidate for each place that a rule matches. */
export type Proposer = (view: View) => Candidate[];

/**
 * Prepares the rules once. A pattern is tried only where the step with the fewest words has a hit, so that the work
 * grows with what a message says and not with the number of rules.
 */
export function createProposer(rules: readonly CompiledRule[]): Proposer {
  const byTerm = new Map<Term, { rule: CompiledRule; pattern: Pattern }[]>();
  for (const rule of rules) {
    for (const pattern of rule.match) {
      const [rarest] = [...pattern.steps].sort((a, b) => a.terms.length - b.terms.length);
      for (const term of new Set(rarest?.terms)) byTerm.set(term, [...(byTerm.get(term) ?? []), { rule, pattern }]);
    }
  }
  return (view) => {
    const tried = new Set<Pattern>();
    const matched = new Map<CompiledRule, Range[]>();
    for (const term of view.terms()) {
      for (const { rule, pattern } of byTerm.get(term) ?? []) {
        if (tried.has(pattern)) continue;
        tried.add(pattern);
        const ranges = matchPattern(pattern, view);
        if (ranges.length) matched.set(rule, [...(matched.get(rule) ?? []), ...ranges]);
      }
    }
    return [...matched].flatMap(([rule, ranges]) => candidatesOf(rule, ranges, view));
  };
}

function candidatesOf(rule: CompiledRule, ranges: readonly Range[], view: View): Candidate[] {
  if (matchesAny(rule.unlessAnywhere, view)) return [];
  return smallest(ranges)
    .filter((range) => !matchesAny(rule.unless, view, sentencesOf(range, view)))
    .map((range) => toCandidate(rule, range));
}

function toCandidate(rule: CompiledRule, range: Range): Candidate {
  return {
    source: 'rule',
    rule: rule.id,
    level: rule.level,
    basis: 'text',
    range,
    law: rule.law,
    despite: rule.despite,
    ...(rule.category && { category: rule.category }),
    ...(rule.lead && { lead: rule.lead }),
  };
}

function sentencesOf(range: Range, view: View): Range {
  return {
    start: view.sentence(view.sentenceAt(range.start)).start,
    end: view.sentence(view.sentenceAt(Math.max(range.start, range.end - 1))).end,
  };
}

/** Of matches that overlap, the shortest: the fewest words that prove the finding. */
function smallest(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start)) {
    if (kept.length >= MOST_PLACES) break;
    if (!kept.some((other) => range.start < other.end && range.end > other.start)) kept.push(range);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** More places of one rule in one message would bury the rest. */
const MOST_PLACES = 20;
