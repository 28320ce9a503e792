import model from './model.json';
import { createReader, type Reader, type ReaderModel } from './read';
import weightsFile from './weights.bin?url';

export const LABELS: readonly string[] = model.labels;

/**
 * The reader with the weights of the package, for a page or worker of the extension.
 *
 * @throws BrokenWeightsError where weights and model do not belong together
 */
export async function loadPackagedReader(): Promise<Reader> {
  const response = await fetch(new URL(weightsFile, self.location.href));
  return createReader(model as unknown as ReaderModel, new Uint8Array(await response.arrayBuffer()));
}
