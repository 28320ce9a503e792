/**
 * Text on its way to canonical form: code points, each with the place it came from. Later passes only ever
 * shorten it, so they write into the arrays they read from.
 */
export class Track {
  code: Uint32Array;
  start: Uint32Array;
  end: Uint32Array;
  flags: Uint8Array;
  length = 0;

  constructor(capacity: number) {
    this.code = new Uint32Array(capacity);
    this.start = new Uint32Array(capacity);
    this.end = new Uint32Array(capacity);
    this.flags = new Uint8Array(capacity);
  }

  /** Appends one code point standing at `start`..`end` (UTF-16 units) of the original. */
  push(code: number, start: number, end: number, flags: number): void {
    if (this.length === this.code.length) this.grow();
    const at = this.length++;
    this.code[at] = code;
    this.start[at] = start;
    this.end[at] = end;
    this.flags[at] = flags;
  }

  /** Copies the entry at `from` to `to`, with `flags` added. */
  move(from: number, to: number, flags: number): void {
    this.code[to] = this.code[from] ?? 0;
    this.start[to] = this.start[from] ?? 0;
    this.end[to] = this.end[from] ?? 0;
    this.flags[to] = (this.flags[from] ?? 0) | flags;
  }

  /** The code point at `at`, 0 outside the text. */
  at(at: number): number {
    return at >= 0 && at < this.length ? (this.code[at] ?? 0) : 0;
  }

  private grow(): void {
    const size = this.code.length * 2 + 16;
    const wider = (old: Uint32Array): Uint32Array => {
      const array = new Uint32Array(size);
      array.set(old);
      return array;
    };
    this.code = wider(this.code);
    this.start = wider(this.start);
    this.end = wider(this.end);
    const flags = new Uint8Array(size);
    flags.set(this.flags);
    this.flags = flags;
  }
}
