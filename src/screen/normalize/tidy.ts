/**
 * Takes out what was pushed between the characters of a word and gives punctuation one form.
 * One pass over the text, looking ahead a bounded way; run again until nothing changes.
 */
import type { FoldTables } from '../tables';
import { separator } from './between';
import { asFullWidth, bracket } from './brackets';
import { CLOSE, HAN, NEWLINE, OPEN, QUOTE, SPACE, SPEAKING, STOP, SYMBOL } from './classes';
import type { Noise } from './noise';
import { classAt } from './runs';
import { newline, quote, stop } from './stops';
import type { Track } from './track';
import { Writer } from './writer';

/** One pass; returns whether anything changed. */
export function tidy(track: Track, tables: FoldTables, noise: Noise): boolean {
  const w = new Writer(track, tables, noise);
  while (w.read < track.length) {
    const kind = classAt(track, w.read);
    if (kind === HAN) w.keepHan();
    else if (kind === SPACE || kind === SYMBOL || kind === SPEAKING) separator(w);
    else if (kind === STOP) stop(w);
    else if (kind === NEWLINE) newline(w);
    else if (kind === OPEN) bracket(w);
    else if (kind === QUOTE) quote(w);
    else w.keep(kind === CLOSE ? asFullWidth(track.at(w.read)) : undefined);
  }
  if (w.write !== track.length) w.changed = true;
  track.length = w.write;
  return w.changed;
}
