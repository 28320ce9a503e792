/** Tells a message that is strewn with marks from end to end from one that uses a few of them in earnest. */
import { classOf, closerOf, HAN, isNumeral, NEWLINE, OPEN, SYMBOL } from './classes';
import { bracketedSingle, classAt } from './runs';
import type { Track } from './track';

/** Lists and forms hold a few such places, of one or two sorts. */
const LEAST_SYMBOLS = 4;
const LEAST_SORTS = 3;
const LEAST_BRACKETS = 3;
/** One such place for so many ideographs at least. */
const SPARSEST = 16;

const FULL_STOP_IN_LISTS = 0x3001;
const ASCII_COMMA = 0x2c;

export interface Noise {
  /** Lone symbols between two ideographs say nothing. */
  readonly symbols: boolean;
  /** Nor do brackets around a single one. */
  readonly brackets: boolean;
}

/** Whether the mark can be pushed between two characters unnoticed: symbols, and the commas nobody needs there. */
export const isStrewn = (code: number): boolean =>
  code === FULL_STOP_IN_LISTS || code === ASCII_COMMA || classOf(code) === SYMBOL;

/** Looks over the whole message once. */
export function measureNoise(track: Track): Noise {
  const sorts = new Set<number>();
  const inner = new Set<number>();
  let ideographs = 0;
  let symbols = 0;
  let brackets = 0;
  for (let at = 0; at < track.length; at++) {
    const kind = classAt(track, at);
    const code = track.at(at);
    if (kind === HAN) ideographs++;
    else if (kind === OPEN) {
      if (!isStrewnBracket(track, at)) continue;
      brackets++;
      inner.add(track.at(at + 1));
    } else if (isStrewn(code) && classAt(track, at - 1) === HAN && classAt(track, at + 1) === HAN) {
      symbols++;
      sorts.add(code);
    }
  }
  const dense = (count: number) => count * SPARSEST >= ideographs;
  return {
    symbols: symbols >= LEAST_SYMBOLS && sorts.size >= LEAST_SORTS && dense(symbols),
    brackets: brackets >= LEAST_BRACKETS && inner.size >= LEAST_BRACKETS && dense(brackets),
  };
}

/** A bracketed ideograph that is no item number and touches the sentence. */
function isStrewnBracket(track: Track, at: number): boolean {
  if (!bracketedSingle(track, at, closerOf(track.at(at))) || isNumeral(track.at(at + 1))) return false;
  const around = [classAt(track, at - 1), classAt(track, at + 3)];
  return around.includes(HAN) && !around.includes(NEWLINE);
}
