import type { Knowledge, Tables } from '../knowledge/compiled';
import type { Term } from '../knowledge/pattern';
import type { Canonical } from './normalize';
import { buildSoundIndex, type SoundIndex, soundHits } from './sound';
import type { Range } from './view';

/**
 * Shorter words share their sound with too many innocent ones: of 4,074 ordinary messages 284 held one of three
 * characters, 30 one of four, all of them harmless variants of the word itself.
 */
const LEAST_CHARACTERS = 4;

/** Finds lexicon words written by their sound, as hits of their concepts. */
export type SoundPass = (canonical: Canonical) => ReadonlyMap<Term, readonly Range[]>;

/** The index takes some tens of milliseconds: it is made for the first message, not when a page opens. */
export function createSoundPass(concepts: Knowledge['concepts'], tables: Tables): SoundPass {
  const terms = new Map<string, Term[]>();
  for (const [concept, words] of Object.entries(concepts)) {
    for (const word of words) {
      if (word.length >= LEAST_CHARACTERS) terms.set(word, [...(terms.get(word) ?? []), `@${concept}`]);
    }
  }
  let index: SoundIndex | undefined;
  return (canonical) => {
    index ??= buildSoundIndex(terms.keys(), tables);
    const hits = new Map<Term, Range[]>();
    for (const { start, end, word } of soundHits(canonical, index)) {
      for (const term of terms.get(word) ?? []) hits.set(term, [...(hits.get(term) ?? []), { start, end }]);
    }
    return hits;
  };
}
