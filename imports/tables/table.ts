/** A table of whatever format: a header, and rows that can be walked through more than once. */
import type { Epoch } from '../../domain/time/serial-day.ts';
import type { Header } from './header.ts';
import type { Cells, RefusedRow, RowDefect, TableRow } from './row-files.ts';
import { isDamaged } from './written-cell.ts';

export interface Table {
  readonly header: Header;
  /** Where its spreadsheet begins to count days; a CSV does not say. */
  readonly epoch: Epoch;
  /** What is odd about it besides its header; complete when its rows have been walked through. */
  readonly warnings?: readonly RowDefect[];
  rows(): AsyncIterable<TableRow | RefusedRow> | Iterable<TableRow | RefusedRow>;
}

/** What keeps a row from being read whose characters were lost. */
export function lostCharacters(line: number, text: string): RowDefect | undefined {
  if (!isDamaged(text)) return undefined;
  return { line, field: '', code: 'characters', reason: 'The row holds characters that were damaged on the way.' };
}

/** Cells without a column of their own have its number. */
export function nameCells({ names }: Header, values: readonly string[]): Cells {
  const cells: Record<string, string> = {};
  for (const [position, name] of names.entries()) cells[name || `#${String(position + 1)}`] = values[position] ?? '';
  for (let position = names.length; position < values.length; position++) {
    const value = values[position];
    if (value) cells[`#${String(position + 1)}`] = value;
  }
  return cells;
}
