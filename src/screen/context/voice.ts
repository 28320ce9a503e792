import type { Candidate } from '../types';
import type { View } from '../view';
import { perView } from './per-view';
import { quotesOf, spoken } from './spoken';

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
export function speaksAs(view: View, voice: Voice, { chance = 0 }: Candidate): boolean {
  const weights = weigh(view);
  const enough = chance >= NEARLY_CERTAIN ? ENOUGH_AGAINST_READER : ENOUGH;
  return weights.heard.has(voice) && weights.score >= enough;
}

/**
 * How strongly a message only talks about collection, all voices together: a word of `<cue>-strong` counts 2, of `<cue>`
 * 1, each different word once. Words that speak as a collector, and more 「你」 than 「我」, weaken it. Words inside
 * quotation marks are somebody else's; words of `cue-sham` (「投诉也没用」) only sound like such a voice.
 */
const weigh = perView((view): Weights => {
  const strong = new Set<string>();
  const weak = new Set<string>();
  const heard = new Set<Voice>();
  for (const voice of VOICES) {
    const words = [...distinct(view, `${voice}-strong`)];
    const more = [...distinct(view, voice)].filter((word) => !words.some((longer) => longer.includes(word)));
    if (words.length || more.length) heard.add(voice);
    for (const word of words) strong.add(word);
    for (const word of more) weak.add(word);
  }
  const spare = [...weak].filter((word) => ![...strong].some((longer) => longer.includes(word))).length;
  const voices = STRONG * strong.size + Math.min(spare, MOST_WEAK);
  const quoted = voices > 1 && quotesOf(view).length > 0 ? 1 : 0;
  const length = LENGTH * Math.min(view.canonical.text.length / 100, MOST_LENGTH);
  const score = voices + quoted - COLLECTOR * distinct(view, 'cue-collector').size - addressed(view) - length;
  return { heard, score };
});

/** The different words of a concept that the message itself speaks. */
function distinct(view: View, concept: string): Set<string> {
  const { text } = view.canonical;
  return new Set(spoken(view, `@${concept}`, '@cue-sham').map(({ start, end }) => text.slice(start, end)));
}

/** How much more the message speaks to somebody than of its writer. */
function addressed(view: View): number {
  const { text } = view.canonical;
  const quotes = quotesOf(view);
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
