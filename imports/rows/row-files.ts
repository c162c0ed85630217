/** What every reader of a file gives back: rows that go in, rows that do not, and what is wrong with the file as a whole. */

/** One thing wrong with a row: where, a stable code, and why. Never the refused value itself. */
export interface RowDefect {
  /** Physical line on which the row begins; the header is line 1. */
  readonly line: number;
  /** The column as the file names it, or an element of the XML. */
  readonly field: string;
  readonly code: string;
  readonly reason: string;
}

/** The cells as received, by column; kept with the row whatever becomes of it. */
export type Cells = Readonly<Record<string, string>>;

export interface AcceptedRow<Row> {
  readonly line: number;
  readonly row: Row;
  readonly warnings: readonly RowDefect[];
  readonly cells: Cells;
}

export interface RefusedRow {
  readonly line: number;
  readonly defects: readonly RowDefect[];
  readonly cells: Cells;
}

export type FileDefectCode =
  | 'emptyFile'
  | 'spreadsheet'
  | 'notText'
  | 'utf16'
  | 'tooLarge'
  | 'columnMissing'
  | 'columnTwice'
  | 'xml'
  | 'doctype'
  | 'unsupportedMessage'
  | 'intraday'
  | 'noStatement'
  | 'zip'
  | 'zipInZip'
  | 'layoutUnknown'
  | 'accountNotOurs';

export interface FileDefect {
  readonly code: FileDefectCode;
  /** The column, where it is one. */
  readonly field?: string;
  readonly reason: string;
}

/** With a file defect nothing of the file is read. */
export interface ReadFile<Row> {
  readonly accepted: readonly AcceptedRow<Row>[];
  readonly refused: readonly RefusedRow[];
  readonly fileDefects: readonly FileDefect[];
  /** About the file, e.g. columns that nobody knows. */
  readonly fileWarnings: readonly RowDefect[];
}

export function unreadable<Row>(...fileDefects: FileDefect[]): ReadFile<Row> {
  return { accepted: [], refused: [], fileDefects, fileWarnings: [] };
}
