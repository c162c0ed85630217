/** The common course of every CSV kind: bytes to cells, then one row after the other. */
import { readCsv, type CsvColumns, type ReadCsv } from './read-csv.ts';
import { RowCells, type FinishedRow } from './row-cells.ts';
import type { AcceptedRow, ReadFile } from './row-files.ts';

/** `key` is the column whose value may stand in one row only; the later row is refused, whatever became of the earlier. */
export function readRows<Row>(
  bytes: Uint8Array,
  columns: CsvColumns,
  key: string | undefined,
  readRow: (cells: RowCells) => FinishedRow<Row>,
): ReadFile<Row> {
  return rowsOf(readCsv(bytes, columns), key, readRow);
}

export function rowsOf<Row>(
  csv: ReadCsv,
  key: string | undefined,
  readRow: (cells: RowCells) => FinishedRow<Row>,
): ReadFile<Row> {
  const accepted: AcceptedRow<Row>[] = [];
  const refused = [...csv.refused];
  const seen = new Set<string>();
  for (const csvRow of csv.rows) {
    const cells = new RowCells(csvRow);
    if (key !== undefined) refuseRepeated(cells, key, seen);
    const finished = readRow(cells);
    if ('accepted' in finished) accepted.push(finished.accepted);
    else refused.push(finished.refused);
  }
  refused.sort((a, b) => a.line - b.line);
  return { accepted, refused, fileDefects: csv.fileDefects, fileWarnings: csv.fileWarnings };
}

function refuseRepeated(cells: RowCells, key: string, seen: Set<string>): void {
  const value = cells.text(key).normalize('NFKC').toUpperCase();
  if (value === '') return;
  if (seen.has(value)) cells.refuse(key, 'repeated', 'An earlier row of this file has the same value.');
  seen.add(value);
}
