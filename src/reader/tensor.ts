/** The few operations the network needs, on row-major typed arrays. */
import { type Kernel, PAIR, PANEL, roundUp } from './kernel';

/** Eight-bit rows, one per output, kept in the kernel's memory. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly kernel: Kernel;
  /** Address in the kernel's memory, in panels as `kernel.wat` tells. */
  readonly at: number;
  /** What one step of a row is worth. */
  readonly scale: Float32Array;
}

const LARGEST_WEIGHT = 127;
const LARGEST_STEP = 2 ** 15 - 1;
/** The 32 bits of a sum. */
const LARGEST_SUM = 2 ** 31 - 1;

/** Packs whole numbers −127 … 127, one row per output. */
export function pack(kernel: Kernel, values: Int8Array, scale: Float32Array, rows: number, columns: number): Matrix {
  const inputs = roundUp(columns, PAIR);
  const panels = new Int8Array(roundUp(rows, PANEL) * inputs);
  for (let row = 0; row < rows; row++) {
    const column = row % PANEL;
    const panel = (row - column) * inputs;
    for (let k = 0; k < columns; k++) {
      const odd = k % PAIR;
      panels[panel + (k - odd) * PANEL + column * PAIR + odd] = values[row * columns + k] as number;
    }
  }
  return { rows, columns, kernel, at: kernel.keep(panels), scale };
}

/**
 * out[t][n] = bias[n] + Σ x[t][k] · weight[n][k] for `length` rows, at least one. The inputs of a row are rounded to
 * some thirty thousand steps, so that all sums are of whole numbers, and exact.
 */
export function multiply(x: Float32Array, weight: Matrix, bias: Float32Array, out: Float32Array, length: number): void {
  const { rows, columns, kernel, at, scale } = weight;
  const inputs = roundUp(columns, PAIR);
  const outputs = roundUp(rows, PANEL);
  const tall = roundUp(length, PAIR);
  const { memory, blocks } = kernel.room(2 * tall * inputs, 4 * tall * outputs);
  const [a, sumsAt] = blocks as [number, number];
  const worth = round(x, columns, length, new Int16Array(memory, a, tall * inputs), inputs);
  kernel.sumWhole(a, at, sumsAt, inputs, tall, outputs / PANEL);
  const sums = new Int32Array(memory, sumsAt, tall * outputs);
  for (let t = 0; t < length; t++) {
    const step = worth[t] as number;
    for (let n = 0; n < rows; n++) {
      out[t * rows + n] = (sums[t * outputs + n] as number) * step * (scale[n] as number) + (bias[n] as number);
    }
  }
}

/** Writes each row as whole numbers, `inputs` apart, and says what one step of each row is worth. */
function round(x: Float32Array, columns: number, length: number, steps: Int16Array, inputs: number): Float32Array {
  const worth = new Float32Array(length);
  const most = Math.min(LARGEST_STEP, Math.floor(LARGEST_SUM / (LARGEST_WEIGHT * columns)));
  for (let t = 0; t < length; t++) {
    let top = 0;
    for (let k = 0; k < columns; k++) top = Math.max(top, Math.abs(x[t * columns + k] as number));
    worth[t] = top / most;
    const inverse = top ? most / top : 0;
    for (let k = 0; k < columns; k++) steps[t * inputs + k] = Math.round((x[t * columns + k] as number) * inverse);
  }
  return worth;
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
