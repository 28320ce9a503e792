import { attend } from './attend';
import type { Encoded } from './fold';
import { createRecall } from './phrases';
import { multiply, normalizeRows, sigmoid, softmax } from './tensor';
import type { ReaderModel, Table, Weights } from './weights';

/** Probabilities: one a label for the whole text, and one a label for each UTF-16 unit (row by row). */
export interface Scores {
  readonly message: Float32Array;
  readonly chars: Float32Array;
  /** What the memory of phrases says of it. */
  readonly recalled: number;
}

/** Changes the rows of `x`, in place. */
type Layer = (x: Float32Array, length: number) => void;

/** The forward pass of training/model.py; at most `model.window` units at a time. */
export function createNetwork(model: ReaderModel, weights: Weights): (text: Encoded) => Scores {
  const char = weights.table('char.weight');
  const sound = weights.table('sound.weight');
  const enter = layer(weights, 'enter');
  const width = enter.weight.rows;
  const layers = model.layers.map((dilation, i) =>
    dilation
      ? convolution(weights, `layers.${i}`, width, dilation)
      : attention(weights, `layers.${i}`, width, model.heads),
  );
  const last = norm(weights, 'norm');
  const heads = layer(weights, 'heads');
  const bias = weights.vector('bias');
  const recall = createRecall(weights.places('phrases.for'), weights.places('phrases.against'));

  return (text) => {
    const { chars, sounds } = text;
    const length = chars.length;
    const x = new Float32Array(length * width);
    multiply(embed(chars, char, sounds, sound), enter.weight, enter.bias, x, length);
    for (const apply of layers) apply(x, length);
    const normed = new Float32Array(length * width);
    normalizeRows(x, last.gain, last.shift, normed, length, width);
    const logits = new Float32Array(length * heads.weight.rows);
    multiply(normed, heads.weight, heads.bias, logits, length);
    return { ...read(logits, bias, length, model.labels.length), recalled: recall(text) };
  };
}

/** x + a · sigmoid(b), where (a, b) is a dilated convolution of the normalised x. */
function convolution(weights: Weights, name: string, width: number, dilation: number): Layer {
  const { gain, shift } = norm(weights, `${name}.norm`);
  const conv = layer(weights, `${name}.conv`);
  return (x, length) => {
    const normed = new Float32Array(length * width);
    const taps = new Float32Array(length * width * 3);
    const wide = new Float32Array(length * width * 2);
    normalizeRows(x, gain, shift, normed, length, width);
    gather(normed, taps, length, width, dilation);
    multiply(taps, conv.weight, conv.bias, wide, length);
    for (let t = 0; t < length; t++) {
      for (let i = 0; i < width; i++) {
        const at = t * 2 * width + i;
        x[t * width + i] = (x[t * width + i] as number) + (wide[at] as number) * sigmoid(wide[at + width] as number);
      }
    }
  };
}

/** x + self-attention over the normalised x. */
function attention(weights: Weights, name: string, width: number, heads: number): Layer {
  const { gain, shift } = norm(weights, `${name}.norm`);
  const qkv = layer(weights, `${name}.qkv`);
  const out = layer(weights, `${name}.out`);
  return (x, length) => {
    const normed = new Float32Array(length * width);
    const wide = new Float32Array(length * width * 3);
    const change = new Float32Array(length * width);
    normalizeRows(x, gain, shift, normed, length, width);
    multiply(normed, qkv.weight, qkv.bias, wide, length);
    attend(weights.kernel, wide, normed, length, width, heads);
    multiply(normed, out.weight, out.bias, change, length);
    for (let i = 0; i < change.length; i++) x[i] = (x[i] as number) + (change[i] as number);
  };
}

function layer(weights: Weights, name: string) {
  return { weight: weights.matrix(`${name}.weight`), bias: weights.vector(`${name}.bias`) };
}

function norm(weights: Weights, name: string) {
  return { gain: weights.vector(`${name}.weight`), shift: weights.vector(`${name}.bias`) };
}

function embed(chars: Uint16Array, char: Table, sounds: Uint16Array, sound: Table): Float32Array {
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

/** Each row holds character scores, where the message head looks, and what it reads there. */
function read(logits: Float32Array, bias: Float32Array, length: number, labels: number): Omit<Scores, 'recalled'> {
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
