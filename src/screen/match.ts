import type { Pattern, Step, Term } from '../knowledge/pattern';
import type { Range, View } from './view';

/** How many earlier partial matches are tried for each hit; bounds the work on hostile repetition. */
const LOOK_BACK = 48;

/**
 * Where a pattern matches: one match for each place its last term stands, beginning as late as possible, so that
 * the marked words are the fewest that prove the finding.
 *
 * @returns ranges of the canonical text, from the first to the last term, by end
 */
export function matchPattern(pattern: Pattern, view: View): Range[] {
  const [first, ...rest] = pattern.steps;
  if (!first || pattern.steps.some((step) => step.terms.every((term) => !view.hits(term).length))) return [];
  let chains = [...hitsOf(first.terms, view)];
  if (pattern.initial) chains = chains.filter(({ start }) => view.clauseStart(start) === start);
  for (const step of rest) {
    if (!chains.length) return [];
    chains = extend(chains, step, view);
  }
  return chains;
}

/** Most characters by which a match grows at either end to hold whole words. */
const WORD_REST = 2;

/**
 * Where 「你爸」 ends a match and 「爸妈」, another word of the same step, runs on, the marked words end with 「妈」, and where
 * 「断你」 begins one and 「打断」 overlaps it, they begin with 「打」: half a word would mislead.
 */
export function wholeWords(match: Range, pattern: Pattern, view: View): Range {
  const across = (step: Step | undefined, at: number) =>
    hitsOf(step?.terms ?? [], view).filter((hit) => hit.start < at && hit.end > at);
  const starts = across(pattern.steps[0], match.start).map(({ start }) => start);
  const ends = across(pattern.steps.at(-1), match.end).map(({ end }) => end);
  return {
    start: Math.min(match.start, ...starts.filter((start) => match.start - start <= WORD_REST)),
    end: Math.max(match.end, ...ends.filter((end) => end - match.end <= WORD_REST)),
  };
}

/** True when any of the patterns matches inside the range, if one is given, and not wholly inside one of the asides. */
export function matchesAny(
  patterns: readonly Pattern[],
  view: View,
  asides: readonly Range[],
  within?: Range,
): boolean {
  const counts = (match: Range) => (!within || holds(within, match)) && !asides.some((aside) => holds(aside, match));
  return patterns.some((pattern) => matchPattern(pattern, view).some(counts));
}

const holds = (outer: Range, { start, end }: Range): boolean => outer.start <= start && end <= outer.end;

function hitsOf(terms: readonly Term[], view: View): readonly Range[] {
  if (terms.length === 1) return view.hits(terms[0] as Term);
  return terms.flatMap((term) => view.hits(term)).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Joins each hit of the step to the latest partial match that it may follow. */
function extend(chains: readonly Range[], step: Step, view: View): Range[] {
  const byEnd = [...chains].sort((a, b) => a.end - b.end || a.start - b.start);
  const longer: Range[] = [];
  let known = 0;
  for (const hit of hitsOf(step.terms, view)) {
    while (known < byEnd.length && (byEnd[known] as Range).end <= hit.start) known++;
    let best: Range | undefined;
    for (let at = known - 1; at >= Math.max(0, known - LOOK_BACK); at--) {
      const chain = byEnd[at] as Range;
      if (step.gap >= 0 && hit.start - chain.end > step.gap) break;
      if ((!best || chain.start > best.start) && allowed(chain, hit, step, view)) best = chain;
    }
    if (best) longer.push({ start: best.start, end: hit.end });
  }
  return longer;
}

function allowed(chain: Range, hit: Range, step: Step, view: View): boolean {
  if (!step.cross && view.sentenceAt(chain.end - 1) !== view.sentenceAt(hit.start)) return false;
  return !step.not.some((term) => view.hits(term).some(({ start, end }) => start >= chain.end && end <= hit.start));
}
