/** How much speaks for reading characters as others. */
import { classOf, HAN } from '../normalize/classes';
import type { Confusions } from './confusions';
import { EDGE, type Language } from './language';
import type { Step } from './lattice';
import { FIRST_LETTER, PIECES, RESEMBLING, SOUNDS_ALIKE, SPELT } from './readings';

/** How many places of a kind prove that they are meant so. */
const LEAST: Readonly<Record<number, number>> = { [SPELT]: 2, [FIRST_LETTER]: 3, [PIECES]: 2 };
/** By how much, in the measure of `Language.cost`. */
const LEAST_GAIN = 6;
/** How many exchanged ideographs tell anything. */
const LEAST_EXCHANGED = 3;
/** What a character that is in no ordinary text counts for. */
const RARE = 3;

/** Whether one ideograph is read as another. */
export const isExchange = ({ kind }: Step): boolean => kind === RESEMBLING || kind === SOUNDS_ALIKE;

/** With how many of its neighbours, as they are read, what is meant was met. */
export const linksOf = ({ previous, next, code }: Step, language: Language): number =>
  Number(language.seen(previous, code)) + Number(language.seen(code, next));

/** Whether what is read fits where it stands, and, where an ideograph stood there, fits far better than that one. */
export function isProven(step: Step, text: string, language: Language): boolean {
  const { from, previous, next, code } = step;
  const links = linksOf(step, language);
  if (!isExchange(step)) return links > 0;
  const written = text.charCodeAt(from);
  const cost = (character: number) => language.cost(previous, character) + language.cost(character, next);
  return cost(written) - cost(code) >= LEAST_GAIN && links >= (language.knows(written) ? 2 : 1);
}

/** Leaves out letters and pieces of which too few speak for their kind; exchanges stay. */
export function repeated(steps: readonly Step[]): Step[] {
  const counts = new Map<number, number>();
  for (const { kind } of steps) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return steps.filter(({ kind }) => (counts.get(kind) ?? 0) >= (LEAST[kind] ?? 1));
}

/** Share of the ideographs that are exchanged, 0 where there are too few to tell. */
export function shareOf(steps: readonly Step[], text: string, { alike }: Confusions): number {
  const exchanges = steps.filter(isExchange);
  const weight = exchanges.reduce((sum, { from }) => sum + (alike(text.charCodeAt(from)).length ? 1 : RARE), 0);
  return weight < LEAST_EXCHANGED ? 0 : weight / ideographs(text);
}

/** Share of the neighbouring ideographs that are known as neighbours. */
export function fitOf(text: string, language: Language): number {
  let pairs = 0;
  let known = 0;
  for (const [first, second] of neighbours(text)) {
    if (first === EDGE || second === EDGE) continue;
    pairs++;
    if (language.seen(first, second)) known++;
  }
  return pairs ? known / pairs : 0;
}

/** By how much `restored` is likelier than `text`, for each ideograph, in the measure of `Language.cost`. */
export function gainOf(text: string, restored: string, language: Language): number {
  const cost = (of: string) => neighbours(of).reduce((sum, [first, second]) => sum + language.cost(first, second), 0);
  return (cost(text) - cost(restored)) / Math.max(1, ideographs(text));
}

function ideographs(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (classOf(text.charCodeAt(i)) === HAN) count++;
  return count;
}

/** Each ideograph with what stands before it, and with what follows where that is none. */
function neighbours(text: string): [number, number][] {
  const pairs: [number, number][] = [];
  let before = EDGE;
  for (let i = 0; i <= text.length; i++) {
    const unit = text.charCodeAt(i);
    const now = i < text.length && classOf(unit) === HAN ? unit : EDGE;
    if (before !== EDGE || now !== EDGE) pairs.push([before, now]);
    before = now;
  }
  return pairs;
}
