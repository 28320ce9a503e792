import type { Category } from '../../knowledge/vocabulary';
import type { View } from '../view';
import type { Context } from '.';
import { cueWeight } from './cue-weight';

/** From here on the form is so complete that the message is left to be verified. */
const ENOUGH = 3;

/**
 * Case numbers as courts write them, 「（2025）苏0981民初1234号」: year, court, one of the kinds of case that exist,
 * number. Invented kinds (催执字, 网刑预字) and invented courts do not match.
 */
const CASE_NUMBER =
  /[(（〔[]?20\d\d[)）〕\]]?\s?[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼兵x×*]?[0-9x×*]{0,4}(?:民初|民终|民申|民监|民特|民督|民调|民催|民辖|民他|刑初|刑终|行初|行终|执保|执恢|执异|执监|执|财保|诉前调|诉前保|破申|破)(?:第)?[0-9x×*]{1,12}(?:之[一二三四0-9])?号/;

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
  const judicial = JUDICIAL.includes(category) && officialWeight(view) >= ENOUGH;
  const played = [...JUDICIAL, ...TOLD_TO_CALLERS].includes(category) && playedToCallers(view);
  return judicial || played ? 'verify' : undefined;
};

function playedToCallers({ canonical: { text } }: View): boolean {
  return text.includes('法院') && PLAYED_TO_CALLERS.test(text);
}

/** How much of the form of a genuine notice a message has. */
export function officialWeight(view: View): number {
  return cueWeight(view, 'official-form') + (CASE_NUMBER.test(view.canonical.text) ? 2 : 0);
}
