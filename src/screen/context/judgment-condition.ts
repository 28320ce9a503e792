import type { Context } from '.';

/** How far before the condition a denial of it (「不用等」) is looked for. */
const BEFORE = 6;
const DENIED = /不用|不需要|无需|无须|不必|不等|不经|未经|没有|跳过|绕过|免/;

/**
 * 「判决生效后有能力而拒不履行的，可能被纳入失信名单」 is correct law: consequences that do follow a judgment are
 * no falsehood when the message names that condition first, in the same sentence or the one before.
 * 「不需要判决」 names it only to say that it is not needed.
 */
export const judgmentCondition: Context = (candidate, view) => {
  if (candidate.category !== 'false-legal-consequence' || !candidate.range) return undefined;
  const { start, end } = candidate.range;
  const at = view.sentenceAt(start);
  const conditioned = view.hits('@judgment-condition').some((hit) => {
    if (hit.start >= end || at - view.sentenceAt(hit.start) > 1) return false;
    return !DENIED.test(view.canonical.text.slice(Math.max(0, hit.start - BEFORE), hit.start));
  });
  return conditioned ? 'drop' : undefined;
};
