import type { Context } from '.';

/**
 * 「判决生效后有能力而拒不履行的，可能被纳入失信名单」 is correct law: consequences that do follow a judgment are
 * no falsehood when the message names that condition in the same sentence.
 */
export const judgmentCondition: Context = (candidate, view) => {
  if (candidate.category !== 'false-legal-consequence' || !candidate.range) return undefined;
  const at = view.sentenceAt(candidate.range.start);
  const near = view
    .hits('@judgment-condition')
    .some((hit) => Math.abs(view.sentenceAt(hit.start) - at) <= 1 && hit.start < (candidate.range?.end ?? 0));
  return near ? 'drop' : undefined;
};
