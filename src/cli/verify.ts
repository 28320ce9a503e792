import { openAsBlob } from 'node:fs';
import { checkEvidence, isIntact } from '../case/evidence/check';
import { EvidenceError } from '../case/evidence/read';

/**
 * Compares an evidence file with its own manifest and writes one line of JSON. Where they differ the exit code is 1, as
 * where the file cannot be read as one: `{"error":"code","path"?}` on stderr, with the codes of `EvidenceProblem`, or
 * `unreadable` for a folder or where nothing is.
 */
export async function verifyEvidence(path: string): Promise<void> {
  try {
    const check = await checkEvidence(await opened(path));
    const { manifest, fingerprint, changed, missing, added } = check;
    const intact = isIntact(check);
    const { madeAt, files } = manifest;
    process.stdout.write(
      `${JSON.stringify({ intact, files: files.length, madeAt, fingerprint, changed, missing, added })}\n`,
    );
    if (!intact) process.exitCode = 1;
  } catch (error) {
    if (isUnreadable(error)) report({ error: 'unreadable' });
    else if (error instanceof EvidenceError) report({ error: error.code, ...(error.path && { path: error.path }) });
    else throw error;
  }
}

class Unreadable extends Error {}

/** A folder opens like a file and fails only when it is read. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof Unreadable || (error instanceof DOMException && error.name === 'NotReadableError');

async function opened(path: string): Promise<Blob> {
  try {
    return await openAsBlob(path);
  } catch {
    throw new Unreadable();
  }
}

function report(problem: object): void {
  process.stderr.write(`${JSON.stringify(problem)}\n`);
  process.exitCode = 1;
}
