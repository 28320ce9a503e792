/** The one-year loan prime rate by day of publication, apart from the rest of the knowledge: only a calculator needs it. */
import lprJson from './generated/lpr.json' with { type: 'json' };
import type { LprTable } from './lpr-schema';

export const lprTable: LprTable = lprJson as LprTable;
