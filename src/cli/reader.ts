import { readFileSync } from 'node:fs';
import model from '../reader/model.json' with { type: 'json' };
import { toOpinion } from '../reader/propose';
import { createReader, type ReaderModel } from '../reader/read';
import type { SecondOpinion } from '../screen/types';

/**
 * The learned reader with its weights read from disk.
 *
 * @returns what it says about a canonical text
 * @throws BrokenWeightsError where weights and model do not belong together
 */
export function loadReader(): (canonicalText: string) => SecondOpinion {
  const weights = readFileSync(new URL('../reader/weights.bin', import.meta.url));
  const reader = createReader(model as unknown as ReaderModel, weights);
  return (text) => toOpinion(reader.read(text), model.labels);
}
