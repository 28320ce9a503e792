/** Folding of single characters: compatibility forms, case, script, invisible characters. */
import type { FoldTables } from '../tables';
import { classOf, HAN } from './classes';
import { FANCY, HIDDEN, LOOK_ALIKE } from './flags';
import { Track } from './track';

const REPLACEMENT = 0xfffd;
/** More distinct characters than any language needs; keeps a hostile text from filling memory. */
const CACHE_LIMIT = 20_000;
/**
 * Characters that a text may have more than it was written with: single ones come apart into eighteen, and a text of
 * them would be read for minutes although it is no longer than allowed. What comes after stays as it was written.
 */
const MOST_ADDED = 4_000;
const dropped = /[\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]|\p{Emoji_Modifier}/gu;

const STRUCK = '≠≢≮≯≰≱∉∌';

/** One character for each family of marks, applied after NFKC. */
const FAMILIES: readonly (readonly [string, string])[] = [
  ['·', '・•‧∙⋅●◦ㆍ᛫'],
  ['-', '‐‑‒–−﹣⁃'],
  ['—', '―─━﹘'],
  ['…', '⋯'],
  ['~', '〜∼˜〰'],
  ['|', '｜∣│┃︱'],
  ['*', '✱✲✳✻∗⁎﹡'],
  ['。', '｡'],
  ['，', '﹐'],
  ['、', '﹑､'],
  ['“', '〝„‟'],
  ['”', '〞〟'],
  ['‘', '‚‛'],
  ['【', '〖〔'],
  ['】', '〗〕'],
  ['「', '『'],
  ['」', '』'],
  ['《', '〈'],
  ['》', '〉'],
  ['/', '⁄∕╱'],
];
const families = new Map<number, number>();
for (const [to, from] of FAMILIES) {
  for (const c of from) families.set(c.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0);
}

/** Numbers in decorative frames that NFKC leaves alone or gives a full stop. */
function framedNumber(code: number): string | undefined {
  if (code >= 0x2488 && code <= 0x249b) return String(code - 0x2487);
  if (code >= 0x2776 && code <= 0x2793) return String(((code - 0x2776) % 10) + 1);
  if (code >= 0x24eb && code <= 0x24f4) return String(code - 0x24eb + 11);
  if (code >= 0x24f5 && code <= 0x24fe) return String(code - 0x24f5 + 1);
  return code === 0x24ff || code === 0x1f10b || code === 0x1f10c ? '0' : undefined;
}

function framedLetter(code: number): string | undefined {
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(97 + code - 0x1f150);
  return code >= 0x1f170 && code <= 0x1f189 ? String.fromCharCode(97 + code - 0x1f170) : undefined;
}

const isFancy = (code: number): boolean =>
  (code >= 0x1d400 && code <= 0x1d7ff) ||
  (code >= 0x2460 && code <= 0x24ff) ||
  (code >= 0x2776 && code <= 0x2793) ||
  (code >= 0x3220 && code <= 0x3247) ||
  (code >= 0x3280 && code <= 0x32b0) ||
  (code >= 0x1f100 && code <= 0x1f189);

function compatible(code: number): string {
  const framed = framedNumber(code) ?? framedLetter(code);
  if (framed !== undefined) return framed;
  if (code === 0x2026 || code === 0xfe19) return '…';
  // Only the ASCII comma divides thousands.
  if (code === 0xff0c) return '，';
  const text = String.fromCodePoint(code);
  // Taken apart, these would lose their stroke and say the contrary.
  if (STRUCK.includes(text)) return text;
  const bare = text.normalize('NFKD').toLowerCase().normalize('NFKD');
  return bare.replace(dropped, '').normalize('NFKC');
}

function settle(code: number, tables: FoldTables): number {
  const family = families.get(code) ?? code;
  const swapped = family < 0x10000 ? (tables.swap[family] ?? 0) : (tables.swapHigh.get(family) ?? 0);
  return swapped === 0 ? family : swapped;
}

/** What one code point becomes; empty for characters that are not seen. */
function foldOne(code: number, tables: FoldTables): readonly number[] {
  const known = tables.folded.get(code);
  if (known) return known;
  let result: readonly number[];
  if (code === 9 || code === 0xa0) result = [32];
  else if ((code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029) result = [10];
  else if (code >= 0xd800 && code <= 0xdfff) result = [REPLACEMENT];
  else result = Array.from(compatible(code), (c) => settle(c.codePointAt(0) ?? 0, tables));
  if (tables.folded.size >= CACHE_LIMIT) tables.folded.clear();
  tables.folded.set(code, result);
  return result;
}

function ownFlag(code: number, swapped: number, lookAlikes: ReadonlySet<number>): number {
  if (swapped !== 0 || code > 0xffff) {
    if (lookAlikes.has(code)) return LOOK_ALIKE;
  }
  return code >= 0x2460 && (code < 0x4e00 || code > 0xffff) && isFancy(code) ? FANCY : 0;
}

/** Folds every character of `text`. Characters that vanish widen the one before them, so no mark is torn off. */
export function fold(text: string, tables: FoldTables): Track {
  const track = new Track(text.length + 4);
  const { swap, lookAlikes } = tables;
  let hidden = false;
  let room = MOST_ADDED;
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i) ?? 0;
    const next = i + (code > 0xffff ? 2 : 1);
    const last = track.length - 1;
    const plain = code >= 0x4e00 && code <= 0x9fff;
    const single = plain || (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
    const swapped = code < 0x10000 ? (swap[code] ?? 0) : 0;
    const own = ownFlag(code, swapped, lookAlikes);
    const parts = single ? undefined : foldOne(code, tables);
    if (parts?.length === 0) {
      if (last >= 0 && track.end[last] === i) {
        // One character can have become several units; all of them stand for the whole of it.
        for (let at = last; at >= 0 && track.end[at] === i; at--) track.end[at] = next;
        hidden = true;
      }
      i = next;
      continue;
    }
    const added = (parts?.length ?? 1) - 1;
    if (parts && added <= room) for (const part of parts) track.push(part, i, next, own);
    else track.push(swapped || code, i, next, own);
    if (added <= room) room -= added;
    if (hidden && classOf(track.at(last)) === HAN && classOf(track.at(last + 1)) === HAN) {
      track.flags[last] = (track.flags[last] ?? 0) | HIDDEN;
    }
    hidden = false;
    i = next;
  }
  return track;
}
