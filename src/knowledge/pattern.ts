/**
 * The pattern language of the rules (docs/rules.md). A pattern is a sequence of terms with bounded gaps;
 * it is matched by comparing positions, so no pattern can make matching slow.
 */

/** One thing to find: `@concept`, `$entity` (number, money, phone …) or `=literal`. */
export type Term = `@${string}` | `$${string}` | `=${string}`;

export interface Step {
  /** Any one of these. */
  readonly terms: readonly Term[];
  /** Most characters allowed between the step before and this one; -1: no limit. Unused in the first step. */
  readonly gap: number;
  /** Whether the gap may leave the sentence. */
  readonly cross: boolean;
  /** Terms that must not stand in the gap. */
  readonly not: readonly Term[];
}

export interface Pattern {
  readonly steps: readonly Step[];
  /** The match must begin a clause. */
  readonly initial: boolean;
}

/** Characters allowed between two terms that stand side by side in a pattern: room for 了, 你的 and the like. */
export const DEFAULT_GAP = 2;

function parseTerms(token: string, fold: (literal: string) => string): Term[] {
  const terms: Term[] = [];
  for (const part of token.match(/\{[^}]*\}|[^|{}]+/g) ?? []) {
    if (!part.startsWith('{')) {
      const literal = fold(part);
      if (!literal) throw new Error(`「${part}」 is empty once normalized`);
      terms.push(`=${literal}`);
      continue;
    }
    for (const name of part.slice(1, -1).split('|')) {
      if (!/^\$?[a-z][a-z0-9-]*$/.test(name)) throw new Error(`「${part}」 is not a concept`);
      terms.push(name.startsWith('$') ? (name as Term) : `@${name}`);
    }
  }
  if (!terms.length) throw new Error(`「${token}」 holds no term`);
  return terms;
}

function parseSequence(source: string, fold: (literal: string) => string): Pattern[] {
  let variants: { steps: Step[]; initial: boolean }[] = [{ steps: [], initial: false }];
  let gap = DEFAULT_GAP;
  let cross = false;
  let not: Term[] = [];
  for (const token of source.trim().split(/\s+/)) {
    if (token === '^') {
      for (const variant of variants) variant.initial = true;
    } else if (token === '+') gap = 0;
    else if (token === '~') gap = -1;
    else if (token === '~~') [gap, cross] = [-1, true];
    else if (/^~\d+$/.test(token)) gap = Number(token.slice(1));
    else if (token.startsWith('!')) not.push(...parseTerms(token.slice(1), fold));
    else {
      const optional = token.endsWith('?');
      const step: Step = { terms: parseTerms(optional ? token.slice(0, -1) : token, fold), gap, cross, not };
      const extended = variants.map((variant) => ({ ...variant, steps: [...variant.steps, step] }));
      variants = optional ? [...extended, ...variants] : extended;
      [gap, cross, not] = [DEFAULT_GAP, false, []];
    }
  }
  if (not.length || gap !== DEFAULT_GAP || variants.some((variant) => !variant.steps.length)) {
    throw new Error(`「${source}」 must begin and end with a term that is not optional`);
  }
  return variants;
}

/**
 * Reads one pattern of a rule file.
 *
 * @param source the pattern as written, for example `{tell} ~6 {family|employer}`
 * @param fold brings a literal into the canonical form that messages are matched in
 * @returns the sequences it stands for: one, or several where parts are optional or joined by `&` (any order, same
 *   sentence) or `&&` (any order, anywhere)
 * @throws Error naming the part that cannot be read
 */
export function parsePattern(source: string, fold: (literal: string) => string): Pattern[] {
  const joiner = source.includes(' && ') ? ' && ' : ' & ';
  const parts = source.split(joiner);
  if (parts.length > 3) throw new Error(`「${source}」 joins more than three parts`);
  return permutations(parts).flatMap((order) => parseSequence(order.join(joiner === ' && ' ? ' ~~ ' : ' ~ '), fold));
}

function permutations(parts: string[]): string[][] {
  if (parts.length < 2) return [parts];
  return parts.flatMap((part, i) =>
    permutations([...parts.slice(0, i), ...parts.slice(i + 1)]).map((rest) => [part, ...rest]),
  );
}
