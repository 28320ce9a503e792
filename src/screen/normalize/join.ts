/** Puts characters that were written in pieces (亻崔, 讠斥) back together. */
import type { FoldTables, Split } from '../tables';
import { SPLIT } from './flags';
import type { Track } from './track';

/** One pass; returns whether anything changed. */
export function joinSplits(track: Track, tables: FoldTables): boolean {
  let write = 0;
  let changed = false;
  for (let read = 0; read < track.length; ) {
    const split = find(track, read, tables);
    if (split) {
      write = put(track, read, write, split);
      read += split.written.length;
      // What is meant may be as long as what was written.
      changed = true;
    } else {
      if (read !== write) track.move(read, write, 0);
      read++;
      write++;
    }
  }
  track.length = write;
  return changed;
}

function find(track: Track, at: number, { splits, splitStarts }: FoldTables): Split | undefined {
  const code = track.at(at);
  if (code < 0x10000 && splitStarts[code] === 0) return undefined;
  return splits.get(code)?.find((split) => matches(track, at, split));
}

function matches(track: Track, at: number, { written }: Split): boolean {
  for (let i = 1; i < written.length; i++) if (track.at(at + i) !== written[i]) return false;
  return true;
}

/** Writes what is meant; every character between the common ends covers the whole written middle. */
function put(track: Track, read: number, at: number, { written, meant, head, tail }: Split): number {
  const first = read + head;
  const last = read + written.length - tail - 1;
  const start = track.start[first] ?? 0;
  const end = track.end[last] ?? 0;
  const inherited = (track.flags[first] ?? 0) | SPLIT;
  for (let i = 0; i < head; i++) track.move(read + i, at + i, 0);
  for (let i = head; i < meant.length - tail; i++) {
    track.code[at + i] = meant[i] ?? 0;
    track.start[at + i] = start;
    track.end[at + i] = end;
    track.flags[at + i] = inherited;
  }
  for (let i = 0; i < tail; i++) track.move(last + 1 + i, at + meant.length - tail + i, 0);
  return at + meant.length;
}
