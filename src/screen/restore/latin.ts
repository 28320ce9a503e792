/** Tells Latin letters that stand for characters (cui收, 通X录) from words and names in Latin letters. */
import { classOf, HAN } from '../normalize/classes';
import { isLetter, LONGEST_SYLLABLE } from '../sound/syllables';

/** How a unit of the text may be read. */
export const PLAIN = 0;
export const SYLLABLES = 1;
export const INITIAL = 2;

/** One name in Latin letters may sound like a syllable (vans, haier); several scattered among ideographs do not, and few tell too little. */
const LEAST_RUNS = 4;
const LEAST_INITIALS = 3;
/** A text in pinyin throughout. */
const LEAST_SPELT = 6;
const LONGEST_RUN = 48;

interface Run {
  readonly start: number;
  readonly end: number;
  readonly syllabic: boolean;
  /** Beside an ideograph. */
  readonly touching: boolean;
  /** Between two. */
  readonly enclosed: boolean;
}

/** For each unit of the canonical `text`, PLAIN, SYLLABLES or INITIAL; nothing where all are plain. */
export function readLatin(text: string, isSyllable: (letters: string) => boolean): Uint8Array | undefined {
  const runs = runsOf(text, isSyllable);
  if (!runs.length) return undefined;
  const words = runs.filter(({ start, end }) => end - start > 1);
  const spelt = words.filter(({ syllabic }) => syllabic);
  const mixed = spelt.filter(({ touching }) => touching);
  const singles = runs.filter(({ start, end, enclosed }) => end - start === 1 && enclosed);
  const different = new Set(singles.map(({ start }) => text[start])).size;
  const foreign = words.length - spelt.length;
  const marks = new Uint8Array(text.length);
  const all = spelt.length >= LEAST_SPELT && foreign * 8 <= words.length;
  const some = mixed.length >= LEAST_RUNS && foreign * 2 <= mixed.length;
  if (all || some) for (const { start, end } of all ? spelt : mixed) marks.fill(SYLLABLES, start, end);
  if (all || some || (singles.length >= LEAST_INITIALS && different > 1 && foreign <= singles.length)) {
    const letters = all || some ? singles : runs.filter(({ start, end, touching }) => end - start === 1 && touching);
    for (const { start } of letters) marks[start] = INITIAL;
  }
  return marks.some((mark) => mark !== PLAIN) ? marks : undefined;
}

function runsOf(text: string, isSyllable: (letters: string) => boolean): Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!isLetter(text.charCodeAt(start))) continue;
    let end = start + 1;
    while (isLetter(text.charCodeAt(end))) end++;
    const before = start > 0 && classOf(text.charCodeAt(start - 1)) === HAN;
    const after = end < text.length && classOf(text.charCodeAt(end)) === HAN;
    const syllabic = end - start <= LONGEST_RUN && isSpelt(text.slice(start, end), isSyllable);
    runs.push({ start, end, syllabic, touching: before || after, enclosed: before && after });
    start = end;
  }
  return runs;
}

/** Whether the letters are one syllable after another. */
function isSpelt(letters: string, isSyllable: (letters: string) => boolean): boolean {
  const reached = new Uint8Array(letters.length + 1);
  reached[0] = 1;
  for (let from = 0; from < letters.length; from++) {
    if (!reached[from]) continue;
    for (let size = 1; size <= LONGEST_SYLLABLE && from + size <= letters.length; size++) {
      if (isSyllable(letters.slice(from, from + size))) reached[from + size] = 1;
    }
  }
  return reached[letters.length] === 1;
}
