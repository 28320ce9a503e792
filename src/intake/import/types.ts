import type { Content } from '../../case/types';
import type { Mapping } from './columns';

export const FORMATS = ['sms-xml', 'csv', 'xlsx', 'jsonl', 'chat', 'plain'] as const;
export type Format = (typeof FORMATS)[number];

/** `lines`: a message a line; `blocks`: blank lines part the messages. */
export type PlainStyle = 'lines' | 'blocks';

/** Why a row is not taken, or (`kept`) what of it could not be taken. */
export type BadCode =
  | 'broken'
  | 'too-wide'
  | 'too-long'
  | 'no-text-field'
  | 'date-unreadable'
  | 'direction-unknown'
  | 'before-first-heading'
  | 'heading-alone'
  | 'doubtful-heading';

export interface BadRow {
  /** Line, table row or element, from 1. */
  readonly row: number;
  readonly code: BadCode;
  /** The message is taken all the same, without its time. */
  readonly kept: boolean;
}

/** What is left out on purpose and only counted. */
export type SkipCode = 'no-text' | 'not-sent' | 'duplicate';

/** A message or call as a format gives it. */
export interface ReadRow {
  readonly row: number;
  readonly content: Content;
  /** The name under which the phone knows the sender. */
  readonly name?: string;
}

export interface ImportedRow extends ReadRow {
  /** Content identity (`case/identity.ts`). */
  readonly id: string;
}

export type Item = ReadRow | BadRow | { readonly skip: SkipCode };

/** Why nothing more of a file can be read. The texts are `importError_*` in `ui/texts`. */
export type ErrorCode =
  | 'empty'
  | 'unreadable'
  | 'too-large'
  | 'too-many'
  | 'binary'
  | 'encoding'
  | 'dtd'
  | 'unknown-xml'
  | 'web-page'
  | 'json-array'
  | 'vmsg'
  | 'old-excel'
  | 'not-a-table'
  | 'broken-table'
  | 'table-too-large'
  | 'too-many-columns'
  | 'too-many-cells'
  | 'columns-unknown'
  | 'no-texts'
  | 'no-rows'
  | 'truncated'
  | 'malformed'
  | 'too-long';

/** A file that is not taken; what was handed over of it before is to be thrown away. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  /** @param values what the text of this code names in `$1`, `$2` */
  constructor(
    readonly code: ErrorCode,
    readonly values: readonly (string | number)[] = [],
  ) {
    super([code, ...values].join(' '));
  }
}

/** The file breaks off here: what was read before stays good. */
export class BreakOff extends Error {
  override readonly name = 'BreakOff';
  /** @param row the first that could not be read */
  constructor(
    readonly code: ErrorCode,
    readonly row: number,
  ) {
    super(`${code} at ${row}`);
  }
}

/** What a caller decides; everything absent is guessed from the file. */
export interface ReadOptions {
  readonly format?: Format;
  /** For tables. */
  readonly mapping?: Mapping;
  /** For plain text. */
  readonly plain?: PlainStyle;
  /** For chats: the names under which the keeper wrote himself; 「我」 always is. */
  readonly self?: readonly string[];
}

export interface Progress {
  /** Bytes read and bytes there are. */
  readonly bytes: number;
  readonly total: number;
  readonly rows: number;
  readonly bad: number;
}

export interface ImportReport {
  readonly format: Format;
  /** SHA-256 of the file, in hex. */
  readonly sha256: string;
  /** Taken. */
  readonly rows: number;
  /** Reported to `onBad`, and those beyond the number that it gets. */
  readonly bad: number;
  readonly skipped: Readonly<Record<SkipCode, number>>;
  /** Bytes that are no characters of the file's encoding; each stands as U+FFFD in a text. */
  readonly damaged: number;
  /** The file could not be read to its end; the rows before are good. */
  readonly incomplete?: { readonly code: ErrorCode; readonly row: number };
  /** Of a spreadsheet with several sheets: which one was read, and which were not. */
  readonly sheets?: SheetNames;
}

export interface SheetNames {
  readonly read: string;
  readonly left: readonly string[];
}
