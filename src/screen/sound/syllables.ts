/** Characters and Latin letters as toneless syllables. */
import type { Tables } from '../../knowledge/compiled';
/** Longest Mandarin syllable in letters: zhuang, chuang, shuang. */
export const LONGEST_SYLLABLE = 6;
/** Whether a unit of a canonical text can stand in a syllable. */
export const isLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const NONE: readonly number[] = [];

export interface Syllables {
  /** Number of a syllable written in Latin letters. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** All readings of a character (UTF-16 unit), none for what cannot be read. */
  readonly of: (unit: number) => readonly number[];
  readonly count: number;
}

/** Decodes the pinyin table. */
export function decodeSyllables(tables: Pick<Tables, 'pinyin'>): Syllables {
  const numbers = new Map<string, number>();
  const byName = new Map<string, number[]>();
  const readings = new Map<number, number[]>();
  for (const group of tables.pinyin.split(' ')) {
    let letters = 0;
    while (letters < group.length && group.charCodeAt(letters) < 0x80) letters++;
    const name = group.slice(0, letters);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    // ü is typed v, u or, with its dots taken off, u.
    for (const spelling of name.includes('v') ? [name, name.replace('v', 'u')] : [name]) {
      byName.set(spelling, [...(byName.get(spelling) ?? []), number]);
    }
    for (let i = letters; i < group.length; i++) {
      const unit = group.charCodeAt(i);
      const list = readings.get(unit);
      if (!list) readings.set(unit, [number]);
      else if (!list.includes(number)) list.push(number);
    }
  }
  return { byName, of: (unit) => readings.get(unit) ?? NONE, count: numbers.size };
}
