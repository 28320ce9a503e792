import { SLICE } from './limits';
import { ImportError } from './types';

/**
 * The bytes of a file, in slices of at most {@link SLICE}; one is in memory at a time.
 *
 * @param start byte to begin at
 * @param onSlice hears of each slice before it is given on
 * @throws ImportError `unreadable` where the browser gives no bytes: a folder, a file that was moved; the signal's reason
 */
export async function* slices(
  file: Blob,
  start: number,
  onSlice: (bytes: Uint8Array) => void,
  signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for (let from = start; from < file.size; from += SLICE) {
    signal?.throwIfAborted();
    const bytes = await bytesOf(file.slice(from, from + SLICE));
    signal?.throwIfAborted();
    onSlice(bytes);
    yield bytes;
  }
}

/** @throws ImportError `unreadable` */
export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new ImportError('unreadable');
  }
}
