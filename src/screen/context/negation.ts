import type { Range, View } from '../view';
import type { Context } from '.';
import { uncovered } from './spoken';

/** Characters between a negation (「不是」「没有通知」) and the words it governs. */
const REACH = 12;
/** A ban or an assurance governs a whole list: 「不得恐吓、辱骂或者联系客户的家人」. */
const FIRM_REACH = 36;
/** Characters between the words and 「这种规定」「都是骗人的」 that take them back. */
const AFTER = 8;
/** Marks that end what a negation governs; 、 goes on with its list. */
const BREAKS = '，：';

/**
 * 「我们不会联系您的家人」「严禁威胁」「没有“逾期就坐牢”这回事」: a sincere denial before the words, inside them, or
 * right after them. What only sounds so (「不会放过你」「子女不得就读」) is `negator-sham`; 「不是威胁你，…」 and
 * 「今天不能还就…」 end before the words that count.
 */
export const negation: Context = ({ range, level }, view) => {
  if (!range || level === 'lawful') return undefined;
  const before = denied(view, 'negator', range, REACH) || denied(view, 'negator-firm', range, FIRM_REACH);
  return before || takenBack(range, view) ? 'drop' : undefined;
};

function denied(view: View, concept: string, range: Range, reach: number): boolean {
  const negators = uncovered(view.hits(`@${concept}`), view.hits('@negator-sham'));
  return negators.some((negator) => governs(negator, range, view, reach));
}

function governs(negator: Range, { start, end }: Range, view: View, reach: number): boolean {
  const inside = negator.start > start && negator.end < end;
  if (inside) return !ended(negator.end, end, view);
  if (negator.end > start || start - negator.end > reach) return false;
  if (view.sentenceAt(negator.start) !== view.sentenceAt(start)) return false;
  const between = view.canonical.text.slice(negator.end, start);
  return ![...between].some((mark) => BREAKS.includes(mark)) && !ended(negator.end, start, view);
}

function ended(from: number, to: number, view: View): boolean {
  return view.hits('@negation-ended').some((hit) => hit.start >= from && hit.end <= to);
}

function takenBack({ end }: Range, view: View): boolean {
  const sentence = view.sentence(view.sentenceAt(end - 1));
  return view
    .hits('@cue-debunk')
    .some((cue) => cue.start >= end && cue.start - end <= AFTER && cue.end <= sentence.end);
}
