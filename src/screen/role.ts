import type { Role } from '../knowledge/vocabulary';
import type { Candidate } from './types';

/**
 * A guarantor or co-borrower may lawfully be told of the debt and asked to pay (Civil Code, art. 681): what would be
 * disclosure to a third person is for him to check against his contract.
 */
export function applyRole(candidates: readonly Candidate[], role: Role): Candidate[] {
  if (role !== 'guarantor-or-co-borrower') return [...candidates];
  return candidates.map((candidate) =>
    candidate.category === 'third-party-pressure' && candidate.level === 'violation'
      ? { ...candidate, level: 'verify' }
      : candidate,
  );
}
