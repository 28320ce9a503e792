import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import model from '../reader/model.json' with { type: 'json' };
import { toOpinion } from '../reader/propose';
import { createReader, type Reader, type ReaderModel } from '../reader/read';
import type { SecondOpinion } from '../screen/types';

const fileOf = (name: string): Uint8Array<ArrayBuffer> => readFileSync(new URL(`../reader/${name}`, import.meta.url));

/**
 * The learned reader, read from disk.
 *
 * @throws BrokenWeightsError where weights and model do not belong together
 * @throws Error where the weights are no whole gzip file
 */
export function openReader(): Reader {
  return createReader(model as unknown as ReaderModel, gunzipSync(fileOf('weights.bin')), fileOf('kernel.wasm'));
}

/**
 * @returns what the learned reader says about a canonical text
 * @throws BrokenWeightsError where weights and model do not belong together
 * @throws Error where the weights are no whole gzip file
 */
export function loadReader(): (canonicalText: string) => SecondOpinion {
  const reader = openReader();
  return (text) => toOpinion(reader.read(text), model.labels);
}
