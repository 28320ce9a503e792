/** The module of `kernel.wat`: the sums of the network, on memory of its own. */
export interface Kernel {
  /**
   * Keeps numbers for good.
   *
   * @returns their address
   */
  keep(numbers: Int8Array): number;
  /**
   * Makes room for the blocks of one calculation; they still hold what an earlier one left there.
   *
   * @param sizes in bytes
   * @returns the memory, as it is until more is kept or room is made again, and the address of each block
   */
  room(...sizes: number[]): { memory: ArrayBuffer; blocks: number[] };
  /** Whole numbers: 16 bits by 8 bits, summed in 32. `inputs` and `rows` are even. */
  readonly sumWhole: Sum;
  /** 32-bit floating-point numbers. `rows` is even. */
  readonly sumFloat: Sum;
}

/** out = a · b, by address. `kernel.wat` tells how the blocks are laid out; no size is zero. */
type Sum = (a: number, b: number, out: number, inputs: number, rows: number, panels: number) => void;

/** Columns that are summed together. */
export const PANEL = 8;
/** Rows that are summed together, and whole numbers. */
export const PAIR = 2;

/** How WebAssembly memory grows, in bytes. */
const PAGE = 65_536;
/** Where vectors are read fastest, in bytes. */
const ALIGNMENT = 16;

/** The least multiple of `of` that is no smaller than `size`. */
export const roundUp = (size: number, of: number): number => Math.ceil(size / of) * of;

/**
 * @param binary the bytes of `kernel.wasm`
 * @throws WebAssembly.CompileError where this browser or processor does not know its instructions, or a policy forbids
 *   WebAssembly
 */
export function createKernel(binary: Uint8Array<ArrayBuffer>): Kernel {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(binary));
  const memory = exports.memory as WebAssembly.Memory;
  const sum = exports.sum as (float: number, ...rest: Parameters<Sum>) => void;
  let kept = 0;
  const reach = (end: number) => {
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  };
  return {
    keep(numbers) {
      const at = kept;
      kept = roundUp(at + numbers.byteLength, ALIGNMENT);
      reach(kept);
      new Int8Array(memory.buffer).set(numbers, at);
      return at;
    },
    room(...sizes) {
      let end = kept;
      const blocks = sizes.map((size) => {
        const at = end;
        end = roundUp(at + size, ALIGNMENT);
        return at;
      });
      reach(end);
      return { memory: memory.buffer, blocks };
    },
    sumWhole: (a, b, out, inputs, rows, panels) => sum(0, a, b, out, 2 * inputs, rows, panels),
    sumFloat: (a, b, out, inputs, rows, panels) => sum(1, a, b, out, 4 * inputs, rows, panels),
  };
}
