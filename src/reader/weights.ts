import type { Kernel } from './kernel';
import { type Matrix, pack } from './tensor';

/**
 * One tensor of what `weights.bin` unzips to: `i8`, rows of whole numbers behind one 32-bit scale a row; `f32`, plain
 * 32-bit ones; or `places`, rising numbers by how far each is from the one before, a byte or more each.
 */
export interface TensorEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: string;
  /** Byte offset in the unzipped file. */
  readonly at: number;
}

/** `model.json`: everything about the reader but its weights. */
export interface ReaderModel {
  readonly labels: readonly string[];
  /** Chance of any violation from which spans are findings, and from which they are worth a check of one's own. */
  readonly found: number;
  readonly hint: number;
  /** What the network's log-odds of any violation and the memory of phrases are worth in that chance, and a shift. */
  readonly mixed: readonly number[];
  /** Least score of each of the two heads, and of both together. */
  readonly floor: number;
  readonly least: number;
  /** In order: a convolution of that dilation, or (0) attention. */
  readonly layers: readonly number[];
  readonly heads: number;
  /** UTF-16 units read at once, and how many of them two neighbouring windows share. */
  readonly window: number;
  readonly overlap: number;
  readonly tensors: readonly TensorEntry[];
  readonly chars: string;
  readonly sounds: Readonly<Record<string, string>>;
}

export class BrokenWeightsError extends Error {
  override readonly name = 'BrokenWeightsError';
}

/** One vector a row. */
export interface Table {
  readonly columns: number;
  readonly data: Float32Array;
}

export interface Weights {
  /** What calculates with the matrices: they are kept there. */
  readonly kernel: Kernel;
  matrix(name: string): Matrix;
  table(name: string): Table;
  vector(name: string): Float32Array;
  /** From low to high. */
  places(name: string): Iterable<number>;
}

/** Bytes of a tensor of so many numbers in so many rows. */
const LENGTH = {
  i8: (numbers: number, rows: number) => numbers + 4 * rows,
  f32: (numbers: number) => 4 * numbers,
  places: (numbers: number) => numbers,
};

const MIXED = 3;

/** Goes on by as much without arriving anywhere; any other byte arrives one further than it says. */
const FURTHER = 255;

/**
 * Looks the weights up in their file.
 *
 * @param bytes what `weights.bin` unzips to
 * @throws BrokenWeightsError where a tensor is missing or reaches past the end of the file, or `mixed` has not three
 *   numbers
 */
export function unpack(model: ReaderModel, bytes: Uint8Array, kernel: Kernel): Weights {
  if (model.mixed.length !== MIXED) throw new BrokenWeightsError(`mixed has ${model.mixed.length} numbers`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map(model.tensors.map((entry) => [entry.name, entry]));
  const take = (name: string, type: keyof typeof LENGTH): TensorEntry => {
    const entry = entries.get(name);
    if (entry?.type !== type) throw new BrokenWeightsError(`no ${type} tensor ${name}`);
    const size = entry.shape.reduce((product, side) => product * side, 1);
    if (entry.at + LENGTH[type](size, entry.shape[0] ?? 0) > bytes.byteLength)
      throw new BrokenWeightsError(`${name} is cut off`);
    return entry;
  };
  const whole = (name: string) => {
    const { at, shape } = take(name, 'i8');
    const [rows = 0, columns = 0] = shape;
    const scales = Float32Array.from({ length: rows }, (_, i) => view.getFloat32(at + 4 * i, true));
    const values = new Int8Array(bytes.buffer, bytes.byteOffset + at + 4 * rows, rows * columns);
    return { rows, columns, scales, values };
  };
  return {
    kernel,
    vector(name) {
      const { at, shape } = take(name, 'f32');
      return Float32Array.from({ length: shape[0] ?? 0 }, (_, i) => view.getFloat32(at + 4 * i, true));
    },
    *places(name) {
      const { at, shape } = take(name, 'places');
      let place = -1;
      for (const step of bytes.subarray(at, at + (shape[0] ?? 0))) {
        place += step === FURTHER ? step : step + 1;
        if (step !== FURTHER) yield place;
      }
    },
    matrix(name) {
      const { rows, columns, scales, values } = whole(name);
      return pack(kernel, values, scales, rows, columns);
    },
    table(name) {
      const { columns, scales, values } = whole(name);
      const data = new Float32Array(values);
      for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) * (scales[Math.floor(i / columns)] as number);
      return { columns, data };
    },
  };
}
