/** Corrected rows as a file of their own: read as any other, by the words of its header. */
import { stringify } from 'csv-stringify/sync';
import type { Cells } from './tables/row-files.ts';

/** Where a cell has no column of its own there is none in the header either. */
const hasName = (column: string): boolean => !/^#\d+$/.test(column);

export const namedColumns = (cells: Cells): string[] => Object.keys(cells).filter(hasName);

export interface CorrectedRow {
  /** The line that it corrects. */
  readonly line: number;
  readonly cells: Cells;
}

/** With the line that each row has in it, and the line that it corrects. */
export function correctedFile(rows: readonly CorrectedRow[]): { file: Buffer; lines: Map<number, number> } {
  const columns = [...new Set(rows.flatMap(({ cells }) => namedColumns(cells)))];
  const lines = new Map<number, number>();
  let text = written([columns]);
  for (const { line, cells } of rows) {
    lines.set(text.split(/\r\n|\n|\r/).length, line);
    text += written([columns.map((column) => cells[column] ?? '')]);
  }
  return { file: Buffer.from(`\uFEFF${text}`), lines };
}

/** Every cell in quotes: a row of empty cells is a row all the same. */
const written = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { quoted: true, quoted_empty: true, record_delimiter: '\n' },
  );
