import { closingOf } from './closing';
import { perView } from './per-view';
import { ownTurns } from './turns';
import type { Range, View } from './view';

const closing = perView((view): readonly Range[] => [closingOf(view)]);
const closingAndOwn = perView((view): readonly Range[] =>
  [...ownTurns(view), closingOf(view)].sort((a, b) => a.start - b.start),
);

/**
 * Stretches that tell nothing about certain words: what ends every service message, and what the victim answers in a
 * pasted chat, unless the words are his own. By start; for one view one of two lists, always the same.
 */
export function asidesOf(view: View, words: Range | undefined): readonly Range[] {
  const own = ownTurns(view);
  const others = words && own.length > 0 && !own.some(({ start, end }) => start <= words.start && words.end <= end);
  return others ? closingAndOwn(view) : closing(view);
}

/** The canonical text without the asides at its end, for the learned reader, who would take them for the whole. */
export function withoutEnd(view: View): string {
  const { text } = view.canonical;
  let end = text.length;
  for (const aside of [...closingAndOwn(view)].reverse()) {
    if (text.slice(aside.end, end).trim()) break;
    // Of several lines behind 「我：」 the later ones may be the collector's again.
    if (text.slice(aside.start, end).trim().includes('\n') && aside.start !== closingOf(view).start) break;
    end = Math.min(end, aside.start);
  }
  return text.slice(0, end).trim() ? text.slice(0, end) : text;
}
