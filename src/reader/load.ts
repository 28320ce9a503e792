// Inlined, as small files are, it would be a data: address, which the extension's policy lets nobody fetch.
import kernelFile from './kernel.wasm?url&no-inline';
import model from './model.json';
import { createReader, type Reader, type ReaderModel } from './read';
import weightsFile from './weights.bin?url';

export const LABELS: readonly string[] = model.labels;

/**
 * The reader with the weights of the package, for a page or worker of the extension. It never runs in a web page, whose
 * own policy may forbid WebAssembly.
 *
 * @throws BrokenWeightsError where weights and model do not belong together
 * @throws TypeError where the weights are no whole gzip file
 * @throws WebAssembly.CompileError where this browser or processor lacks its instructions
 */
export async function loadPackagedReader(): Promise<Reader> {
  const [weights, kernel] = await Promise.all([bytesOf(weightsFile, 'gzip'), bytesOf(kernelFile)]);
  return createReader(model as unknown as ReaderModel, weights, kernel);
}

async function bytesOf(file: string, format?: CompressionFormat): Promise<Uint8Array<ArrayBuffer>> {
  const { body } = await fetch(new URL(file, self.location.href));
  const plain = format ? body?.pipeThrough(new DecompressionStream(format)) : body;
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
