/** What can be wrong with an evidence file that somebody else may have made. */

/** Limits of such a file. */
export const EVIDENCE_LIMITS = { files: 5_000, bytes: 1_000_000_000, path: 200 };
export type Limits = typeof EVIDENCE_LIMITS;

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
