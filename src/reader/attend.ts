import { type Kernel, PAIR, PANEL, roundUp } from './kernel';
import { softmax } from './tensor';

/** Self-attention over rows, at least one, that hold query, key and value one after the other. */
export function attend(
  kernel: Kernel,
  qkv: Float32Array,
  out: Float32Array,
  length: number,
  width: number,
  heads: number,
): void {
  const size = width / heads;
  const wide = roundUp(size, PANEL);
  const tall = roundUp(length, PAIR);
  const long = roundUp(length, PANEL);
  const sizes = [tall * size, size * long, tall * long, long * wide, tall * wide] as const;
  const { memory, blocks } = kernel.room(...sizes.map((count) => 4 * count));
  const [a, b, c, d, e] = blocks as [number, number, number, number, number];
  const queries = new Float32Array(memory, a, sizes[0]);
  const keys = new Float32Array(memory, b, sizes[1]);
  const shares = new Float32Array(memory, c, sizes[2]);
  const values = new Float32Array(memory, d, sizes[3]);
  const mixed = new Float32Array(memory, e, sizes[4]);
  const scale = 1 / Math.sqrt(size);
  values.fill(0);
  for (let head = 0; head < heads; head++) {
    for (let t = 0; t < length; t++) {
      const row = t * 3 * width + head * size;
      for (let i = 0; i < size; i++) {
        queries[t * size + i] = (qkv[row + i] as number) * scale;
        keys[inPanels(i, t, size)] = qkv[row + width + i] as number;
        values[inPanels(t, i, long)] = qkv[row + 2 * width + i] as number;
      }
    }
    kernel.sumFloat(a, b, c, size, tall, long / PANEL);
    for (let t = 0; t < length; t++) {
      softmax(shares, t * long, length);
      shares.fill(0, t * long + length, (t + 1) * long);
    }
    kernel.sumFloat(c, d, e, long, tall, wide / PANEL);
    for (let t = 0; t < length; t++) {
      out.set(mixed.subarray(t * wide, t * wide + size), t * width + head * size);
    }
  }
}

/** Where the number for one input and one column stands among `inputs` inputs. */
function inPanels(input: number, column: number, inputs: number): number {
  const within = column % PANEL;
  return (column - within) * inputs + input * PANEL + within;
}
