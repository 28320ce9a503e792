import type { Context } from '.';

/**
 * 「“再不还就告诉你家人”之类的话不要信」: the words stand in quotation marks or follow 「对方说」, and somebody
 * speaks about them. Marks alone prove nothing: collectors use them too.
 */
export const quotation: Context = (candidate, view) => {
  if (!candidate.range) return undefined;
  const { start, end } = candidate.range;
  const { text } = view.canonical;
  const open = Math.max(text.lastIndexOf('“', start), text.lastIndexOf('「', start));
  const close = open < 0 ? -1 : text.slice(open).search(/[”」]/);
  const inMarks = open >= 0 && close >= 0 && open + close >= end - 1;
  const sentence = view.sentence(view.sentenceAt(start));
  const reported = view
    .hits('@cue-reported')
    .some((hit) => (inMarks ? true : hit.end <= start && hit.start >= sentence.start));
  return reported ? 'drop' : undefined;
};
