/** The few operations the network needs, on row-major typed arrays. */

/** Eight-bit rows, one per output, in the form `multiply` reads: two weights in one number. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** For every four outputs and every input: first + SHIFT · second, then third + SHIFT · fourth. */
  readonly pairs: Float64Array;
  /** What one step of a row is worth; zero for rows that only fill up the last four. */
  readonly scale: Float32Array;
}

/**
 * A 64-bit number holds 53 bits exactly: room for two sums of small whole numbers, of which one multiplication and one
 * addition serve both. Each sum stays below half of this.
 */
const SHIFT = 2 ** 26;
const LARGEST_WEIGHT = 127;

/** Packs whole numbers −127 … 127, one row per output. */
export function pack(values: Int8Array, scales: Float32Array, rows: number, columns: number): Matrix {
  const whole = Math.ceil(rows / 4) * 4;
  const pairs = new Float64Array((whole / 2) * columns);
  const scale = new Float32Array(whole);
  scale.set(scales);
  for (let row = 0; row < rows; row++) {
    const to = (row >> 2) * 2 * columns + ((row >> 1) & 1);
    const worth = row & 1 ? SHIFT : 1;
    for (let k = 0; k < columns; k++) {
      const at = to + 2 * k;
      pairs[at] = (pairs[at] as number) + worth * (values[row * columns + k] as number);
    }
  }
  return { rows, columns, pairs, scale };
}

/**
 * out[t][n] = bias[n] + Σ x[t][k] · weight[n][k] for `length` rows. The inputs of a row are rounded to about a thousand
 * steps, so that all sums are exact; four rows by four outputs at a time, so that each number read serves several.
 */
export function multiply(x: Float32Array, weight: Matrix, bias: Float32Array, out: Float32Array, length: number): void {
  const { rows, columns, pairs, scale } = weight;
  const { steps, worth } = round(x, columns, length);
  for (let n = 0; n < rows; n += 4) {
    for (let t = 0; t < length; t += 4) {
      let a0 = 0;
      let a1 = 0;
      let b0 = 0;
      let b1 = 0;
      let c0 = 0;
      let c1 = 0;
      let d0 = 0;
      let d1 = 0;
      let j = (n / 2) * columns;
      const end = (t + 4) * columns;
      for (let i = t * columns; i < end; i += 4, j += 2) {
        const p = pairs[j] as number;
        const q = pairs[j + 1] as number;
        const a = steps[i] as number;
        const b = steps[i + 1] as number;
        const c = steps[i + 2] as number;
        const d = steps[i + 3] as number;
        a0 += a * p;
        a1 += a * q;
        b0 += b * p;
        b1 += b * q;
        c0 += c * p;
        c1 += c * q;
        d0 += d * p;
        d1 += d * q;
      }
      put(a0, a1, t, n);
      put(b0, b1, t + 1, n);
      put(c0, c1, t + 2, n);
      put(d0, d1, t + 3, n);
    }
  }

  function put(first: number, second: number, t: number, n: number): void {
    if (t >= length) return;
    const at = t * rows + n;
    const step = worth[t] as number;
    const odd = Math.round(first / SHIFT);
    const odd2 = Math.round(second / SHIFT);
    out[at] = (first - odd * SHIFT) * step * (scale[n] as number) + (bias[n] as number);
    if (n + 1 < rows) out[at + 1] = odd * step * (scale[n + 1] as number) + (bias[n + 1] as number);
    if (n + 2 < rows) out[at + 2] = (second - odd2 * SHIFT) * step * (scale[n + 2] as number) + (bias[n + 2] as number);
    if (n + 3 < rows) out[at + 3] = odd2 * step * (scale[n + 3] as number) + (bias[n + 3] as number);
  }
}

/** Rows as whole numbers, four rows interleaved, and what one step of each row is worth. */
function round(x: Float32Array, columns: number, length: number): { steps: Float64Array; worth: Float32Array } {
  const steps = new Float64Array(Math.ceil(length / 4) * 4 * columns);
  const worth = new Float32Array(length);
  const most = Math.floor((SHIFT / 2 - 1) / (LARGEST_WEIGHT * columns));
  for (let t = 0; t < length; t++) {
    let top = 0;
    for (let k = 0; k < columns; k++) top = Math.max(top, Math.abs(x[t * columns + k] as number));
    worth[t] = top / most;
    const inverse = top ? most / top : 0;
    const to = (t >> 2) * 4 * columns + (t & 3);
    for (let k = 0; k < columns; k++) steps[to + 4 * k] = Math.round((x[t * columns + k] as number) * inverse);
  }
  return { steps, worth };
}

/** Layer normalisation of each row of `width` numbers. */
export function normalizeRows(
  x: Float32Array,
  gain: Float32Array,
  shift: Float32Array,
  out: Float32Array,
  length: number,
  width: number,
): void {
  for (let t = 0; t < length; t++) {
    const at = t * width;
    let mean = 0;
    for (let i = 0; i < width; i++) mean += x[at + i] as number;
    mean /= width;
    let variance = 0;
    for (let i = 0; i < width; i++) variance += ((x[at + i] as number) - mean) ** 2;
    // 1e-5 is the epsilon the network was trained with.
    const scale = 1 / Math.sqrt(variance / width + 1e-5);
    for (let i = 0; i < width; i++) {
      out[at + i] = ((x[at + i] as number) - mean) * scale * (gain[i] as number) + (shift[i] as number);
    }
  }
}

/** In place: numbers `from … from+count` become shares of one. */
export function softmax(x: Float32Array, from: number, count: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = from; i < from + count; i++) top = Math.max(top, x[i] as number);
  let sum = 0;
  for (let i = from; i < from + count; i++) {
    const e = Math.exp((x[i] as number) - top);
    x[i] = e;
    sum += e;
  }
  for (let i = from; i < from + count; i++) x[i] = (x[i] as number) / sum;
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
