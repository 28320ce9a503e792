/** Sentence punctuation, line breaks and quotation marks: one form for each, none where they cut a word apart. */
import { dropStrewn } from './between';
import { DIGIT, HAN, isWord, NEWLINE, SYMBOL } from './classes';
import { INSERTED } from './flags';
import { classAt, singlesAhead } from './runs';
import type { Writer } from './writer';

const ELLIPSIS = 0x2026;

/** Handles the punctuation mark at the reading place. */
export function stop(w: Writer): void {
  const { track } = w;
  const code = track.at(w.read);
  if (code === ELLIPSIS && track.at(w.write - 1) === ELLIPSIS && w.write > 0) {
    track.end[w.write - 1] = track.end[w.read] ?? 0;
    w.drop(1, 0);
    return;
  }
  if (dropStrewn(w) || splitsSingles(w, code, 4)) return;
  w.keep(stopForm(w, code));
}

/** A mark that sets every single character off (通。知。你。们) is part of the disguise, not punctuation. */
function splitsSingles(w: Writer, code: number, least: number): boolean {
  const { track } = w;
  const single = w.last === HAN && w.length === 1;
  if (!single || code === 0x3001) {
    w.singles = 0;
    return false;
  }
  w.singles = w.mark === code && w.singles > 0 ? w.singles + 1 : 1;
  w.mark = code;
  const ahead = singlesAhead(track, w.read + 1, code, least);
  if (ahead === 0 || w.singles + ahead < least) {
    if (ahead === 0) w.singles = 0;
    return false;
  }
  const singles = w.singles;
  w.drop(1, INSERTED);
  w.singles = singles;
  return true;
}

/** Full-width form inside Chinese, ASCII inside numbers, times and addresses. */
function stopForm(w: Writer, code: number): number {
  const before = w.last;
  const after = classAt(w.track, w.read + 1);
  const inNumber = before === DIGIT && after === DIGIT;
  switch (code) {
    case 0x2c:
      return inNumber ? 0x2c : 0xff0c;
    case 0x3a:
    case 0xff1a:
      return inNumber || w.track.at(w.read + 1) === 0x2f ? 0x3a : 0xff1a;
    case 0x3f:
    case 0xff1f:
      return (isWord(before) || before === SYMBOL) && isWord(after) ? 0x3f : 0xff1f;
    case 0x21:
      return 0xff01;
    case 0x3b:
      return 0xff1b;
    default:
      return code;
  }
}

/** Handles the line break at the reading place. */
export function newline(w: Writer): void {
  const { track } = w;
  const start = w.write === 0;
  const after = classAt(track, w.read + 1);
  w.doubleOpen = false;
  w.singleOpen = false;
  if (start || after === 0 || w.last === NEWLINE) w.drop(1, 0);
  else if (!splitsSingles(w, 0x0a, 3)) w.keep();
}

/** Handles the quotation mark at the reading place. */
export function quote(w: Writer): void {
  const { track } = w;
  const code = track.at(w.read);
  if (code === 0x22) {
    w.doubleOpen = !w.doubleOpen;
    w.keep(w.doubleOpen ? 0x201c : 0x201d);
  } else if (code === 0x27 && !(isWord(w.last) && isWord(classAt(track, w.read + 1)))) {
    w.singleOpen = !w.singleOpen;
    w.keep(w.singleOpen ? 0x2018 : 0x2019);
  } else w.keep();
}
