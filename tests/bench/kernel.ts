/** The kernel of the learned reader, as a ratio to the same product with plain loops over 32-bit numbers. */
import { readFileSync } from 'node:fs';
import { createKernel } from '../../src/reader/kernel';
import { multiply, pack } from '../../src/reader/tensor';
import { medianTime } from './time';

const ROUNDS = 101;
/** The largest product of the network, for a message of 70 characters. */
const [ROWS, COLUMNS, LENGTH] = [320, 480, 70];

const kernel = createKernel(readFileSync(new URL('../../src/reader/kernel.wasm', import.meta.url)));
const whole = Int8Array.from({ length: ROWS * COLUMNS }, (_, i) => ((i * 37) % 255) - 127);
const weight = pack(kernel, whole, new Float32Array(ROWS).fill(1), ROWS, COLUMNS);
const plainWeight = Float32Array.from(whole);
const x = Float32Array.from({ length: LENGTH * COLUMNS }, (_, i) => Math.sin(i));
const bias = new Float32Array(ROWS);
const out = new Float32Array(LENGTH * ROWS);

function plain(): void {
  for (let t = 0; t < LENGTH; t++) {
    for (let n = 0; n < ROWS; n++) {
      let sum = bias[n] as number;
      for (let k = 0; k < COLUMNS; k++) {
        sum += (x[t * COLUMNS + k] as number) * (plainWeight[n * COLUMNS + k] as number);
      }
      out[t * ROWS + n] = sum;
    }
  }
}

const ours = medianTime(ROUNDS, () => multiply(x, weight, bias, out, LENGTH));
const theirs = medianTime(ROUNDS, plain);
console.log(
  `the reader's largest product: ${(theirs / ours).toFixed(1)} × the speed of plain loops over 32-bit numbers (${ours.toFixed(2)} ms here)`,
);
