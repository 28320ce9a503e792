import { perView } from './per-view';
import type { Range } from './view';

/** 「[22:10] 小李：」 at the beginning of a line: a time, if any, then a short name and a colon. */
const SPEAKER = /^\s{0,4}(?:[[(]?[\d年月日/.:\- ]{4,24}[\])]?\s{0,2})?([^\s，。！？：:,.!?\d]{1,12})[：:]/;
const SELF = ['我', '本人', '自己'];

/** What the person who pasted a chat says in it himself, from 「我：」 to the next speaker: ranges by start. */
export const ownTurns = perView((view): readonly Range[] => {
  const { text } = view.canonical;
  const turns: Range[] = [];
  let own: number | undefined;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const speaker = SPEAKER.exec(text.slice(start, Math.min(end, start + 48)))?.[1];
    if (speaker !== undefined) {
      if (own !== undefined) turns.push({ start: own, end: start });
      own = SELF.includes(speaker) ? start : undefined;
    }
    start = end + 1;
  }
  if (own !== undefined) turns.push({ start: own, end: text.length });
  return turns;
});
