/** Makes the character tables of the first stage from public dictionaries and the project's own list of disguises. */
import { readFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import { parse } from 'yaml';
import type { Tables } from '../src/knowledge/compiled';

const PAIRS = new URL('../src/lexicon/_pairs.txt', import.meta.url);
const RESEMBLING = new URL('../src/lexicon/_resembling.txt', import.meta.url);
const PIECES = new URL('../src/lexicon/_pieces.txt', import.meta.url);
const DISGUISE = new URL('../src/lexicon/_disguise.yaml', import.meta.url);
/** In GB 2312 and yet nearly always the traditional form of something else when met in a message. */
const SAFE_SOURCES = '徵於後';
/** Everyday forms the dictionary leaves out, in pairs. */
const EXTRA = '妳你牠它祂他戸户淸清圓圆の的';

interface Disguise {
  splits: [string, string][];
  lookAlikes: [string, string][];
  words: string[];
}

const lines = (file: URL): string => readFileSync(file, 'utf8').trim();

/** The 6,763 ideographs of GB 2312, in the order of the standard. */
export function gb2312(): string {
  const decoder = new TextDecoder('gbk');
  let all = '';
  for (let high = 0xb0; high <= 0xf7; high++) {
    const last = high === 0xd7 ? 0xf9 : 0xfe;
    for (let low = 0xa1; low <= last; low++) all += decoder.decode(Uint8Array.of(high, low));
  }
  return all;
}

/**
 * One to one. A character that is itself in use in simplified text (乾, 著, 瞭, 藉 …) stays: turning it would change
 * honest words, and a message in traditional script is understood without it.
 */
function traditional(simplified: ReadonlySet<string>): string {
  const converters = (['t', 'tw', 'hk', 'jp'] as const).map((from) => Converter({ from, to: 'cn' }));
  const pairs: string[] = [EXTRA];
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const from = String.fromCharCode(code);
    if (EXTRA.includes(from) || (simplified.has(from) && !SAFE_SOURCES.includes(from))) continue;
    const to = converters.map((convert) => convert(from)).find((c) => c !== from);
    if (to?.length === 1 && simplified.has(to)) pairs.push(from + to);
  }
  return pairs.join('');
}

/** Every reading without tone; ü is written v. */
function readings(characters: string): string {
  const groups = new Map<string, string>();
  for (const character of characters) {
    const all = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
    for (const syllable of new Set(all)) {
      if (/^[a-z]+$/.test(syllable)) groups.set(syllable, (groups.get(syllable) ?? '') + character);
    }
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([syllable, set]) => syllable + set)
    .join(' ');
}

/** Builds the tables as they are stored; reads `src/lexicon/_disguise.yaml`. */
export function buildTables(): Tables {
  const characters = gb2312();
  const disguise = parse(readFileSync(DISGUISE, 'utf8')) as Disguise;
  return {
    traditional: traditional(new Set(characters)),
    pinyin: readings(characters),
    splits: disguise.splits.flat(),
    lookAlikes: disguise.lookAlikes.flat().join(''),
    words: disguise.words.join(' '),
    pieces: lines(PIECES),
    pairs: lines(PAIRS),
    resembling: lines(RESEMBLING),
  };
}
