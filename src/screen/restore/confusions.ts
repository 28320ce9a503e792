/** What may stand for what: sounds, shapes and pieces, limited to characters whose company is known. */
import type { Tables } from '../../knowledge/compiled';
import { decodeLanguage, EDGE, type Language } from './language';

export interface Confusions {
  readonly language: Language;
  /** Characters by syllable, and by the first letter of their syllables. */
  readonly bySyllable: ReadonlyMap<string, readonly number[]>;
  readonly byInitial: ReadonlyMap<number, ReadonlySet<number>>;
  /** What a written character may have been taken for. */
  readonly resembling: ReadonlyMap<number, readonly number[]>;
  /** Characters of the same sound. */
  readonly alike: (unit: number) => readonly number[];
  /** Written pieces by their first unit, with the character they make. */
  readonly pieces: ReadonlyMap<number, readonly { readonly written: string; readonly meant: number }[]>;
}

/** Decodes the stored tables; takes some tens of milliseconds. */
export function decodeConfusions(tables: Tables): Confusions {
  const language = decodeLanguage(tables.pairs);
  const bySyllable = new Map<string, number[]>();
  const byInitial = new Map<number, Set<number>>();
  const sameSound = new Map<number, number[]>();
  for (const group of tables.pinyin.split(' ')) {
    const letters = /^[a-z]*/.exec(group)?.[0] ?? '';
    const units = Array.from(group.slice(letters.length), (c) => c.charCodeAt(0));
    const codes = units.filter(language.knows);
    for (const spelling of new Set([letters, letters.replace('v', 'u')])) {
      bySyllable.set(spelling, [...(bySyllable.get(spelling) ?? []), ...codes]);
    }
    const initial = byInitial.get(letters.charCodeAt(0)) ?? new Set();
    byInitial.set(letters.charCodeAt(0), initial);
    for (const code of codes) initial.add(code);
    for (const unit of units) sameSound.set(unit, [...(sameSound.get(unit) ?? []), ...codes]);
  }
  const resembling = new Map<number, number[]>();
  for (const line of tables.resembling.split('\n')) {
    const meant = line.charCodeAt(0);
    if (!language.knows(meant)) continue;
    for (let i = 1; i < line.length; i++) {
      const written = line.charCodeAt(i);
      resembling.set(written, [...(resembling.get(written) ?? []), meant]);
    }
  }
  const pieces = new Map<number, { written: string; meant: number }[]>();
  for (const line of tables.pieces.split(' ')) {
    const [meant, written] = [line.charCodeAt(0), line.slice(1)];
    if (!written || meant === EDGE) continue;
    pieces.set(written.charCodeAt(0), [...(pieces.get(written.charCodeAt(0)) ?? []), { written, meant }]);
  }
  const alike = (unit: number) => sameSound.get(unit) ?? [];
  return { language, bySyllable, byInitial, resembling, alike, pieces };
}
