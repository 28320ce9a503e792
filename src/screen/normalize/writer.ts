/** Where a pass reads and writes in the text, and what it must remember of what it has written. */
import type { FoldTables } from '../tables';
import { classOf, HAN } from './classes';
import type { Noise } from './noise';
import { classAt, PIECE } from './runs';
import type { Track } from './track';

export class Writer {
  read = 0;
  write = 0;
  /** Ideographs since the last thing between them, as it was written; counted no further than needed. */
  length = 0;
  /** Class of what stands before that run. */
  beforeRun = 0;
  /** Single characters in a row, set off by `mark`. */
  singles = 0;
  mark = 0;
  /** The separator before the current run had been one too, and the run between is short. */
  chained = false;
  /** Flags waiting for the next entry that is written. */
  pending = 0;
  doubleOpen = false;
  singleOpen = false;
  /** A bracketed single character was just joined, and the next bracket follows at once. */
  joining = false;
  changed = false;
  /** Classes of the last two entries written. */
  last = 0;
  last2 = 0;

  constructor(
    readonly track: Track,
    readonly tables: FoldTables,
    readonly noise: Noise,
  ) {}

  /** Writes the entry at `read`, as `code` where given. */
  keep(code = this.track.at(this.read)): void {
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

  /** Writes the ideograph at `read` and counts it. */
  keepHan(): void {
    if (this.length === 0) this.beforeRun = this.last;
    this.last2 = this.last;
    this.last = HAN;
    if (this.read !== this.write || this.pending !== 0) this.track.move(this.read, this.write, this.pending);
    this.read++;
    this.write++;
    this.pending = 0;
    this.joining = false;
    if (this.length <= PIECE) this.length++;
  }

  /** Leaves out `count` entries; `flags` go to the next that is written. */
  drop(count: number, flags: number): void {
    this.read += count;
    this.pending |= flags;
    this.changed = true;
    this.length = 0;
  }

  /** Whether what was written last and what stands at `end` are neighbours in a known word. */
  bondedAcross(end: number): boolean {
    return this.tables.bonds.has(this.track.at(this.write - 1) * 0x10000 + this.track.at(end));
  }
}
