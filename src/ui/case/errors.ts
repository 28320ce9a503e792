import { CaseError } from '../../case/errors';
import { t } from '../i18n';

/** What went wrong with a kept case, in words; nothing for an error that is not the store's. */
export function caseErrorText(error: unknown): string | undefined {
  return error instanceof CaseError ? t(`caseError_${error.code}`) : undefined;
}

/** The same for any error, so that nothing fails in silence. */
export function errorText(error: unknown): string {
  return caseErrorText(error) ?? t('caseUnexpected', error instanceof Error ? error.name : String(error));
}
