import type { Category } from '../../knowledge/vocabulary';
import { perView } from '../per-view';
import type { View } from '../view';
import type { Context } from '.';

/** From here on the form is so complete that the message is left to be verified. */
const ENOUGH = 3;

/**
 * Case numbers as courts write them, 「（2025）苏0981民初1234号」: year, court, one of the kinds of case that exist (in the
 * rules of the Supreme People's Court on case numbers, 法〔2015〕137号, those of which a party hears), number. Invented
 * kinds (催执字, 网刑预字) and invented courts do not match. Brackets as `normalize` leaves them.
 */
const CASE_NUMBER =
  /[(（【[]?20\d\d[)）】\]]?\s?[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼兵x×*]?[0-9x×*]{0,4}(?:民(?:初|终|申|再|监|抗|撤|特|督|调|催|辖|他|诉前调)|刑(?:初|终|申|再|更)|行(?:初|终|申|再|审)|执(?:保|恢|异|复|监|协|他)?|司惩|司救|财保|诉前调|诉前保|强清|破申|破)字?第?[0-9x×*]{1,12}(?:之[一二三四0-9])?号/;

/** 「您拨打的机主已被某某法院列为失信被执行人」, with the reason before 「列为」 in some. */
const PLAYED_TO_CALLERS =
  /[您你]所?(?:拨打|拨叫|呼叫)的.{0,40}被.{0,16}(?:列为|列入|纳入|公布为|发布为|确定为).{0,4}(?:被执行人|限制高?消费)/;

/** What the form of a notice excuses, and what the announcement to callers of a judgment debtor does. */
const JUDICIAL: readonly (Category | undefined)[] = ['judicial-impersonation', 'false-legal-consequence'];
const TOLD_TO_CALLERS: readonly (Category | undefined)[] = ['privacy-disclosure', 'third-party-pressure'];

/**
 * A message in the form that courts and police really use (a case number of a kind that exists, the court's own
 * systems, 12368) may be genuine: it is never an accusation, only something to verify at the official number. Courts
 * also have whoever calls a judgment debtor told so and asked to urge him. A private payee or chat account, a case that
 * money makes go away, an ultimatum of hours take that benefit away.
 */
export const officialForm: Context = ({ category }, view) => {
  if (view.hits('@private-payee').length || view.hits('@unofficial-sign').length) return undefined;
  const { isComplete, isPlayedToCallers } = formOf(view);
  const excused = isComplete && JUDICIAL.includes(category);
  const played = isPlayedToCallers && [...JUDICIAL, ...TOLD_TO_CALLERS].includes(category);
  return excused || played ? 'verify' : undefined;
};

const formOf = perView((view) => {
  const { text } = view.canonical;
  return {
    isComplete: cues(view) + (CASE_NUMBER.test(text) ? 2 : 0) >= ENOUGH,
    isPlayedToCallers: text.includes('法院') && PLAYED_TO_CALLERS.test(text),
  };
});

/** How much of the form of a genuine notice its words have: a strong one counts 2, a weak one 1, each place once. */
function cues(view: View): number {
  const strong = new Set(view.hits('@official-form-strong').map(({ start }) => start));
  const weak = new Set(view.hits('@official-form').map(({ start }) => start));
  return 2 * strong.size + [...weak].filter((start) => !strong.has(start)).length;
}
