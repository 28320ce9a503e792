import type { Mapping } from './columns';
import { type Inspection, inspect, type NamedBlob } from './inspect';
import type { Format, PlainStyle, SheetNames } from './types';

/** What a page shows before an import, so that the user can correct the guess. */
export interface Preview {
  readonly format: Format;
  /** Tables: the names of the columns, by the row above the first that is taken; empty where there is none. */
  readonly columns: readonly string[];
  /** Tables: the first rows that would be taken. */
  readonly sample: readonly (readonly string[])[];
  /** Tables: absent where the columns could not be told and the user has to say them. */
  readonly guess?: Mapping;
  /** Spreadsheets with several sheets: which one it is. */
  readonly sheets?: SheetNames;
  /** Plain text: how the messages seem to be parted. */
  readonly plain?: PlainStyle;
  /** Chats: who writes in the beginning; one of them may be the keeper. */
  readonly names?: readonly string[];
  /** Text of any kind: the beginning of its first lines. */
  readonly lines?: readonly string[];
}

const SAMPLE_ROWS = 10;
/** So much of a line is shown. */
const LINE = 200;

/**
 * Looks at the beginning of a file and says what an import would take it for.
 *
 * @throws ImportError for what is no message history
 */
export const preview = async (file: NamedBlob, format?: Format): Promise<Preview> =>
  previewOf(await inspect(file, format));

export function previewOf({ rows = [], mapping, sheets, plain, names, lines, format: found }: Inspection): Preview {
  const from = mapping?.skipRows ?? 0;
  return {
    format: found,
    columns: (from ? rows[from - 1] : undefined) ?? [],
    sample: rows.slice(from, from + SAMPLE_ROWS),
    ...(mapping && { guess: mapping }),
    ...(sheets && { sheets }),
    ...(plain && { plain }),
    ...(names && { names }),
    ...(lines && { lines: lines.map((line) => line.trim().slice(0, LINE)) }),
  };
}
