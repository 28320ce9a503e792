import type { Role } from '../knowledge/vocabulary';
import type { Candidate } from './types';

/** Rules that see a debt told to somebody else than the borrower: to a guarantor it may be told. */
const TOLD_TO_THE_READER = ['others-debt-disclosed'];

/**
 * A guarantor or co-borrower may lawfully be told of the debt and asked to pay (Civil Code, art. 681): what would be
 * disclosure to a third person is for him to check against his contract.
 */
export function applyRole(candidates: readonly Candidate[], role: Role): Candidate[] {
  if (role !== 'guarantor-or-co-borrower') return [...candidates];
  return candidates.map((candidate) =>
    candidate.level === 'violation' &&
    (candidate.category === 'third-party-pressure' || TOLD_TO_THE_READER.includes(candidate.rule))
      ? { ...candidate, level: 'verify' }
      : candidate,
  );
}
