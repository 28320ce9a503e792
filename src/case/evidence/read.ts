import { Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';

/** Limits of a file that somebody else may have made. */
export const EVIDENCE_LIMITS = { files: 5_000, bytes: 1_000_000_000, path: 200 };
export type Limits = typeof EVIDENCE_LIMITS;

/** Bytes unpacked at once: even the densest archive makes no more than a thousandfold of it before it is counted. */
const STEP = 32_768;

export type EvidenceProblem =
  | 'not-zip'
  | 'unsafe-path'
  | 'too-many-files'
  | 'too-large'
  | 'twice'
  | 'damaged'
  | 'not-ours'
  | 'newer-format';

export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
  constructor(
    readonly code: EvidenceProblem,
    /** Path inside the archive, where one is to blame. Hostile: only ever shown as text. */
    readonly path = '',
  ) {
    super(`${code} ${path}`);
  }
}

/** Names that cannot leave the folder, in any operating system's reading. */
function isSafe(path: string, longest: number): boolean {
  if (path.length > longest || /[\\:\0]/.test(path) || path.startsWith('/')) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/**
 * Unpacks an archive in memory, each file as it was written. Sizes are counted while inflating, not believed.
 *
 * @throws EvidenceError for anything that is no well-behaved archive
 */
export async function readArchive(
  zip: Blob,
  { limits = EVIDENCE_LIMITS, signal }: { limits?: Limits; signal?: AbortSignal | undefined } = {},
): Promise<Map<string, Blob>> {
  const head = new Uint8Array(await zip.slice(0, 2).arrayBuffer());
  if (head[0] !== 0x50 || head[1] !== 0x4b) throw new EvidenceError('not-zip');
  const found = new Map<string, { parts: BlobPart[]; done: boolean }>();
  let total = 0;
  // The unpacking library turns what is thrown inside into errors of its own: the first problem is kept here.
  let problem: EvidenceError | undefined;
  const stop = (code: EvidenceProblem, path?: string) => {
    problem ??= new EvidenceError(code, path);
  };
  const unzip = new Unzip((file) => {
    if (problem || file.name.endsWith('/')) return;
    if (!isSafe(file.name, limits.path)) return stop('unsafe-path', file.name);
    if (found.has(file.name)) return stop('twice', file.name);
    if (found.size >= limits.files) return stop('too-many-files');
    const content = { parts: [] as BlobPart[], done: false };
    found.set(file.name, content);
    file.ondata = (error, chunk, final) => {
      if (error) return stop('damaged', file.name);
      total += chunk.length;
      if (total > limits.bytes) return stop('too-large', file.name);
      content.parts.push(chunk.slice());
      content.done = final;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  for (let at = 0; at < zip.size && !problem; at += STEP) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await zip.slice(at, at + STEP).arrayBuffer());
    try {
      unzip.push(bytes, at + STEP >= zip.size);
    } catch {
      stop('damaged');
    }
  }
  for (const [path, { done }] of found) if (!done) stop('damaged', path);
  if (problem) throw problem;
  return new Map([...found].map(([path, { parts }]) => [path, new Blob(parts)]));
}
