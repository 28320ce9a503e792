import type { Range, View } from '../view';
import type { Context } from '.';
import { quoteAround, uncovered } from './spoken';

/** Characters between 「对方说」 and the opening mark, and between the closing mark and 「之类」. */
const NEAR = 12;
/** Characters that reported speech without marks may run on after 「对方说」. */
const RUN = 40;

/**
 * 「“再不还就告诉你家人”之类的话不要信」: the words stand in quotation marks next to 「对方说」 or 「这种话」, or follow
 * 「对方说」 in the same sentence. Marks alone prove nothing: collectors use them too.
 */
export const quotation: Context = ({ range }, view) => {
  if (!range) return undefined;
  const cues = uncovered(view.hits('@cue-reported'), view.hits('@cue-sham'));
  if (!cues.length) return undefined;
  const quote = quoteAround(view, range);
  return (quote ? cues.some((cue) => beside(cue, quote)) : told(cues, range, view)) ? 'drop' : undefined;
};

function beside(cue: Range, quote: Range): boolean {
  const before = quote.start - cue.end;
  const after = cue.start - quote.end;
  return (before >= 0 && before <= NEAR) || (after >= 0 && after <= NEAR);
}

function told(cues: readonly Range[], { start }: Range, view: View): boolean {
  const sentence = view.sentence(view.sentenceAt(start));
  return cues.some((cue) => cue.start >= sentence.start && cue.end <= start && start - cue.end <= RUN);
}
