/** Blanks and symbols: which are taken out, which stay. */
import { DIGIT, HAN, isWord, SPACE, SPEAKING, STOP, SYMBOL } from './classes';
import { GAP, INSERTED, SPACED } from './flags';
import { isStrewn } from './noise';
import { classAt, continues, hanRun, PIECE } from './runs';
import { judgeSeparator, KEEP, SENTENCE_END } from './separators';
import type { Writer } from './writer';

const BLANK = 0x20;
const DOT = 0x2e;
const ELLIPSIS = 0x2026;

/** Handles the run of blanks and symbols at the reading place. */
export function separator(w: Writer): void {
  const { track } = w;
  let end = w.read;
  let symbols = 0;
  for (; end < track.length; end++) {
    const kind = classAt(track, end);
    if (kind === SYMBOL || kind === SPEAKING) symbols++;
    else if (kind !== SPACE) break;
  }
  if (symbols === 0) blankRun(w, end);
  else symbolRun(w, end);
}

function blankRun(w: Writer, end: number): void {
  const before = w.last;
  const after = classAt(w.track, end);
  // English keeps its blanks, also after a comma: without it "3000, 5000" would become one number.
  const afterStop = before === STOP && isWord(w.last2);
  if (isWord(after) && (isWord(before) || afterStop)) {
    w.keep(BLANK);
    if (end > w.read) w.drop(end - w.read, 0);
    return;
  }
  const spaced = before === HAN && after === HAN && w.length === 1 && hanRun(w.track, end) === 1;
  const joinsWords = (before === HAN || isWord(before)) && (after === HAN || isWord(after));
  w.drop(end - w.read, (joinsWords && !spaced && !w.bondedAcross(end) ? GAP : 0) | (spaced ? SPACED : 0));
}

function symbolRun(w: Writer, end: number): void {
  const { track } = w;
  if (dropStrewn(w)) return;
  const next = hanRun(track, end);
  const verdict = judgeSeparator(track, w.read, end, {
    before: w.last,
    bonded: w.bondedAcross(end),
    after: classAt(track, end),
    left: w.length,
    beforeLeft: w.beforeRun,
    right: next,
    chainedLeft: w.chained,
    chainedRight: continues(track, end, next),
  });
  if (verdict === SENTENCE_END) {
    while (w.read < end && track.at(w.read) !== DOT) w.drop(1, 0);
    w.keep(0x3002);
    if (w.read < end) w.drop(end - w.read, 0);
  } else if (verdict === KEEP) keepSymbols(w, end);
  else {
    w.drop(end - w.read, verdict);
    w.chained = next <= PIECE;
  }
}

/** Leaves out a lone mark between two ideographs where the message is strewn with such; returns whether it did. */
export function dropStrewn(w: Writer): boolean {
  const lone = w.last === HAN && classAt(w.track, w.read + 1) === HAN && isStrewn(w.track.at(w.read));
  if (!w.noise.symbols || !lone) return false;
  w.drop(1, INSERTED);
  return true;
}

function keepSymbols(w: Writer, end: number): void {
  const { track } = w;
  while (w.read < end) {
    const code = track.at(w.read);
    if (code === DOT && startsEllipsis(w)) dots(w);
    else if (code !== BLANK) w.keep();
    else {
      const before = w.last;
      const after = classAt(track, w.read + 1);
      const wanted = (isWord(before) || before === SYMBOL) && (isWord(after) || after === SYMBOL);
      if (wanted) w.keep();
      else w.drop(1, 0);
    }
  }
}

function startsEllipsis(w: Writer): boolean {
  const { track, read } = w;
  return track.at(read + 1) === DOT && (w.last !== DIGIT || track.at(read + 2) === DOT);
}

function dots(w: Writer): void {
  const { track } = w;
  w.keep(ELLIPSIS);
  const at = w.write - 1;
  while (track.at(w.read) === DOT) {
    track.end[at] = track.end[w.read] ?? 0;
    w.drop(1, 0);
  }
}
