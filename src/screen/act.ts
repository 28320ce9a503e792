import type { Act, Category } from '../knowledge/vocabulary';
import type { Candidate } from './types';
import type { Range, View } from './view';

/** Where it matters for proof and law whether something has happened. An insult or a demand is done by being said. */
const TOLD: readonly Category[] = ['threat', 'privacy-disclosure', 'harassment', 'doxxing'];

/** 「已经逾期」 tells of the debt and 「已经安排」 of a plan: neither says that the act was done. */
const NOT_THE_ACT = /^(逾期|超期|到期|欠|拖|多次|安排|准备|决定|启动|授权|委托|联系不上|无法)/;

/**
 * Adds to each candidate whether its words tell of something done, of something announced, or of something that follows
 * if the reader does not do as he is told; nothing where the text does not say.
 */
export function withActs(candidates: readonly Candidate[], view: View): Candidate[] {
  return candidates.map((candidate) => {
    const { category, range } = candidate;
    const act = category && range && TOLD.includes(category) ? actOf(range, view) : undefined;
    return act ? { ...candidate, act } : candidate;
  });
}

function actOf(range: Range, view: View): Act | undefined {
  const clause = { start: view.clauseStart(range.start), end: view.clauseEnd(range.end - 1) };
  const sentence = { start: view.sentence(view.sentenceAt(range.start)).start, end: range.end };
  const { text } = view.canonical;
  if (within(view.hits('@act-done'), clause).some(({ end }) => !NOT_THE_ACT.test(text.slice(end)))) return 'done';
  if (within(view.hits('@act-conditional'), sentence).length) return 'conditional';
  if (within(view.hits('@act-announced'), clause).length) return 'announced';
  return undefined;
}

const within = (hits: readonly Range[], place: Range): Range[] =>
  hits.filter(({ start, end }) => start >= place.start && end <= place.end);
