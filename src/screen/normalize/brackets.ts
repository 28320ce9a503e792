/** Single characters put in brackets to break a word: 【催】收, (催)(收). */
import { classOf, closerOf, HAN, OPEN } from './classes';
import { bracketedSingle } from './runs';
import type { Track } from './track';

const codes = (text: string): ReadonlySet<number> => new Set(Array.from(text, (c) => c.codePointAt(0) ?? 0));
/** Characters that stand in brackets by themselves in honest text: numbers, sex, notes, sides, kin. */
const HONEST = codes(
  '一二三四五六七八九十男女含注章签新旧大小上下中左右甲乙丙丁东西南北内外公私急续完略父母夫妻子女儿某原现正副图表的们年月日元总荐热顶精转赞哈',
);
/** Chat reactions that are one character long: [强][强]. */
const REACTIONS = codes('强弱色囧汗吐困衰咒酷晕嘘闭');
const SQUARE = 0x5b;
const TITLE = codes('《「{<');
const ROUND = codes('(（');

/** Whether the bracketed single character at `at` is part of a word; `before` is the class of what precedes. */
export function isBracketNoise(track: Track, at: number, before: number): boolean {
  const opener = track.at(at);
  if (TITLE.has(opener)) return false;
  const after = track.at(at + 3);
  if (classOf(after) === OPEN && bracketedSingle(track, at + 3, closerOf(after)))
    return after !== SQUARE || !REACTIONS.has(track.at(at + 1));
  if (opener === SQUARE && REACTIONS.has(track.at(at + 1))) return false;
  if (HONEST.has(track.at(at + 1)) || classOf(after) !== HAN) return false;
  return ROUND.has(opener) ? before === HAN : true;
}
