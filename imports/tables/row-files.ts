/** What every reader of a file gives back: rows that go in, rows that do not, and what is wrong with the file as a whole. */
import type { ImportCode } from '../../domain/import-codes.ts';
import type { CellFault } from './written-cell.ts';

/** One thing wrong with a row: where, a stable code, and why. Never the refused value itself. */
export interface RowDefect {
  /** Physical line on which the row begins, or the number of the row in its sheet; the first is 1. */
  readonly line: number;
  /** The column as the file names it, or an element of the XML. */
  readonly field: string;
  readonly code: ImportCode;
  readonly reason: string;
}

/** What a writer says of a row whose line its caller knows. */
export type RowReason = Omit<RowDefect, 'line'>;

/** The cells as received, by column; kept with the row whatever becomes of it. */
export type Cells = Readonly<Record<string, string>>;

/** A row of a table, its cells under the header's words. */
export interface TableRow {
  readonly line: number;
  readonly cells: Cells;
  readonly warnings: readonly RowDefect[];
  /** Cells that have no value of their own, by column. */
  readonly faults?: ReadonlyMap<string, CellFault>;
}

export interface AcceptedRow<Row> {
  readonly line: number;
  readonly row: Row;
  readonly warnings: readonly RowDefect[];
  readonly cells: Cells;
  /** The cells in one form whatever the writing, by column: what a later row is compared with. */
  readonly read: Cells;
}

export interface RefusedRow {
  readonly line: number;
  readonly defects: readonly RowDefect[];
  readonly cells: Cells;
}

export type FileDefectCode =
  | 'emptyFile'
  | 'spreadsheet'
  | 'password'
  | 'macro'
  | 'severalSheets'
  | 'damaged'
  | 'notText'
  | 'picture'
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
  /** The column, where it is one; several with commas. */
  readonly field?: string;
  readonly reason: string;
}

/** With a file defect nothing of the file is read. */
interface AboutFile {
  readonly fileDefects: readonly FileDefect[];
  /** About the file, e.g. columns that nobody knows. */
  readonly fileWarnings: readonly RowDefect[];
}

/** All of it at once. */
export interface ReadFile<Row> extends AboutFile {
  readonly accepted: readonly AcceptedRow<Row>[];
  readonly refused: readonly RefusedRow[];
}

/** One row after the other, in the order in which they go in; so a file of any length takes little memory. */
export interface OpenFile<Row> extends AboutFile {
  readonly lines: number;
  rows(): AsyncIterable<AcceptedRow<Row> | RefusedRow>;
}

/** About the file as a whole: it stands at its first line. */
export const fileWarning = (field: string, code: ImportCode, reason: string): RowDefect => ({
  line: 1,
  field,
  code,
  reason,
});

export function unreadable<Row>(...fileDefects: FileDefect[]): ReadFile<Row> {
  return { accepted: [], refused: [], fileDefects, fileWarnings: [] };
}

export function unopened<Row>(...fileDefects: FileDefect[]): OpenFile<Row> {
  return { fileDefects, fileWarnings: [], lines: 0, rows: async function* () {} };
}
