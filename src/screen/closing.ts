import { type Range, SENTENCE_ENDS, type View } from './view';

/** A number, an address or marks behind a closing line belong to it. */
const TRAIL = /[\s\d\p{P}]/u;

/**
 * The lines that end service messages (「退订回T」, 「谨防诈骗」), at the end of the canonical text: they stand behind
 * threats as behind adverts and prove nothing. Empty where there are none, or nothing else would be left.
 */
export function closingOf(view: View): Range {
  const { text } = view.canonical;
  const starts = new Map<number, number>();
  for (const { start, end } of view.hits('@closing-line')) starts.set(end, Math.min(start, starts.get(end) ?? start));
  let [kept, at] = [text.length, text.length];
  for (;;) {
    while (at > 0 && TRAIL.test(text[at - 1] as string)) at--;
    const start = starts.get(at);
    if (start === undefined) break;
    at = start;
    if (!text.slice(0, at).trim()) break;
    if (!belongs(view, at)) kept = at;
  }
  return { start: kept, end: text.length };
}

/** Whether the sentence warns already before its closing line: 「都是假的，谨防诈骗」. */
function belongs(view: View, at: number): boolean {
  if (SENTENCE_ENDS.includes(view.canonical.text[at - 1] as string)) return false;
  const { start } = view.sentence(view.sentenceAt(at - 1));
  return view.hits('@cue-warning-strong').some((hit) => hit.start >= start && hit.end <= at);
}
