/**
 * First stage of the pipeline: brings a message to the form that words and rules are written in, and remembers
 * where every character stood, so that what is found can be shown in the message exactly as it was received.
 */
import { fold } from './normalize/fold';
import { joinSplits } from './normalize/join';
import { measureNoise } from './normalize/noise';
import { tidy } from './normalize/tidy';
import type { Track } from './normalize/track';
import type { FoldTables } from './tables';

export { type Disguise, disguises, originalSpan } from './normalize/spans';

export interface Canonical {
  readonly original: string;
  /** Folded text: what scan and rules see. */
  readonly text: string;
  /** For each UTF-16 unit of `text`: where it stood in `original` (start, exclusive end). */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** For each unit of `text`: how it had been written differently, as bits of `normalize/flags` (0 = as it stands). */
  readonly disguise: Uint8Array;
}

/** Removing one layer of noise can lay another bare; a hostile text may nest more, but not make us work longer. */
const MOST_PASSES = 8;
const CHUNK = 4096;

/**
 * Brings `text` to canonical form: NFKC, lower case, simplified script, one form of each punctuation mark, invisible
 * characters and noise inside words taken out, split and look-alike characters put right. Takes any string, also one
 * with lone surrogates (they become U+FFFD); linear in its length; never throws.
 */
export function normalize(text: string, tables: FoldTables): Canonical {
  const track = fold(text, tables);
  const noise = measureNoise(track);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const tidied = tidy(track, tables, noise);
    const joined = joinSplits(track, tables);
    if (!tidied && !joined) break;
  }
  return finish(text, track);
}

function finish(original: string, track: Track): Canonical {
  let high = 0;
  for (let i = 0; i < track.length; i++) if (track.at(i) > 0xffff) high++;
  const size = track.length + high;
  const units = high === 0 ? track.code : new Uint32Array(size);
  const start = high === 0 ? track.start.slice(0, size) : new Uint32Array(size);
  const end = high === 0 ? track.end.slice(0, size) : new Uint32Array(size);
  const disguise = high === 0 ? track.flags.slice(0, size) : new Uint8Array(size);
  for (let i = 0, to = 0; high > 0 && i < track.length; i++) {
    const code = track.at(i);
    const wide = code > 0xffff;
    for (let half = 0; half < (wide ? 2 : 1); half++, to++) {
      units[to] = !wide ? code : half === 0 ? 0xd7c0 + (code >> 10) : 0xdc00 + (code & 0x3ff);
      start[to] = track.start[i] ?? 0;
      end[to] = track.end[i] ?? 0;
      disguise[to] = track.flags[i] ?? 0;
    }
  }
  let text = '';
  for (let at = 0; at < size; at += CHUNK) {
    text += String.fromCharCode(...units.subarray(at, Math.min(at + CHUNK, size)));
  }
  return { original, text, start, end, disguise };
}
