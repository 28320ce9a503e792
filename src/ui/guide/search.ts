/** Search over the guide, in both languages at once and on this device. */
import MiniSearch, { type SearchOptions } from 'minisearch';
import { type Entry, entriesOf, type Kind, type Searched } from './entries';
import { indexTerms, isHan, queryTerms } from './tokens';

export interface Hit {
  readonly entry: Entry;
  /** Terms of the entry that the query met, as `tokens` writes them. */
  readonly terms: ReadonlySet<string>;
}

export interface GuideIndex {
  /**
   * Takes in more entries, so that the first search waits for fewer.
   *
   * @param isOver asked before each entry whether the time is over
   * @returns whether all are in
   */
  prepare(isOver: () => boolean): boolean;
  /** Best first. An empty query finds nothing. */
  search(query: string): Hit[];
}

/** What the reader can do comes before what the law says. */
const WEIGHT: Record<Kind, number> = { page: 2, fact: 1.5, channel: 1, law: 0.6 };

/** Letters may be unfinished or misspelt; Chinese is exact, and so are numbers, where every digit counts. */
const LOOSELY: SearchOptions = {
  tokenize: queryTerms,
  prefix: (term) => term.length > 1 && !isHan(term),
  fuzzy: (term) => /^[a-z]{5,}$/.test(term) && 0.2,
  boost: { title: 3, text: 1, whole: 0.5 },
};

export function createIndex(searched: Searched): GuideIndex {
  const entries = new Map(entriesOf(searched).map((entry) => [entry.id, entry]));
  const index = new MiniSearch<Entry>({
    fields: ['title', 'text', 'whole'],
    extractField: (entry, field) => {
      const value = entry[field as keyof Entry];
      return typeof value === 'string' ? value : `${value.zh}\n${value.en}`;
    },
    tokenize: indexTerms,
    processTerm: (term) => term,
  });
  const waiting = entries.values();
  let isWhole = false;
  const prepare = (isOver: () => boolean): boolean => {
    while (!isWhole && !isOver()) {
      const { value, done } = waiting.next();
      if (done) isWhole = true;
      else index.add(value);
    }
    return isWhole;
  };
  const weigh = (id: string) => WEIGHT[entries.get(id)?.kind ?? 'law'];
  return {
    prepare,
    search(query) {
      const wanted = queryTerms(query);
      if (!wanted.length) return [];
      prepare(() => false);
      const options = { ...LOOSELY, boostDocument: weigh };
      const all = index.search(query, { ...options, combineWith: 'AND' });
      const found = all.length
        ? all
        : index.search(query, options).filter(({ queryTerms: met }) => isEnough(new Set(met).size, wanted.length));
      return found.flatMap(({ id, terms }) => {
        const entry = entries.get(id);
        return entry ? { entry, terms: new Set(terms) } : [];
      });
    },
  };
}

/** A whole sentence stands nowhere word for word. A third of it is a fair sign; one pair of many says nothing. */
const isEnough = (met: number, wanted: number): boolean => met * 3 >= wanted && (met > 1 || wanted <= 2);
