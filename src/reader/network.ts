import type { Encoded } from './fold';
import { type Matrix, multiply, normalizeRows, sigmoid, softmax } from './tensor';
import type { ReaderModel, Weights } from './weights';

/** Probabilities: one a label for the whole text, and one a label for each UTF-16 unit (row by row). */
export interface Scores {
  readonly message: Float32Array;
  readonly chars: Float32Array;
}

/** The forward pass of training/model.py; at most `model.window` units at a time. */
export function createNetwork(model: ReaderModel, weights: Weights): (text: Encoded) => Scores {
  const char = weights.matrix('char.weight');
  const sound = weights.matrix('sound.weight');
  const enter = layer(weights, 'enter');
  const width = enter.weight.rows;
  const blocks = model.dilations.map((dilation, i) => ({
    dilation,
    norm: norm(weights, `blocks.${i}.norm`),
    conv: layer(weights, `blocks.${i}.conv`),
  }));
  const attention = {
    norm: norm(weights, 'attention.norm'),
    qkv: layer(weights, 'attention.qkv'),
    out: layer(weights, 'attention.out'),
  };
  const last = norm(weights, 'norm');
  const heads = layer(weights, 'heads');
  const bias = weights.vector('bias');

  return ({ chars, sounds }) => {
    const length = chars.length;
    const input = embed(chars, char, sounds, sound);
    const x = new Float32Array(length * width);
    const normed = new Float32Array(length * width);
    const taps = new Float32Array(length * width * 3);
    const wide = new Float32Array(length * width * 3);
    multiply(input, enter.weight, enter.bias, x, length);
    for (const {
      dilation,
      norm: { gain, shift },
      conv,
    } of blocks) {
      normalizeRows(x, gain, shift, normed, length, width);
      gather(normed, taps, length, width, dilation);
      multiply(taps, conv.weight, conv.bias, wide, length);
      for (let t = 0; t < length; t++) {
        for (let i = 0; i < width; i++) {
          const at = t * 2 * width + i;
          x[t * width + i] = (x[t * width + i] as number) + (wide[at] as number) * sigmoid(wide[at + width] as number);
        }
      }
    }
    normalizeRows(x, attention.norm.gain, attention.norm.shift, normed, length, width);
    multiply(normed, attention.qkv.weight, attention.qkv.bias, wide, length);
    attend(wide, normed, length, width, model.heads);
    multiply(normed, attention.out.weight, attention.out.bias, taps, length);
    for (let i = 0; i < length * width; i++) x[i] = (x[i] as number) + (taps[i] as number);
    normalizeRows(x, last.gain, last.shift, normed, length, width);
    const logits = new Float32Array(length * heads.weight.rows);
    multiply(normed, heads.weight, heads.bias, logits, length);
    return read(logits, bias, length, model.labels.length);
  };
}

function layer(weights: Weights, name: string) {
  return { weight: weights.matrix(`${name}.weight`), bias: weights.vector(`${name}.bias`) };
}

function norm(weights: Weights, name: string) {
  return { gain: weights.vector(`${name}.weight`), shift: weights.vector(`${name}.bias`) };
}

function embed(chars: Uint16Array, char: Matrix, sounds: Uint16Array, sound: Matrix): Float32Array {
  const width = char.columns + sound.columns;
  const out = new Float32Array(chars.length * width);
  for (let t = 0; t < chars.length; t++) {
    const c = (chars[t] as number) * char.columns;
    const s = (sounds[t] as number) * sound.columns;
    out.set(char.data.subarray(c, c + char.columns), t * width);
    out.set(sound.data.subarray(s, s + sound.columns), t * width + char.columns);
  }
  return out;
}

/** Lays the three taps of a dilated convolution side by side; nothing stands before the text and after it. */
function gather(x: Float32Array, out: Float32Array, length: number, width: number, dilation: number): void {
  for (let t = 0; t < length; t++) {
    for (let tap = 0; tap < 3; tap++) {
      const from = t + (tap - 1) * dilation;
      const to = (t * 3 + tap) * width;
      if (from < 0 || from >= length) out.fill(0, to, to + width);
      else out.set(x.subarray(from * width, (from + 1) * width), to);
    }
  }
}

/** Self-attention over rows that hold query, key and value one after the other. */
function attend(qkv: Float32Array, out: Float32Array, length: number, width: number, heads: number): void {
  const size = width / heads;
  const row = new Float32Array(length);
  const scale = 1 / Math.sqrt(size);
  for (let head = 0; head < heads; head++) {
    for (let t = 0; t < length; t++) {
      const q = t * 3 * width + head * size;
      for (let u = 0; u < length; u++) {
        const k = u * 3 * width + width + head * size;
        let dot = 0;
        for (let i = 0; i < size; i++) dot += (qkv[q + i] as number) * (qkv[k + i] as number);
        row[u] = dot * scale;
      }
      softmax(row, 0, length);
      const to = t * width + head * size;
      out.fill(0, to, to + size);
      for (let u = 0; u < length; u++) {
        const share = row[u] as number;
        const value = u * 3 * width + 2 * width + head * size;
        for (let i = 0; i < size; i++) out[to + i] = (out[to + i] as number) + share * (qkv[value + i] as number);
      }
    }
  }
}

/** Each row holds character scores, where the message head looks, and what it reads there. */
function read(logits: Float32Array, bias: Float32Array, length: number, labels: number): Scores {
  const message = new Float32Array(labels);
  const chars = new Float32Array(length * labels);
  const look = new Float32Array(length);
  for (let label = 0; label < labels; label++) {
    for (let t = 0; t < length; t++) {
      chars[t * labels + label] = sigmoid(logits[t * 3 * labels + label] as number);
      look[t] = logits[(t * 3 + 1) * labels + label] as number;
    }
    softmax(look, 0, length);
    let sum = bias[label] as number;
    for (let t = 0; t < length; t++) sum += (look[t] as number) * (logits[(t * 3 + 2) * labels + label] as number);
    message[label] = sigmoid(sum);
  }
  return { message, chars };
}
