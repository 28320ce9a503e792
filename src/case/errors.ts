/** What can go wrong with kept cases, so that a surface can say it in words (`src/ui/case/errors.ts`). */
export const CASE_ERRORS = [
  /** The browser gives no more room; nothing of the action was stored. */
  'quota',
  /** The case has a passphrase and is not open here. */
  'locked',
  'wrong-passphrase',
  /** What is stored was written by a newer version, or this page is older than it; nothing was touched. */
  'newer-version',
  /** Another page of an older version holds the store open and does not let go. */
  'blocked',
  'too-large',
  'type-not-allowed',
  /** A time of an entry that is no time. */
  'bad-time',
  /** A record cannot be read: damaged, or altered from outside. */
  'corrupt',
  /** Deleted, here or in another tab. */
  'gone',
  /** The browser refuses to store anything: disabled, broken, or closed under us. */
  'unavailable',
] as const;
export type CaseErrorCode = (typeof CASE_ERRORS)[number];

export class CaseError extends Error {
  override readonly name = 'CaseError';
  constructor(
    readonly code: CaseErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** What is read; nothing where it is damaged, so that the rest of what it belongs to is not lost with it. */
export async function unlessCorrupt<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CaseError && error.code === 'corrupt') return undefined;
    throw error;
  }
}

const BY_NAME: Readonly<Record<string, CaseErrorCode>> = {
  QuotaExceededError: 'quota',
  VersionError: 'newer-version',
  UnknownError: 'unavailable',
  SecurityError: 'unavailable',
  InvalidStateError: 'unavailable',
  NotReadableError: 'unavailable',
};

/** The browser's errors as ours; a stop by the user and mistakes of the program stay what they are. */
export function asCaseError(error: unknown): unknown {
  if (error instanceof CaseError) return error;
  const code = error instanceof Error ? BY_NAME[error.name] : undefined;
  return code ? new CaseError(code, { cause: error }) : error;
}
