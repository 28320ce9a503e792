import type { Term } from '../knowledge/pattern';
import { Automaton } from './automaton';
import { findEntities } from './entities';
import type { Canonical } from './normalize';
import { CLAUSE_ENDS, type Range, splitSentences, type View } from './view';

/** Every word of the knowledge with the terms it stands for. */
export type Vocabulary = ReadonlyMap<string, readonly Term[]>;

export interface Scanner {
  /**
   * Finds all words and entities of a message in one linear pass each.
   *
   * @param more hits from other passes (sound-alikes), by term
   */
  scan(canonical: Canonical, more?: ReadonlyMap<Term, readonly Range[]>): View;
}

const NONE: readonly Range[] = [];

/** Builds the automaton once; scanning keeps no state. */
export function createScanner(vocabulary: Vocabulary): Scanner {
  const words = [...vocabulary.keys()];
  const terms = [...vocabulary.values()];
  const automaton = new Automaton(words);
  return {
    scan(canonical, more) {
      const index = new Map<Term, Range[]>();
      const add = (term: Term, range: Range) => {
        const list = index.get(term);
        if (list) list.push(range);
        else index.set(term, [range]);
      };
      automaton.scan(canonical.text, (word, start, end) => {
        const range = { start, end };
        for (const term of terms[word] as readonly Term[]) add(term, range);
      });
      for (const { term, start, end } of findEntities(canonical.text)) add(term, { start, end });
      for (const [term, ranges] of more ?? []) for (const range of ranges) add(term, range);
      for (const list of index.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
      return createView(canonical, index);
    },
  };
}

function createView(canonical: Canonical, index: ReadonlyMap<Term, readonly Range[]>): View {
  const { text } = canonical;
  const sentences = splitSentences(text);
  let starts: Uint32Array | undefined;
  let ends: Uint32Array | undefined;
  return {
    canonical,
    terms: () => index.keys(),
    hits: (term) => index.get(term) ?? NONE,
    sentence: (at) => sentences[at] ?? { start: 0, end: text.length },
    sentenceAt(position) {
      let [low, high] = [0, sentences.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((sentences[middle] as Range).start <= position) low = middle;
        else high = middle - 1;
      }
      return low;
    },
    clauseStart(position) {
      starts ??= clauseStarts(text);
      return starts[position] ?? 0;
    },
    clauseEnd(position) {
      ends ??= clauseEnds(text);
      return ends[position] ?? text.length;
    },
  };
}

/** For each place of a text where the clause that holds it begins: asked of every hit, so never looked for twice. */
function clauseStarts(text: string): Uint32Array {
  const starts = new Uint32Array(text.length + 1);
  for (let at = 1; at <= text.length; at++) {
    starts[at] = CLAUSE_ENDS.includes(text[at - 1] as string) ? at : (starts[at - 1] as number);
  }
  return starts;
}

/** And where it ends. */
function clauseEnds(text: string): Uint32Array {
  const ends = new Uint32Array(text.length + 1).fill(text.length);
  for (let at = text.length - 1; at >= 0; at--) {
    ends[at] = CLAUSE_ENDS.includes(text[at] as string) ? at : (ends[at + 1] as number);
  }
  return ends;
}
