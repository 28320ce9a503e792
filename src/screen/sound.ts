/**
 * Second, weaker look at the canonical text: words written with other characters of the same sound or in pinyin
 * (同讯路, tongxunlu, 法yuan执xing). Three syllables at least; below that, innocent words sound the same (做老, 李安).
 */
import type { Tables } from '../knowledge/compiled';
import { isInnocent } from './sound/innocent';
import { decodeSyllables, isLetter, LONGEST_SYLLABLE, type Syllables } from './sound/syllables';
import { bondsOf } from './tables';

export interface SoundHit {
  /** Place in the canonical text, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The word that sounds like what is written there. */
  readonly word: string;
}

export interface SoundIndex {
  readonly syllables: Syllables;
  /** Child of a node by `node * syllables.count + syllable`; the root is node 0. */
  readonly children: ReadonlyMap<number, number>;
  readonly words: ReadonlyMap<number, readonly string[]>;
  /** Neighbours inside words; see `sound/innocent`. */
  readonly bonds: ReadonlySet<number>;
}

const LEAST_SYLLABLES = 3;
const MOST_SYLLABLES = 8;
/** A word has few readings that matter; rare combinations would only add innocent hits. */
const MOST_READINGS = 8;
/** Steps spent on one starting place; keeps a hostile text linear. */
const MOST_STEPS = 200;
const BLANK = 0x20;

/** Indexes the words that are three to eight readable ideographs long; others are left out. */
export function buildSoundIndex(words: Iterable<string>, tables: Tables): SoundIndex {
  const syllables = decodeSyllables(tables);
  const children = new Map<number, number>();
  const ends = new Map<number, string[]>();
  let nodes = 1;
  const step = (node: number, syllable: number): number => {
    const key = node * syllables.count + syllable;
    const known = children.get(key);
    if (known !== undefined) return known;
    children.set(key, nodes);
    return nodes++;
  };
  for (const word of new Set(words)) {
    if (word.length < LEAST_SYLLABLES || word.length > MOST_SYLLABLES) continue;
    let paths = [0];
    for (let i = 0; i < word.length && paths.length > 0; i++) {
      const readings = syllables.of(word.charCodeAt(i));
      paths = paths.flatMap((node) => readings.map((syllable) => step(node, syllable))).slice(0, MOST_READINGS);
    }
    for (const node of new Set(paths)) ends.set(node, [...(ends.get(node) ?? []), word]);
  }
  return { syllables, children, words: ends, bonds: bondsOf(tables.words) };
}

/**
 * Words of the index that are heard in `text` (canonical) but written differently; at each place the longest.
 * A place where an indexed word stands as it is gives no hit,
 * nor one that is likely ordinary writing. Linear in the length of the text.
 */
export function soundHits(canonical: { readonly text: string }, index: SoundIndex): SoundHit[] {
  const { text } = canonical;
  const hits: SoundHit[] = [];
  let covered = 0;
  for (let start = 0; start < text.length; start++) {
    if (isLetter(text.charCodeAt(start)) && start > 0 && isLetter(text.charCodeAt(start - 1))) continue;
    const hit = new Search(text, index, start).run();
    if (!hit || hit.end <= covered) continue;
    covered = hit.end;
    if (hit.word === undefined || isInnocent(text, start, hit.end, hit.word, index.bonds)) continue;
    hits.push({ start, end: hit.end, word: hit.word });
  }
  return hits;
}

/** Follows all readings from one place through the tree of words. */
class Search {
  private steps = 0;
  private end = 0;
  private word: string | undefined;

  constructor(
    private readonly text: string,
    private readonly index: SoundIndex,
    private readonly start: number,
  ) {}

  /** The longest word heard here; without `word` where it stands as it is. */
  run(): { end: number; word: string | undefined } | undefined {
    this.follow(0, this.start);
    return this.end > 0 ? { end: this.end, word: this.word } : undefined;
  }

  private follow(node: number, at: number): void {
    if (this.steps++ > MOST_STEPS) return;
    if (node !== 0) this.accept(node, at);
    const blank = at > this.start && this.text.charCodeAt(at) === BLANK && isLetter(this.text.charCodeAt(at + 1));
    const from = blank ? at + 1 : at;
    const unit = this.text.charCodeAt(from);
    if (isLetter(unit)) this.letters(node, from);
    else if (!blank) for (const syllable of this.index.syllables.of(unit)) this.child(node, syllable, at + 1);
  }

  private letters(node: number, from: number): void {
    for (let size = 1; size <= LONGEST_SYLLABLE && isLetter(this.text.charCodeAt(from + size - 1)); size++) {
      const numbers = this.index.syllables.byName.get(this.text.slice(from, from + size));
      if (numbers) for (const syllable of numbers) this.child(node, syllable, from + size);
    }
  }

  private child(node: number, syllable: number, at: number): void {
    const next = this.index.children.get(node * this.index.syllables.count + syllable);
    if (next !== undefined) this.follow(next, at);
  }

  private accept(node: number, at: number): void {
    const words = this.index.words.get(node);
    if (!words || at < this.end) return;
    // Inside a longer run of letters it is another word that happens to begin the same.
    if (isLetter(this.text.charCodeAt(at - 1)) && isLetter(this.text.charCodeAt(at))) return;
    const written = this.text.slice(this.start, at);
    if (at === this.end && this.word === undefined) return;
    this.end = at;
    this.word = words.includes(written) ? undefined : closest(words, written);
  }
}

/** The word that shares most characters with what is written. */
function closest(words: readonly string[], written: string): string | undefined {
  let best: string | undefined;
  let most = -1;
  for (const word of words) {
    let shared = 0;
    for (const character of word) if (written.includes(character)) shared++;
    if (shared > most) {
      most = shared;
      best = word;
    }
  }
  return best;
}
