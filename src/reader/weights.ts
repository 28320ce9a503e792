import type { Matrix } from './tensor';

/** One tensor of `weights.bin`: eight-bit rows behind one 32-bit scale a row, or plain 32-bit numbers. */
export interface TensorEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: string;
  /** Byte offset. */
  readonly at: number;
}

/** `model.json`: everything about the reader but its weights. */
export interface ReaderModel {
  readonly labels: readonly string[];
  /** Score per label from which a span is a finding, and from which it is worth a check of one's own. */
  readonly found: readonly number[];
  readonly hint: readonly number[];
  /** Least score of each of the two heads. */
  readonly floor: number;
  readonly dilations: readonly number[];
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

export interface Weights {
  matrix(name: string): Matrix;
  vector(name: string): Float32Array;
}

/**
 * Unpacks the weights once.
 *
 * @throws BrokenWeightsError where a tensor is missing or reaches past the end of the file
 */
export function unpack(model: ReaderModel, bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map(model.tensors.map((entry) => [entry.name, entry]));
  const take = (name: string, type: string): TensorEntry => {
    const entry = entries.get(name);
    if (entry?.type !== type) throw new BrokenWeightsError(`no ${type} tensor ${name}`);
    const size = entry.shape.reduce((product, side) => product * side, 1);
    const length = type === 'i8' ? size + 4 * (entry.shape[0] ?? 0) : 4 * size;
    if (entry.at + length > bytes.byteLength) throw new BrokenWeightsError(`${name} is cut off`);
    return entry;
  };
  return {
    vector(name) {
      const { at, shape } = take(name, 'f32');
      return Float32Array.from({ length: shape[0] ?? 0 }, (_, i) => view.getFloat32(at + 4 * i, true));
    },
    matrix(name) {
      const { at, shape } = take(name, 'i8');
      const [rows = 0, columns = 0] = shape;
      const data = new Float32Array(rows * columns);
      for (let row = 0; row < rows; row++) {
        const scale = view.getFloat32(at + 4 * row, true);
        const from = at + 4 * rows + row * columns;
        for (let i = 0; i < columns; i++) data[row * columns + i] = view.getInt8(from + i) * scale;
      }
      return { rows, columns, data };
    },
  };
}
