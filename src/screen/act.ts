import type { Act, Category } from '../knowledge/vocabulary';
import type { Candidate } from './types';
import type { Range, View } from './view';

/** Where it matters for proof and law whether something has happened. A threat, an insult, a demand is done by being said. */
const TOLD: readonly Category[] = ['privacy-disclosure', 'harassment', 'doxxing'];

/** And so is the disclosure that these find: somebody else than the borrower is being told of the debt. */
const TOLD_HERE = ['others-debt-disclosed', 'absent-debtor-named'];

/** 「已经逾期」 tells of the debt and 「已经安排」 of a plan: neither says that the act was done. */
const NOT_THE_ACT = /^(逾期|超期|到期|欠|拖|多次|安排|准备|决定|启动|授权|委托|联系不上|无法)/;

/**
 * Adds to each candidate whether its words tell of something done, of something announced, or of something that follows
 * if the reader does not do as he is told; nothing where the text does not say.
 */
export function withActs(candidates: readonly Candidate[], view: View): Candidate[] {
  return candidates.map((candidate) => {
    const { category, range, rule } = candidate;
    const asked = category && TOLD.includes(category) && !TOLD_HERE.includes(rule);
    const act = asked && range ? actOf(range, view) : undefined;
    return act ? { ...candidate, act } : candidate;
  });
}

function actOf(range: Range, view: View): Act | undefined {
  const clause = { start: view.clauseStart(range.start), end: view.clauseEnd(range.end - 1) };
  const sentence = { start: view.sentence(view.sentenceAt(range.start)).start, end: range.end };
  const { text } = view.canonical;
  const done = within(view.hits('@act-done'), clause).filter(({ end }) => !NOT_THE_ACT.test(text.slice(end)));
  const announced = within(view.hits('@act-announced'), clause);
  const [first] = done;
  // 「照片已经打印好了，明天去发传单」: the marked words tell of both, and which of them matters nobody can say.
  if (first) return announced.some(({ start }) => view.clauseStart(start) > first.start) ? undefined : 'done';
  if (within(view.hits('@act-conditional'), sentence).length) return 'conditional';
  return announced.length ? 'announced' : undefined;
}

const within = (hits: readonly Range[], place: Range): Range[] =>
  hits.filter(({ start, end }) => start >= place.start && end <= place.end);
