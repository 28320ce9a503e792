import { matchesAny, matchPattern } from './match';
import type { Candidate, CompiledRule } from './types';
import type { Range, View } from './view';

/** Runs all rules over a scanned message. One candidate for each place that a rule matches. */
export function propose(rules: readonly CompiledRule[], view: View): Candidate[] {
  return rules.flatMap((rule) => {
    const ranges = rule.match.flatMap((pattern) => matchPattern(pattern, view));
    if (!ranges.length || matchesAny(rule.unlessAnywhere, view)) return [];
    return smallest(ranges)
      .filter((range) => !matchesAny(rule.unless, view, sentencesOf(range, view)))
      .map((range) => toCandidate(rule, range));
  });
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
