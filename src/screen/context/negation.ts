import type { Context } from '.';

/** Characters between a negation and the words it governs. */
const REACH = 10;

/**
 * 「我们不会联系您的家人」「严禁威胁」: a sincere negation in the same clause, before the words or inside them.
 * A negation that is part of the threat (「不会放过你」) belongs to the rule's own words and does not count.
 */
export const negation: Context = (candidate, view) => {
  if (!candidate.range || candidate.level === 'lawful') return undefined;
  const { start, end } = candidate.range;
  const clause = view.clauseStart(start);
  const negated = view
    .hits('@negator')
    .some((hit) =>
      hit.end <= start ? hit.start >= clause && start - hit.end <= REACH : hit.start > start && hit.end < end,
    );
  return negated ? 'drop' : undefined;
};
