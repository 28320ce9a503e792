import * as v from 'valibot';
import type { CaseFile } from './layout';
import { EVIDENCE_LIMITS, type Limits } from './read';
import { caseFileSchema } from './schema';

/** Bytes of a line of the manifest, at most. */
const LINE = 1_000;

/** What does not fit: the number or size of all files together, or one thing in the case. */
export type Unfit = 'too-many-files' | 'too-large' | 'case' | 'entries' | 'sent';

/** What was to be written could not be read again. */
export class UnfitError extends Error {
  override readonly name = 'UnfitError';
  constructor(
    readonly code: Unfit,
    /** Which of the `entries` or `sent`, from 0. */
    readonly at = 0,
  ) {
    super(`${code} ${at}`);
  }
}

/**
 * Holds what is to be written against what a reader refuses.
 *
 * @param files everything beside the manifest
 * @throws UnfitError
 */
export function mustFit(caseFile: CaseFile, files: readonly Blob[], limits: Limits = EVIDENCE_LIMITS): void {
  if (files.length + 1 > limits.files) throw new UnfitError('too-many-files');
  const bytes = files.reduce((sum, { size }) => sum + size + LINE, 0);
  if (bytes > limits.bytes) throw new UnfitError('too-large');
  const { issues } = v.safeParse(caseFileSchema, caseFile, { abortEarly: true });
  if (!issues) return;
  const [part, which] = issues[0].path?.map(({ key }) => key) ?? [];
  if (part !== 'entries' && part !== 'sent') throw new UnfitError('case');
  throw new UnfitError(part, Number(which ?? 0));
}
