import type { BadRow, ErrorCode, ImportReport, SheetNames, SkipCode } from '../../intake/import/types';
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

/** Which sheet of a spreadsheet is read, and which are not. */
export const sheetsText = ({ read, left }: SheetNames): string =>
  t('importSheets', read, left.join(t('listSeparator')));

/** Whether most rows of a table were left out because the column chosen for it does not say which way they went. */
export function isWrongDirection({ format, rows, bad: all }: ImportReport, bad: readonly BadRow[]): boolean {
  const named = bad.filter(({ code }) => code === 'direction-unknown').length;
  // Only the first are named; the rest are taken to be like them.
  const unknown = (named / Math.max(bad.length, 1)) * all;
  return (format === 'csv' || format === 'xlsx') && unknown > rows;
}
