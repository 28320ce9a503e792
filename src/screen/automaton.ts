/**
 * Aho–Corasick over UTF-16 code units: finds every word of the knowledge in one pass, overlaps included.
 * Transitions live in one open-addressing table of typed arrays, which keeps thousands of words small and fast.
 * Method: A. V. Aho, M. J. Corasick, "Efficient string matching", CACM 18(6), 1975.
 */
export class Automaton {
  readonly #keys: Int32Array;
  readonly #targets: Int32Array;
  readonly #mask: number;
  readonly #alphabet = new Uint16Array(65_536);
  readonly #letters: number;
  readonly #fail: Int32Array;
  /** Nearest node on the failure path that ends a word. */
  readonly #suffix: Int32Array;
  /** Index of the word that ends at a node, or -1. */
  readonly #word: Int32Array;
  readonly #lengths: Int32Array;

  /** @param words distinct, non-empty */
  constructor(words: readonly string[]) {
    let letters = 1;
    let units = 1;
    for (const word of words) {
      units += word.length;
      for (let i = 0; i < word.length; i++) {
        const unit = word.charCodeAt(i);
        if (!this.#alphabet[unit]) this.#alphabet[unit] = letters++;
      }
    }
    this.#letters = letters;
    let size = 64;
    while (size < units * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Int32Array(size).fill(-1);
    this.#targets = new Int32Array(size);
    this.#word = new Int32Array(units).fill(-1);
    this.#fail = new Int32Array(units);
    this.#suffix = new Int32Array(units);
    this.#lengths = Int32Array.from(words, (word) => word.length);
    this.#build(words);
  }

  #slot(node: number, letter: number): number {
    const key = node * this.#letters + letter;
    let at = Math.imul(key, 0x9e3779b1) & this.#mask;
    while (this.#keys[at] !== -1 && this.#keys[at] !== key) at = (at + 1) & this.#mask;
    return at;
  }

  #go(node: number, letter: number): number {
    const at = this.#slot(node, letter);
    return this.#keys[at] === -1 ? 0 : (this.#targets[at] as number);
  }

  #build(words: readonly string[]): void {
    const parent: number[] = [0];
    const via: number[] = [0];
    let level = [0];
    words.forEach((word, index) => {
      let node = 0;
      for (let i = 0; i < word.length; i++) {
        const letter = this.#alphabet[word.charCodeAt(i)] as number;
        const at = this.#slot(node, letter);
        if (this.#keys[at] === -1) {
          this.#keys[at] = node * this.#letters + letter;
          this.#targets[at] = parent.length;
          parent.push(node);
          via.push(letter);
        }
        node = this.#targets[at] as number;
      }
      this.#word[node] = index;
    });
    const children: number[][] = parent.map(() => []);
    for (let node = 1; node < parent.length; node++) children[parent[node] as number]?.push(node);
    while (level.length) {
      const next: number[] = [];
      for (const node of level) {
        if (node) this.#link(node, parent[node] as number, via[node] as number);
        next.push(...(children[node] as number[]));
      }
      level = next;
    }
  }

  #link(node: number, parent: number, letter: number): void {
    let fail = 0;
    if (parent) {
      let state = this.#fail[parent] as number;
      while (state && !this.#go(state, letter)) state = this.#fail[state] as number;
      fail = this.#go(state, letter);
    }
    this.#fail[node] = fail;
    this.#suffix[node] = this.#word[fail] === -1 ? (this.#suffix[fail] as number) : fail;
  }

  /** Calls `found(word index, start, exclusive end)` for every occurrence in `text`, by increasing end. */
  scan(text: string, found: (word: number, start: number, end: number) => void): void {
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const letter = this.#alphabet[text.charCodeAt(i)] as number;
      if (!letter) {
        state = 0;
        continue;
      }
      let next = this.#go(state, letter);
      while (!next && state) {
        state = this.#fail[state] as number;
        next = this.#go(state, letter);
      }
      state = next;
      for (let node = this.#word[state] === -1 ? (this.#suffix[state] as number) : state; node; ) {
        const word = this.#word[node] as number;
        found(word, i + 1 - (this.#lengths[word] as number), i + 1);
        node = this.#suffix[node] as number;
      }
    }
  }
}
