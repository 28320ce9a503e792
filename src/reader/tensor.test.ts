import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import openWabt from 'wabt';
import { attend } from './attend';
import { createKernel } from './kernel';
import { multiply, pack } from './tensor';

const fileOf = (name: string) => new Uint8Array(readFileSync(new URL(name, import.meta.url)));
const binary = fileOf('./kernel.wasm');
const kernel = createKernel(binary);

/** Sizes that fill no panel and no pair, among them all the network has. */
const side = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(27, 112, 160, 480));
const height = fc.integer({ min: 1, max: 9 });

/** The same numbers for the same seed, between −1 and 1. */
function numbers(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2 ** 31;
  });
}

const at = (numbers: ArrayLike<number>, index: number): number => numbers[index] as number;

describe('kernel.wasm', () => {
  it('is what kernel.wat says', async () => {
    const wabt = await openWabt();
    const text = wabt.parseWat('kernel.wat', fileOf('./kernel.wat'), { simd: true });
    expect(Buffer.from(binary).equals(text.toBinary({}).buffer)).toBe(true);
  });

  it('is refused where it cannot be compiled', () => {
    expect(() => createKernel(binary.subarray(0, 100))).toThrow(WebAssembly.CompileError);
  });
});

describe('multiply', () => {
  it('sums the rounded inputs exactly, whatever the sizes', () => {
    fc.assert(
      fc.property(side, side, height, fc.integer(), (rows, columns, length, seed) => {
        const weight = Int8Array.from(numbers(rows * columns, seed), (value) => Math.round(value * 127));
        const scale = numbers(rows, seed + 1);
        const bias = numbers(rows, seed + 2);
        const x = numbers(length * columns, seed + 3);
        const out = new Float32Array(length * rows);
        multiply(x, pack(kernel, weight, scale, rows, columns), bias, out, length);
        const most = Math.min(2 ** 15 - 1, Math.floor((2 ** 31 - 1) / (127 * columns)));
        const expected = new Float32Array(length * rows);
        for (let t = 0; t < length; t++) {
          const row = x.subarray(t * columns, (t + 1) * columns);
          const top = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
          for (let n = 0; n < rows; n++) {
            const sum = row.reduce((sum, v, k) => sum + Math.round(v * (most / top)) * at(weight, n * columns + k), 0);
            expected[t * rows + n] = sum * Math.fround(top / most) * at(scale, n) + at(bias, n);
          }
        }
        expect(out).toEqual(expected);
      }),
    );
  });

  it('takes the largest weights and inputs there can be, and rows of zeros', () => {
    const [rows, columns] = [9, 480];
    const weight = pack(kernel, new Int8Array(rows * columns).fill(-127), numbers(rows, 1).fill(1), rows, columns);
    const x = new Float32Array(2 * columns).fill(3, 0, columns);
    const out = new Float32Array(2 * rows);
    multiply(x, weight, new Float32Array(rows), out, 2);
    expect([...out.subarray(0, rows)]).toEqual(Array(rows).fill(-127 * 3 * columns));
    expect([...out.subarray(rows)]).toEqual(Array(rows).fill(0));
  });

  it('still knows its weights after a longer text made the memory grow', () => {
    const weight = pack(kernel, Int8Array.of(1, 2, 3), Float32Array.of(1), 1, 3);
    const out = new Float32Array(100_000);
    multiply(new Float32Array(3 * out.length).fill(1), weight, Float32Array.of(0.5), out, out.length);
    expect(out.every((value) => Math.abs(value - 6.5) < 1e-4)).toBe(true);
  });
});

describe('attend', () => {
  it('mixes the values by the likeness of query and key, whatever the sizes', () => {
    const size = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 4 }), height, fc.integer(), (size, heads, length, seed) => {
        const width = size * heads;
        const qkv = numbers(length * 3 * width, seed).map((value) => value * 3);
        const out = new Float32Array(length * width);
        attend(kernel, qkv, out, length, width, heads);
        for (let t = 0; t < length; t++) {
          for (let i = 0; i < width; i++) {
            const head = i - (i % size);
            let total = 0;
            let sum = 0;
            for (let u = 0; u < length; u++) {
              let product = 0;
              for (let k = head; k < head + size; k++) {
                product += at(qkv, t * 3 * width + k) * at(qkv, (u * 3 + 1) * width + k);
              }
              const share = Math.exp(product / Math.sqrt(size));
              total += share;
              sum += share * at(qkv, (u * 3 + 2) * width + i);
            }
            expect(at(out, t * width + i)).toBeCloseTo(sum / total, 4);
          }
        }
      }),
    );
  });
});
