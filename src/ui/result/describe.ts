/** What a finding is called and how its law is worded: shared by the cards and by the copied text. */
import { knowledge } from '../../knowledge';
import type { Article, Finding, Screening } from '../../screen';
import type { CompiledRule } from '../../screen/types';
import { pick, type TextKey, t } from '../i18n';
import { groupFindings } from './groups';

const rules = new Map(knowledge.rules.map((rule) => [rule.id, rule]));

export function ruleOf({ rule }: Finding): CompiledRule | undefined {
  return rules.get(rule);
}

export function categoryName({ category }: Finding): string | undefined {
  return category && pick(knowledge.categories[category].name);
}

export function titleOf(finding: Finding): string {
  const rule = ruleOf(finding);
  return rule ? pick(rule.title) : (categoryName(finding) ?? '');
}

/** Why these words matter; a finding of the reader alone says so. */
export function whyOf(finding: Finding): string {
  const rule = ruleOf(finding);
  if (rule) return pick(rule.why);
  const gloss = finding.category ? pick(knowledge.categories[finding.category].gloss) : '';
  return finding.source === 'reader' ? `${t('readerOnly', categoryName(finding) ?? '')} ${gloss}` : gloss;
}

/** What the sender could lawfully have done; nothing for words that are lawful already. */
export function lawfulInsteadOf(finding: Finding): string | undefined {
  const own = ruleOf(finding)?.lawful;
  if (own) return pick(own);
  if (finding.level === 'lawful' || !finding.category) return undefined;
  return pick(knowledge.categories[finding.category].lawful);
}

export function factOf(finding: Finding): string | undefined {
  const id = ruleOf(finding)?.fact;
  const fact = id && knowledge.facts.find((card) => card.id === id);
  return fact ? pick(fact.fact) : undefined;
}

export function articlesOf(finding: Finding): { usual: Article[]; crime: Article[] } {
  const articles = finding.law.flatMap((id) => knowledge.articles[id] ?? []);
  return { usual: articles.filter(({ crime }) => !crime), crime: articles.filter(({ crime }) => crime) };
}

/** 「治安管理处罚法第五十条第一款第一项」, or the instrument alone where the number is not confirmed. */
export function citationOf({ instrument, instrumentEn, article }: Article, english: boolean): string {
  if (!english) return `《${instrument.replace(/[《》]/g, '')}》${article ?? ''}`;
  return `${instrumentEn}${article ? ` (${article})` : ''}`;
}

/** The verb in front of a citation: never "law" for a standard, never a crime as a fact. */
export function stanceOf(finding: Finding, article: Article): string {
  let key: TextKey = 'mayViolate';
  if (article.crime && !article.explains) return t('mayInvolve');
  if (finding.level === 'lawful' || article.explains) key = 'mayAllow';
  else if (finding.level === 'verify') key = 'mayCheck';
  else if (article.kind === 'standard' || article.kind === 'self-regulatory') key = 'mayDiffer';
  return t(key);
}

/** The one sentence that says what matters, with how many kinds of statement it is about. */
export function verdictSentence({ verdict, findings }: Screening): string {
  const level = verdict === 'found' ? 'violation' : 'verify';
  return t(`verdict_${verdict}`, groupFindings(findings.filter((finding) => finding.level === level)).length);
}
