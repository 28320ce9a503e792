import { Inflate } from 'fflate';
import { directoryOf, type Listed, placesOf } from './directory';
import { EVIDENCE_LIMITS, EvidenceError, type Limits } from './problems';

export { EVIDENCE_LIMITS, EvidenceError, type EvidenceProblem, type Limits } from './problems';

/** Bytes unpacked at once: even the densest archive makes no more than a thousandfold of it before it is counted. */
const STEP = 32_768;

/** Names that cannot leave the folder, in any operating system's reading. */
function isSafe(path: string, longest: number): boolean {
  if (path.length > longest || /[\\:\0]/.test(path) || path.startsWith('/')) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/**
 * Unpacks an archive in memory, each file as it was written. It goes by the list at the end: bytes inside a file may look
 * like the beginning of another, as those of a spreadsheet do. Sizes are counted while inflating, not believed.
 *
 * @throws EvidenceError for anything that is no well-behaved archive
 */
export async function readArchive(
  zip: Blob,
  { limits = EVIDENCE_LIMITS, signal }: { limits?: Limits; signal?: AbortSignal | undefined } = {},
): Promise<Map<string, Blob>> {
  const head = new Uint8Array(await zip.slice(0, 2).arrayBuffer());
  if (head[0] !== 0x50 || head[1] !== 0x4b) throw new EvidenceError('not-zip');
  const directory = await directoryOf(zip, limits);
  const files = directory.files.filter(({ path }) => !path.endsWith('/'));
  mustBeSafe(files, limits);
  const places = await placesOf(zip, directory);
  const found = new Map<string, Blob>();
  for (const file of files) {
    const from = places.get(file) as number;
    found.set(file.path, await unpacked(zip.slice(from, from + file.packed), file, signal));
  }
  return found;
}

/** @throws EvidenceError unsafe-path, twice, too-many-files, too-large */
function mustBeSafe(files: readonly Listed[], limits: Limits): void {
  const seen = new Set<string>();
  let total = 0;
  for (const { path, size } of files) {
    if (!isSafe(path, limits.path)) throw new EvidenceError('unsafe-path', path);
    if (seen.has(path)) throw new EvidenceError('twice', path);
    if (seen.add(path).size > limits.files) throw new EvidenceError('too-many-files');
    total += size;
    if (total > limits.bytes) throw new EvidenceError('too-large', path);
  }
}

/**
 * Whether bytes are left behind the end of the stream, which other programs could show. The library goes over them in
 * silence; what it has not used is known to its own fields alone.
 */
function endsEarly(inflate: Inflate, isLast: boolean): boolean {
  const { s: state, p: unused } = inflate as unknown as {
    /** Whether the last block was begun, the table of a block that goes on, and how many bits of a byte are used. */
    readonly s: { readonly f?: number; readonly l?: unknown; readonly p: number };
    readonly p: Uint8Array;
  };
  if (!state.f || state.l) return false;
  return !isLast || unused.length > (state.p ? 1 : 0);
}

/** The bytes of one file, which must be as many as the list says. */
async function unpacked(packed: Blob, { path, isDeflated, size }: Listed, signal?: AbortSignal): Promise<Blob> {
  const parts: BlobPart[] = [];
  let total = 0;
  const take = (chunk: Uint8Array) => {
    total += chunk.length;
    if (total > size) throw new EvidenceError('damaged', path);
    parts.push(chunk.slice());
  };
  const inflate = new Inflate(take);
  let at = 0;
  do {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await packed.slice(at, at + STEP).arrayBuffer());
    at += STEP;
    if (!isDeflated) take(bytes);
    else {
      try {
        inflate.push(bytes, at >= packed.size);
      } catch {
        throw new EvidenceError('damaged', path);
      }
      if (endsEarly(inflate, at >= packed.size)) throw new EvidenceError('damaged', path);
    }
  } while (at < packed.size);
  if (total !== size) throw new EvidenceError('damaged', path);
  return new Blob(parts);
}
