import { softmax } from './tensor';

/**
 * Self-attention over rows that hold query, key and value one after the other. Four keys, then four values at a time:
 * each number that is read serves several sums.
 */
export function attend(qkv: Float32Array, out: Float32Array, length: number, width: number, heads: number): void {
  const size = width / heads;
  const whole = Math.ceil(length / 4) * 4;
  const keys = new Float32Array(whole * size);
  const values = new Float32Array(whole * size);
  const row = new Float32Array(whole);
  const scale = 1 / Math.sqrt(size);
  for (let head = 0; head < heads; head++) {
    for (let t = 0; t < length; t++) {
      const key = (t * 3 + 1) * width + head * size;
      keys.set(qkv.subarray(key, key + size), t * size);
      values.set(qkv.subarray(key + width, key + width + size), t * size);
    }
    for (let t = 0; t < length; t++) {
      const query = t * 3 * width + head * size;
      for (let u = 0; u < whole; u += 4) similar(qkv, query, keys, u * size, size, scale, row, u);
      softmax(row, 0, length);
      row.fill(0, length);
      const to = t * width + head * size;
      out.fill(0, to, to + size);
      for (let u = 0; u < whole; u += 4) add(row, u, values, u * size, size, out, to);
    }
  }
}

/** Writes the products of one query with four keys. */
function similar(
  qkv: Float32Array,
  query: number,
  keys: Float32Array,
  from: number,
  size: number,
  scale: number,
  row: Float32Array,
  at: number,
): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < size; i++) {
    const q = qkv[query + i] as number;
    const k = from + i;
    a += q * (keys[k] as number);
    b += q * (keys[k + size] as number);
    c += q * (keys[k + 2 * size] as number);
    d += q * (keys[k + 3 * size] as number);
  }
  row[at] = a * scale;
  row[at + 1] = b * scale;
  row[at + 2] = c * scale;
  row[at + 3] = d * scale;
}

/** Adds four values by their shares. */
function add(
  shares: Float32Array,
  at: number,
  values: Float32Array,
  from: number,
  size: number,
  out: Float32Array,
  to: number,
): void {
  const a = shares[at] as number;
  const b = shares[at + 1] as number;
  const c = shares[at + 2] as number;
  const d = shares[at + 3] as number;
  for (let i = 0; i < size; i++) {
    const v = from + i;
    out[to + i] =
      (out[to + i] as number) +
      a * (values[v] as number) +
      b * (values[v + size] as number) +
      c * (values[v + 2 * size] as number) +
      d * (values[v + 3 * size] as number);
  }
}
