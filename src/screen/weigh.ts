import type { Term } from '../knowledge/pattern';
import type { Category } from '../knowledge/vocabulary';
import type { Candidate, SecondOpinion } from './types';
import { overlap, type View } from './view';

/** Below this probability the reader finds a rule's accusation improbable. */
const DOUBT = 0.08;

/** A loose pattern needs this probability: words and reading must both say it. */
const AGREEMENT = 0.5;

/**
 * The reader alone accuses from this chance of any violation where nobody is spoken to, nor pressed for a debt, where a
 * word of adverts stands, or where there is little to go by.
 */
const SURE_ELSEWHERE = 0.95;

/** And in what sounds like an advert from this one. */
const SURE_IN_ADVERT = 0.985;

/** So many different words of adverts sound like one; a single word may stand in any message. */
const ADVERT_WORDS = 2;

/** So few characters are little to go by: a bare demand is soon taken for a threat. */
const FEW = 8;

/** What this rule explains as lawful the reader alone takes too often for this: lenders write it every day. */
const LAWFUL = 'credit-report';
const TAKEN_FOR: Category = 'false-legal-consequence';

/** Where a message is accused already, what else the reader suspects counts from this score. */
const BESIDES = 0.6;

/** And of these kinds from this one: below it, three of five such suspicions were wrong. */
const GRAVE: readonly (Category | undefined)[] = ['judicial-impersonation', 'extortion-payment'];
const BESIDES_GRAVE = 0.8;

/**
 * What a rule finds of these counts where a message is accused already, though the reader doubts it: a threat mostly
 * comes in the words of another violation, and the reader then hears only that one.
 */
const COMES_ALONG: Category = 'threat';

/**
 * Brings rules and reader together, so that nobody is accused on weak evidence.
 *
 * - A rule's violation that the reader finds improbable becomes something to check (but see `besides`); its loose
 *   patterns count only where the reader finds their category probable.
 * - The reader alone is heard where somebody is spoken to or pressed for a debt; elsewhere, beside a word of adverts, in
 *   a message of a few characters, and against an announced credit report, only where it is surer; and in what sounds like an advert only where it is all but
 *   certain: it has read little of ordinary life. It then accuses of the likeliest kind. Its mere suspicion counts where
 *   somebody is spoken to and pressed for a debt.
 * - Where a rule has found a category that the reader finds probable too, the words that look most like it to the reader
 *   are marked as well: a rule may have caught it by lesser ones. Otherwise a suspicion adds nothing to what is found.
 *
 * Without a reader (not started yet, or broken) the rules stand alone.
 */
export function weigh(candidates: readonly Candidate[], view: View, opinion: SecondOpinion | undefined): Candidate[] {
  const probability = ({ category }: Candidate) => (category && opinion?.probability.get(category)) ?? 0;
  const usable = candidates.filter((each) => !each.needsReader || probability(each) >= AGREEMENT);
  if (!opinion) return usable;
  const rules = usable.map((each) =>
    each.level === 'violation' && probability(each) < DOUBT
      ? { ...each, level: 'verify' as const, doubted: true as const }
      : each,
  );
  const ruled = accusedBy(rules);
  const more = opinion.candidates
    .filter((each) => ruled.has(each.category) && probability(each) >= AGREEMENT && isStrongest(each, opinion))
    .map(accusing);
  const lawful = rules.filter(({ rule }) => rule === LAWFUL);
  const alone = heardAlone(opinion.candidates, view, lawful).filter(({ category }) => !ruled.has(category));
  const accused = accusedBy([...rules, ...alone]);
  return [...rules, ...more, ...alone.filter(({ level, category }) => level === 'violation' || !accused.has(category))];
}

/**
 * Adds what else the reader suspects, with less than it needs alone, and the threats that it doubts, where something is
 * found: kinds come together, and nobody innocent is accused by it.
 *
 * @param found what the contexts left of what was weighed
 * @param inContext takes back what the contexts speak against
 */
export function besides(
  found: readonly Candidate[],
  opinion: SecondOpinion | undefined,
  inContext: (candidates: Candidate[]) => Candidate[],
): Candidate[] {
  const accused = accusedBy(found);
  if (!opinion || accused.size === 0) return [...found];
  const doubted = found.filter(({ category, doubted }) => doubted && category === COMES_ALONG);
  const believed = inContext(doubted.map(accusing));
  const ruled = accusedBy([...found, ...believed]);
  const suspected = opinion.candidates.filter(
    ({ category, score = 0 }) => !ruled.has(category) && score >= (GRAVE.includes(category) ? BESIDES_GRAVE : BESIDES),
  );
  const added = [...believed, ...inContext(suspected.map(accusing))];
  const now = accusedBy(added);
  const weaker = ({ source, category, doubted }: Candidate) => (source === 'reader' || doubted) && now.has(category);
  return [...found.filter((each) => !weaker(each)), ...added];
}

const accusing = (candidate: Candidate): Candidate => ({ ...candidate, level: 'violation' });

/** Accuses of the likeliest kind only: `besides` adds the others. */
function heardAlone(candidates: readonly Candidate[], view: View, lawful: readonly Candidate[]): Candidate[] {
  const hints = has(view, '@speaks-to-someone') && has(view, '@debt-pressure');
  const top = Math.max(...candidates.map(({ score = 0 }) => score));
  const likeliest = candidates.find(({ score }) => score === top)?.category;
  return candidates.flatMap((each): Candidate[] => {
    const { category, level, chance = 0 } = each;
    const isExplained = category === TAKEN_FOR && lawful.some((other) => overlap(each.range, other.range));
    const least = isExplained ? SURE_ELSEWHERE : leastAlone(view);
    if (category === likeliest && level === 'violation' && chance >= least) return [each];
    return hints ? [{ ...each, level: 'verify' }] : [];
  });
}

/** The chance beyond its own threshold from which the reader alone accuses; 0 where the threshold is enough. */
export function leastAlone(view: View): number {
  const { text } = view.canonical;
  const advert = new Set(view.hits('@advert').map(({ start, end }) => text.slice(start, end))).size;
  if (advert >= ADVERT_WORDS) return SURE_IN_ADVERT;
  const addressed = has(view, '@speaks-to-someone') || has(view, '@debt-pressure');
  return addressed && !advert && text.length > FEW ? 0 : SURE_ELSEWHERE;
}

const has = (view: View, term: Term): boolean => view.hits(term).length > 0;

function isStrongest({ category, score = 0 }: Candidate, { candidates }: SecondOpinion): boolean {
  return candidates.every((other) => other.category !== category || (other.score ?? 0) <= score);
}

function accusedBy(candidates: readonly Candidate[]): Set<Category | undefined> {
  return new Set(candidates.filter(({ level }) => level === 'violation').map(({ category }) => category));
}

/** Terms of which one stands in nearly every message that crosses a line. */
const WORTH_READING: readonly Term[] = ['@talks-of-money', '@speaks-to-someone', '@worth-reading'];

/**
 * Whether an opinion is worth its time: many ordinary messages need not be read at all. Without such a term the reader
 * would accuse only where it is all but certain, and in what crosses a line that hardly comes.
 */
export function wantsOpinion(candidates: readonly Candidate[], view: View): boolean {
  return (
    WORTH_READING.some((term) => has(view, term)) ||
    candidates.some(({ level, needsReader }) => needsReader || level === 'violation')
  );
}
