import type { BadRow, ErrorCode, ImportReport, SkipCode } from '../../intake/import/types';
import { t } from '../i18n';

/** What is wrong with one row, in the current language. */
export const badText = ({ row, code, kept }: BadRow): string =>
  t(`importBad_${code}`, row) + (kept ? t('importBadKept') : '');

/** Why a file is not taken, or why it could be read only in part. */
export const errorText = ({ code, values = [] }: { code: ErrorCode; values?: readonly (string | number)[] }): string =>
  t(`importError_${code}`, ...values);

/** Where a file breaks off, and that the rest is kept. */
export const incompleteText = ({ code, row }: NonNullable<ImportReport['incomplete']>): string =>
  t('importIncomplete', row, errorText({ code }));

/** What was left out on purpose, and how much of it. */
export const skipText = (code: SkipCode, count: number): string => t(`importSkip_${code}`, count);
