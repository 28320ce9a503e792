import { asidesOf } from '../asides';
import type { Candidate } from '../types';
import type { Range, View } from '../view';
import { quotesOf, spoken, uncovered } from './spoken';

export const VOICES = ['cue-warning', 'cue-news', 'cue-advice', 'cue-question', 'cue-complaint'] as const;
export type Voice = (typeof VOICES)[number];

interface Weights {
  /** Voices that are heard at all. */
  readonly heard: ReadonlySet<Voice>;
  readonly score: number;
}

/** Found on labelled messages: at this score one message in eighty that collects is mistaken for talk about it. */
const ENOUGH = 1.5;
/** A reader that is nearly certain is contradicted only from this score: it has been taught such voices, and feigned ones. */
const ENOUGH_AGAINST_READER = 3;
const NEARLY_CERTAIN = 0.95;
const STRONG = 2;
const MOST_WEAK = 4;
const COLLECTOR = 1.5;
const ADDRESSED = 0.5;
const MOST_ADDRESSED = 6;
/** For each hundred characters: a long letter collects such words by chance. */
const LENGTH = 0.3;
const MOST_LENGTH = 4;
/** What may follow 「我」 when a firm or an authority speaks, not a person. */
const PLURAL = '们司行处部方院局中心所';

/** Whether the message talks in this voice about what the candidate accuses it of, rather than does it. */
export function speaksAs(view: View, voice: Voice, { chance = 0, range }: Candidate): boolean {
  const weights = weigh(view, asidesOf(view, range));
  const enough = chance >= NEARLY_CERTAIN ? ENOUGH_AGAINST_READER : ENOUGH;
  return weights.heard.has(voice) && weights.score >= enough;
}

const known = new WeakMap<readonly Range[], Weights>();

/** Every candidate of a message asks again, and each message has its own lists of asides. */
function weigh(view: View, passedOver: readonly Range[]): Weights {
  const weights = known.get(passedOver) ?? weighed(view, passedOver);
  known.set(passedOver, weights);
  return weights;
}

/**
 * How strongly a message only talks about collection, all voices together: a word of `<cue>-strong` counts 2, of `<cue>`
 * 1, each different word once. Words that speak as a collector, and more 「你」 than 「我」, weaken it. Words inside
 * quotation marks are somebody else's; words of `cue-sham` (「投诉也没用」) only sound like such a voice.
 */
function weighed(view: View, passedOver: readonly Range[]): Weights {
  const strong = new Set<string>();
  const weak = new Set<string>();
  const heard = new Set<Voice>();
  for (const voice of VOICES) {
    const words = longest(distinct(view, `${voice}-strong`, passedOver));
    const more = [...distinct(view, voice, passedOver)].filter(
      (word) => !words.some((longer) => longer.includes(word)),
    );
    if (words.length || more.length) heard.add(voice);
    for (const word of words) strong.add(word);
    for (const word of more) weak.add(word);
  }
  const spare = [...weak].filter((word) => ![...strong].some((longer) => longer.includes(word))).length;
  const voices = STRONG * strong.size + Math.min(spare, MOST_WEAK);
  const quoted = voices > 1 && quotesOf(view).length > 0 ? 1 : 0;
  const length = LENGTH * Math.min(view.canonical.text.length / 100, MOST_LENGTH);
  const collector = COLLECTOR * distinct(view, 'cue-collector', passedOver).size;
  const score = voices + quoted - collector - addressed(view, passedOver) - length;
  return { heard, score };
}

/** The different words of a concept that the message itself speaks, without what stands in `passedOver`. */
function distinct(view: View, concept: string, passedOver: readonly Range[]): Set<string> {
  const { text } = view.canonical;
  const hits = uncovered(spoken(view, `@${concept}`, '@cue-sham'), passedOver);
  return new Set(hits.map(({ start, end }) => text.slice(start, end)));
}

/** 「谨防诈骗」 holds 「防诈」: that is one word. */
const longest = (words: ReadonlySet<string>): string[] =>
  [...words].filter((word) => ![...words].some((longer) => longer !== word && longer.includes(word)));

/** How much more the message speaks to somebody than of its writer. */
function addressed(view: View, passedOver: readonly Range[]): number {
  const { text } = view.canonical;
  const quotes = [...quotesOf(view), ...passedOver].sort((a, b) => a.start - b.start);
  let [next, you, me] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    while (next < quotes.length && (quotes[next]?.end ?? 0) <= at) next++;
    if ((quotes[next]?.start ?? Infinity) <= at) continue;
    const [char, after] = [text[at] as string, text[at + 1] ?? ''];
    if (char === '您' || (char === '你' && after !== '们')) you++;
    else if (char === '我' && (after === '' || !PLURAL.includes(after))) me++;
  }
  return ADDRESSED * Math.min(Math.max(0, you - me), MOST_ADDRESSED);
}
