import type { Scores } from './network';
import { sigmoid } from './tensor';
import type { ReaderModel } from './weights';

/** Words that may carry a label; offsets in UTF-16 units of the text that was read, `end` exclusive. */
export interface LabelledSpan {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** 0–1: geometric mean of the message head and of the strongest character of the span. */
  readonly score: number;
  /** 0–1: how probable it is that the window it was found in crosses any line at all. */
  readonly chance: number;
  /** The chance of any violation reached the threshold of a finding; otherwise only that of a hint. */
  readonly sure: boolean;
}

/** A character belongs to a span from this share of the strongest one. */
const SHARE = 0.4;
/** A second place of the same label must come this near to the strongest. */
const SECOND = 0.6;
/** Weaker characters between two strong ones do not part them, unless a sentence ends there. */
const GAP = 3;
/** How far a span moves to a clause border that is near; what is given up inwards is the torn edge of another clause. */
const OUTWARDS = [0, 1, 2, 3];
const INWARDS = [-1, -2, -3];
/** A span of so few characters gives up none. */
const SHORT = 8;
const SENTENCE = /[。！？!?；;…\n]/;
const BORDER = /[。！？!?；;…\n，,、：:\s「」『』“”"【】[\]（）()~—-]/;

/** No chance counts as nearer to nothing or to certainty. */
const CERTAIN = 1e-6;

/** The chance, 0–1, that any line is crossed, as in training (`judged` in decide.py): network and phrases together. */
export function chanceOfAny({ message, recalled }: Scores, mixed: ReaderModel['mixed']): number {
  const [network, phrases, shift] = mixed as readonly [number, number, number];
  const any = 1 - message.reduce((none, each) => none * (1 - each), 1);
  const inside = Math.min(Math.max(any, CERTAIN), 1 - CERTAIN);
  return sigmoid(network * Math.log(inside / (1 - inside)) + phrases * recalled + shift);
}

/**
 * The decision of training/decide.py for one window, and where the spans begin and end.
 *
 * @param chance that any line is crossed, of {@link chanceOfAny}
 */
export function findSpans(text: string, scores: Scores, chance: number, model: ReaderModel): LabelledSpan[] {
  const labels = model.labels.length;
  if (chance < model.hint) return [];
  return model.labels.flatMap((label, index) => {
    const message = scores.message[index] as number;
    const at = (t: number) => scores.chars[t * labels + index] as number;
    let peak = 0;
    for (let t = 0; t < text.length; t++) peak = Math.max(peak, at(t));
    if (message < model.floor || peak < model.floor || Math.sqrt(message * peak) < model.least) return [];
    return places(text, at, peak * SHARE).flatMap(([start, end]) => {
      let top = 0;
      for (let t = start; t < end; t++) top = Math.max(top, at(t));
      const score = Math.sqrt(message * top);
      if (top < peak * SECOND || score < model.least) return [];
      const range = toClause(text, start, end);
      return [{ label, start: range.start, end: range.end, score, chance, sure: chance >= model.found }];
    });
  });
}

/** Runs of characters over the threshold, small gaps closed. */
function places(text: string, at: (t: number) => number, threshold: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let t = 0; t < text.length; t++) {
    if (at(t) < threshold) continue;
    const last = runs.at(-1);
    if (last && t - last[1] <= GAP && !SENTENCE.test(text.slice(last[1], t))) last[1] = t + 1;
    else runs.push([t, t + 1]);
  }
  return runs;
}

/** Moves to the clause border that is near, outwards rather than inwards, then sheds punctuation and blanks at both ends. */
function toClause(text: string, from: number, to: number): { start: number; end: number } {
  const steps = to - from > SHORT ? [...OUTWARDS, ...INWARDS] : OUTWARDS;
  const begins = (i: number) => i <= 0 || BORDER.test(text[i - 1] as string);
  const ends = (i: number) => i >= text.length || BORDER.test(text[i] as string);
  let start = Math.max(0, from - (steps.find((step) => begins(from - step)) ?? 0));
  let end = Math.min(text.length, to + (steps.find((step) => ends(to + step)) ?? 0));
  while (start < end - 1 && BORDER.test(text[start] as string)) start++;
  while (end > start + 1 && BORDER.test(text[end - 1] as string)) end--;
  // Never half of a surrogate pair.
  if (start > 0 && /[\udc00-\udfff]/.test(text[start] as string)) start--;
  if (end < text.length && /[\udc00-\udfff]/.test(text[end] as string)) end++;
  return { start, end };
}
