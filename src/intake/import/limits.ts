/** Sizes are bytes of the file, lengths are UTF-16 code units. More than these is refused with a reason. */
export const FILE_LIMIT = 300_000_000;
/** Messages and calls of one file. */
export const ROWS_LIMIT = 300_000;
/** One text, one cell, one line. */
export const FIELD_LIMIT = 1_000_000;
/** One record of a table with all its cells. */
export const RECORD_LIMIT = 2_000_000;
/** One tag or one stretch of text of an XML file: an MMS carries its pictures in an attribute. */
export const MARKUP_LIMIT = 32_000_000;
export const COLUMNS_LIMIT = 200;
/** All parts of a spreadsheet together, unpacked. */
export const SHEET_LIMIT = 64_000_000;
/** Sheets of a spreadsheet that are looked at for one that can be read. */
export const SHEETS_LIMIT = 10;
/** Cells of a spreadsheet, those counted that are empty and only stand between others. */
export const CELLS_LIMIT = 5_000_000;
/** More rows no spreadsheet program writes. */
export const SHEET_ROWS = 1_048_576;
/** Bad rows that are kept one by one; of the rest only the number. */
export const BAD_LIMIT = 1_000;
/** Bytes read at a time. */
export const SLICE = 1_048_576;
/** Bytes looked at to tell the format. */
export const HEAD = 262_144;
