/**
 * Takes out what was pushed between the characters of a word and gives punctuation one form.
 * One pass over the text, looking ahead a bounded way; run again until nothing changes.
 */
import type { FoldTables } from '../tables';
import { isBracketNoise } from './brackets';
import {
  CLOSE,
  classOf,
  closerOf,
  DIGIT,
  HAN,
  LETTER,
  NEWLINE,
  OPEN,
  QUOTE,
  SPACE,
  SPEAKING,
  STOP,
  SYMBOL,
} from './classes';
import { GAP, INSERTED, SPACED } from './flags';
import { bracketedSingle, classAt, continues, hanRun, PIECE, singlesAhead } from './runs';
import { judgeSeparator, KEEP, SENTENCE_END } from './separators';
import type { Track } from './track';

const BLANK = 0x20;
const DOT = 0x2e;
const ELLIPSIS = 0x2026;
const isWord = (kind: number): boolean => kind === LETTER || kind === DIGIT;

/** One pass; returns whether anything changed. */
export function tidy(track: Track, tables: FoldTables): boolean {
  return new Pass(track, tables).run();
}

class Pass {
  private read = 0;
  private write = 0;
  /** Ideographs since the last thing between them, as it was written; counted no further than needed. */
  private length = 0;
  /** Class of what stands before that run. */
  private beforeRun = 0;
  /** Single characters in a row, set off by `mark`. */
  private singles = 0;
  private mark = 0;
  /** The separator before the current run had been one too, and the run between is short. */
  private chained = false;
  /** Flags waiting for the next entry that is written. */
  private pending = 0;
  private doubleOpen = false;
  private singleOpen = false;
  private joining = false;
  private changed = false;
  /** Classes of the last two entries written. */
  private last = 0;
  private last2 = 0;

  constructor(
    private readonly track: Track,
    private readonly tables: FoldTables,
  ) {}

  run(): boolean {
    const { track } = this;
    while (this.read < track.length) {
      const kind = classAt(track, this.read);
      if (kind === HAN) this.keepHan();
      else if (kind === SPACE || kind === SYMBOL || kind === SPEAKING) this.separator();
      else if (kind === STOP) this.stop();
      else if (kind === NEWLINE) this.newline();
      else if (kind === OPEN) this.bracket();
      else if (kind === QUOTE) this.quote();
      else this.keep(kind === CLOSE ? asFullWidth(track.at(this.read)) : undefined);
    }
    if (this.write !== track.length) this.changed = true;
    track.length = this.write;
    return this.changed;
  }

  /** Writes the entry at `read`, as `code` where given. */
  private keep(code = this.track.at(this.read)): void {
    const { track } = this;
    this.last2 = this.last;
    this.last = code === track.at(this.read) ? classAt(track, this.read) : classOf(code);
    if (code !== track.at(this.read)) this.changed = true;
    track.move(this.read++, this.write, this.pending);
    track.code[this.write++] = code;
    this.pending = 0;
    this.length = 0;
    this.chained = false;
    this.joining = false;
  }

  private keepHan(): void {
    const run = this.length;
    if (run === 0) this.beforeRun = this.last;
    const chained = this.chained;
    this.keep();
    this.length = Math.min(run + 1, PIECE + 1);
    this.chained = chained;
  }

  private drop(count: number, flags: number): void {
    this.read += count;
    this.pending |= flags;
    this.changed = true;
    this.length = 0;
  }

  private separator(): void {
    const { track } = this;
    let end = this.read;
    let symbols = 0;
    for (; end < track.length; end++) {
      const kind = classAt(track, end);
      if (kind === SYMBOL || kind === SPEAKING) symbols++;
      else if (kind !== SPACE) break;
    }
    if (symbols === 0) this.blanks(end);
    else this.symbols(end);
  }

  private blanks(end: number): void {
    const before = this.last;
    const after = classAt(this.track, end);
    // English keeps its blanks, also after a comma: without it "3000, 5000" would become one number.
    const afterStop = before === STOP && isWord(this.last2);
    if (isWord(after) && (isWord(before) || afterStop)) {
      this.keep(BLANK);
      if (end > this.read) this.drop(end - this.read, 0);
      return;
    }
    const spaced = before === HAN && after === HAN && this.length === 1 && hanRun(this.track, end) === 1;
    const joinsWords = (before === HAN || isWord(before)) && (after === HAN || isWord(after));
    this.drop(end - this.read, (joinsWords && !spaced && !this.bondedAcross(end) ? GAP : 0) | (spaced ? SPACED : 0));
  }

  private symbols(end: number): void {
    const { track } = this;
    const next = hanRun(track, end);
    const verdict = judgeSeparator(track, this.read, end, {
      before: this.last,
      bonded: this.bondedAcross(end),
      after: classAt(track, end),
      left: this.length,
      beforeLeft: this.beforeRun,
      right: next,
      chainedLeft: this.chained,
      chainedRight: continues(track, end, next),
    });
    if (verdict === SENTENCE_END) {
      while (this.read < end && track.at(this.read) !== DOT) this.drop(1, 0);
      this.keep(0x3002);
      if (this.read < end) this.drop(end - this.read, 0);
    } else if (verdict === KEEP) this.keepSymbols(end);
    else {
      this.drop(end - this.read, verdict);
      this.chained = next <= PIECE;
    }
  }

  /** Whether what was written last and what stands at `end` are neighbours in a known word. */
  private bondedAcross(end: number): boolean {
    return this.tables.bonds.has(this.track.at(this.write - 1) * 0x10000 + this.track.at(end));
  }

  private keepSymbols(end: number): void {
    const { track } = this;
    while (this.read < end) {
      const code = track.at(this.read);
      if (code === DOT && this.startsEllipsis()) this.dots();
      else if (code !== BLANK) this.keep();
      else {
        const before = this.last;
        const after = classAt(track, this.read + 1);
        const wanted = (isWord(before) || before === SYMBOL) && (isWord(after) || after === SYMBOL);
        if (wanted) this.keep();
        else this.drop(1, 0);
      }
    }
  }

  private startsEllipsis(): boolean {
    const { track, read } = this;
    return track.at(read + 1) === DOT && (this.last !== DIGIT || track.at(read + 2) === DOT);
  }

  private dots(): void {
    const { track } = this;
    this.keep(ELLIPSIS);
    const at = this.write - 1;
    while (track.at(this.read) === DOT) {
      track.end[at] = track.end[this.read] ?? 0;
      this.drop(1, 0);
    }
  }

  private stop(): void {
    const { track } = this;
    const code = track.at(this.read);
    if (code === ELLIPSIS && track.at(this.write - 1) === ELLIPSIS && this.write > 0) {
      track.end[this.write - 1] = track.end[this.read] ?? 0;
      this.drop(1, 0);
      return;
    }
    if (this.splitsSingles(code, 4)) return;
    this.keep(this.stopForm(code));
  }

  /** A mark that sets every single character off (通。知。你。们) is part of the disguise, not punctuation. */
  private splitsSingles(code: number, least: number): boolean {
    const { track } = this;
    const single = this.last === HAN && this.length === 1;
    if (!single || code === 0x3001) {
      this.singles = 0;
      return false;
    }
    this.singles = this.mark === code && this.singles > 0 ? this.singles + 1 : 1;
    this.mark = code;
    const ahead = singlesAhead(track, this.read + 1, code, least);
    if (ahead === 0 || this.singles + ahead < least) {
      if (ahead === 0) this.singles = 0;
      return false;
    }
    const singles = this.singles;
    this.drop(1, INSERTED);
    this.singles = singles;
    return true;
  }

  /** Full-width form inside Chinese, ASCII inside numbers, times and addresses. */
  private stopForm(code: number): number {
    const before = this.last;
    const after = classAt(this.track, this.read + 1);
    const inNumber = before === DIGIT && after === DIGIT;
    switch (code) {
      case 0x2c:
        return inNumber ? 0x2c : 0xff0c;
      case 0x3a:
      case 0xff1a:
        return inNumber || this.track.at(this.read + 1) === 0x2f ? 0x3a : 0xff1a;
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

  private newline(): void {
    const { track } = this;
    const start = this.write === 0;
    const after = classAt(track, this.read + 1);
    this.doubleOpen = false;
    this.singleOpen = false;
    if (start || after === 0 || this.last === NEWLINE) this.drop(1, 0);
    else if (!this.splitsSingles(0x0a, 3)) this.keep();
  }

  private bracket(): void {
    const { track } = this;
    const closer = closerOf(track.at(this.read));
    const before = this.last;
    if (track.at(this.read + 1) === closer && before === HAN && classAt(track, this.read + 2) === HAN) {
      this.drop(2, INSERTED);
      return;
    }
    const single = bracketedSingle(track, this.read, closer);
    if (!single || !(this.joining || isBracketNoise(track, this.read, before))) {
      this.keep(asFullWidth(track.at(this.read)));
      return;
    }
    const start = track.start[this.read] ?? 0;
    this.drop(1, before === HAN ? INSERTED : 0);
    this.keepHan();
    track.start[this.write - 1] = start;
    track.end[this.write - 1] = track.end[this.read] ?? 0;
    this.drop(1, INSERTED);
    const after = classAt(track, this.read);
    if (after !== HAN && after !== OPEN) this.pending = 0;
    this.joining = after === OPEN;
  }

  private quote(): void {
    const { track } = this;
    const code = track.at(this.read);
    if (code === 0x22) {
      this.doubleOpen = !this.doubleOpen;
      this.keep(this.doubleOpen ? 0x201c : 0x201d);
    } else if (code === 0x27 && !(isWord(this.last) && isWord(classAt(track, this.read + 1)))) {
      this.singleOpen = !this.singleOpen;
      this.keep(this.singleOpen ? 0x2018 : 0x2019);
    } else this.keep();
  }
}

function asFullWidth(code: number): number {
  return code === 0x28 || code === 0x29 ? code - 0x28 + 0xff08 : code;
}
