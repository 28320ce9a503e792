/** Cuts Chinese and other words into what the search compares. */

export interface Token {
  /** Compatibility forms and capitals folded. */
  readonly term: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

export const isHan = (term: string): boolean => HAN.test(term);

/** Every word; of Chinese, which writes no borders between words, every character and every pair of neighbours. */
export function tokens(text: string): Token[] {
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }) =>
    isHan(run) ? [...pieces(run, index, 1), ...pieces(run, index, 2)] : [token(run, index)],
  );
}

/** What a text is found by. How often a lone character occurs says nothing, so each counts once. */
export function indexTerms(text: string): string[] {
  const terms = tokens(text).map(({ term }) => term);
  const isLone = (term: string) => isHan(term) && [...term].length === 1;
  return [...new Set(terms.filter(isLone)), ...terms.filter((term) => !isLone(term))];
}

/** What a reader asks for: pairs are closer to words than characters, so only a lone character is taken by itself. */
export function queryTerms(text: string): string[] {
  const terms = [...text.matchAll(RUN)].flatMap(({ 0: run }) => {
    const pairs = isHan(run) ? pieces(run, 0, 2) : [];
    return (pairs.length ? pairs : [token(run, 0)]).map(({ term }) => term);
  });
  return [...new Set(terms)];
}

const token = (run: string, start: number): Token => ({ term: folded(run), start, end: start + run.length });

/** All neighbours of a run of Chinese, `size` at a time. Characters outside the basic plane take two code units. */
function pieces(run: string, start: number, size: number): Token[] {
  const same = folded(run);
  const characters = [...(same.length === run.length ? same : run)];
  const found: Token[] = [];
  let at = start;
  for (let i = 0; i + size <= characters.length; i++) {
    const term = characters.slice(i, i + size).join('');
    found.push({ term, start: at, end: at + term.length });
    at += (characters[i] as string).length;
  }
  return found;
}
