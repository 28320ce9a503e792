import type { Term } from '../knowledge/pattern';
import type { Canonical } from './normalize';

/** Offsets into the canonical text, in UTF-16 code units; `end` is exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether two ranges share a character; a missing one shares none. */
export const overlap = (a: Range | undefined, b: Range | undefined): boolean =>
  a !== undefined && b !== undefined && a.start < b.end && a.end > b.start;

/** Everything the stages after `scan` look at: one message, read once. */
export interface View {
  readonly canonical: Canonical;
  /** Every term that has a hit. */
  terms(): Iterable<Term>;
  /** Hits of a term, by start. */
  hits(term: Term): readonly Range[];
  /** Index of the sentence that holds a position. */
  sentenceAt(position: number): number;
  sentence(index: number): Range;
  /** Start of the clause (between commas) that holds a position. */
  clauseStart(position: number): number;
  /** Where the clause that holds a position ends. */
  clauseEnd(position: number): number;
}

export const SENTENCE_ENDS = '。！？；…\n';
/** Not the colon or the mark of a list: those lead on to what belongs to them. */
const BREAKS = `${SENTENCE_ENDS}，,`;
export const CLAUSE_ENDS = `${BREAKS}、：`;

/**
 * Orders ranges of a text: those that stay within one clause first, then the shorter ones. Half of one clause and half of
 * the next are few characters, but nothing a reader understands.
 */
export function byCompactness(text: string): (a: Range, b: Range) => number {
  const ends = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    ends[at + 1] = (ends[at] as number) + Number(BREAKS.includes(text[at] as string));
  }
  const clausesLeft = ({ start, end }: Range) => (ends[Math.max(start, end - 1)] as number) - (ends[start] as number);
  return (a, b) => clausesLeft(a) - clausesLeft(b) || a.end - a.start - (b.end - b.start);
}

/** Sentences of a canonical text, without the marks that end them. */
export function splitSentences(text: string): Range[] {
  const sentences: Range[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !SENTENCE_ENDS.includes(text[i] as string)) continue;
    if (i > start || i === text.length) sentences.push({ start, end: i });
    start = i + 1;
  }
  return sentences;
}
