import { createEncoder } from './fold';
import { createKernel } from './kernel';
import { createNetwork, type Scores } from './network';
import { chanceOfAny, findSpans, type LabelledSpan } from './spans';
import { type ReaderModel, unpack } from './weights';

export type { LabelledSpan } from './spans';
export { BrokenWeightsError, type ReaderModel } from './weights';

export interface Reading {
  /** By start, offsets in UTF-16 units of the text. */
  readonly spans: readonly LabelledSpan[];
  /**
   * How probable each label is for the text as a whole, 0–1, in the model's order: the highest of its windows, and in
   * none more than that any line is crossed at all.
   */
  readonly message: readonly number[];
}

export interface Reader {
  /**
   * Proposes labelled spans; those that are not `sure` are hints only.
   *
   * @param text canonical text (see `normalize`), any length
   */
  read(text: string): Reading;
  /** The same in turns of one window each, so that a long text need not hold its thread. */
  turns(text: string): Generator<undefined, Reading>;
  /** What the network itself says about a text of at most one window: for tests and measurements. */
  scores(text: string): Scores;
}

/**
 * Unpacks the weights (some tens of milliseconds) and returns a reader that holds no state between texts.
 *
 * @param weights what `weights.bin` unzips to
 * @param kernel the bytes of `kernel.wasm`
 * @throws BrokenWeightsError where weights and model do not belong together
 * @throws WebAssembly.CompileError where WebAssembly, or an instruction of the kernel, is not to be had
 */
export function createReader(model: ReaderModel, weights: Uint8Array, kernel: Uint8Array<ArrayBuffer>): Reader {
  const encode = createEncoder(model.chars, model.sounds);
  const network = createNetwork(model, unpack(model, weights, createKernel(kernel)));
  const scores = (text: string) => network(encode(text));
  function* turns(text: string): Generator<undefined, Reading> {
    const spans: LabelledSpan[] = [];
    const message = model.labels.map(() => 0);
    for (const { start, part } of windows(text, model.window, model.overlap)) {
      if (!part.trim()) continue;
      const window = scores(part);
      const chance = chanceOfAny(window, model.mixed);
      for (let i = 0; i < message.length; i++) {
        message[i] = Math.max(message[i] ?? 0, Math.min(window.message[i] ?? 0, chance));
      }
      for (const span of findSpans(part, window, chance, model)) {
        spans.push({ ...span, start: span.start + start, end: span.end + start });
      }
      yield undefined;
    }
    return { spans: merge(spans), message };
  }
  return {
    scores,
    turns,
    read(text) {
      const all = turns(text);
      for (;;) {
        const turn = all.next();
        if (turn.done) return turn.value;
      }
    },
  };
}

/** Pieces of at most `size` units that share `overlap` units, so that no sentence is only seen cut. */
function windows(text: string, size: number, overlap: number): { start: number; part: string }[] {
  const parts: { start: number; part: string }[] = [];
  for (let start = 0; start === 0 || start + overlap < text.length; start += size - overlap) {
    parts.push({ start, part: text.slice(start, start + size) });
  }
  return parts;
}

/** One span where two windows found the same words. */
function merge(spans: readonly LabelledSpan[]): LabelledSpan[] {
  const merged: LabelledSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const at = merged.findIndex((other) => other.label === span.label && other.end > span.start);
    const other = merged[at];
    if (!other) merged.push(span);
    else {
      merged[at] = {
        label: span.label,
        start: Math.min(other.start, span.start),
        end: Math.max(other.end, span.end),
        score: Math.max(other.score, span.score),
        chance: Math.max(other.chance, span.chance),
        sure: other.sure || span.sure,
      };
    }
  }
  return merged;
}
