/** How a result is worded: shared by the cards and by the copied text. */
import type { Article } from '../../knowledge/compiled';
import type { ExplainedFinding, Explanation } from '../../screen/explain';
import { pick, type TextKey, t } from '../i18n';

/** Why these words matter; a finding of the reader alone says so. */
export function whyOf({ why, readerOnly, category }: ExplainedFinding): string {
  return readerOnly ? `${t('readerOnly', category ? pick(category) : '')} ${pick(why)}` : pick(why);
}

/** 「治安管理处罚法第五十条第一款第一项」, or the instrument alone where the number is not confirmed. */
export function citationOf({ instrument, instrumentEn, article }: Article, english: boolean): string {
  if (!english) return `《${instrument.replace(/[《》]/g, '')}》${article ?? ''}`;
  return `${instrumentEn}${article ? ` (${article})` : ''}`;
}

/** Since when an article applies, and whether that day was checked. */
export function sinceOf({ from, fromUnchecked }: Article): string {
  return t(fromUnchecked ? 'lawSinceUnchecked' : 'lawSince', from);
}

/** The verb in front of a citation: never "law" for a standard, never a crime as a fact. */
export function stanceOf({ level }: Pick<ExplainedFinding, 'level'>, article: Article): string {
  let key: TextKey = 'mayViolate';
  if (article.crime && !article.explains) return t('mayInvolve');
  if (level === 'lawful' || article.explains) key = 'mayAllow';
  else if (level === 'verify') key = 'mayCheck';
  else if (article.kind === 'standard' || article.kind === 'self-regulatory') key = 'mayDiffer';
  return t(key);
}

/** The one sentence that says what matters, with how many kinds of statement it is about. */
export function verdictSentence({ verdict, findings }: Explanation): string {
  const level = verdict === 'found' ? 'violation' : 'verify';
  const kinds = findings.flatMap((finding) => (finding.level === level ? (finding.category?.zh ?? finding.rule) : []));
  return t(`verdict_${verdict}`, new Set(kinds).size);
}
