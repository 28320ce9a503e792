import type { Term } from '../../knowledge/pattern';
import { perView } from '../per-view';
import type { Range, View } from '../view';

const OPEN = '“「';
const CLOSE = '”」';
/** Longer stretches between marks are a whole letter, not words somebody repeats. */
const LONGEST_QUOTE = 160;

/** Stretches between quotation marks, the marks outside: ranges of the canonical text, by start. */
export const quotesOf = perView((view): readonly Range[] => {
  const { text } = view.canonical;
  const quotes: Range[] = [];
  let open = -1;
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] as string;
    if (OPEN.includes(mark)) open = at;
    else if (CLOSE.includes(mark) && open >= 0) {
      if (at - open - 1 <= LONGEST_QUOTE) quotes.push({ start: open + 1, end: at });
      open = -1;
    }
  }
  return quotes;
});

/** The quotation that holds the whole range, if one does. */
export function quoteAround(view: View, { start, end }: Range): Range | undefined {
  return quotesOf(view).find((quote) => quote.start <= start && end <= quote.end);
}

/**
 * Hits of a term that do not lie wholly inside one of the covers (both by start): 「投诉」 in 「投诉也没用」 is no
 * complaint. One pass over both lists.
 */
export function uncovered(hits: readonly Range[], covers: readonly Range[]): Range[] {
  let next = 0;
  let reach = -1;
  return hits.filter(({ start, end }) => {
    for (; next < covers.length && (covers[next] as Range).start <= start; next++) {
      reach = Math.max(reach, (covers[next] as Range).end);
    }
    return reach < end;
  });
}

/** Hits of a term outside quotation marks and outside words of the `sham` concept. */
export function spoken(view: View, term: Term, sham: Term): Range[] {
  return uncovered(uncovered(view.hits(term), quotesOf(view)), view.hits(sham));
}
