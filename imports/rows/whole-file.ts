/** A file that is read all at once, as rows in the order in which they go in. */
import type { OpenFile, ReadFile } from '../tables/row-files.ts';

/** `order`: other than that of the file. */
export function asRows<Row>(read: ReadFile<Row>, order?: (a: Row, b: Row) => number): OpenFile<Row> {
  const { accepted, refused, fileDefects, fileWarnings } = withOwnLines(read);
  const rows = order
    ? [...refused, ...[...accepted].sort((a, b) => order(a.row, b.row))]
    : [...accepted, ...refused].sort((a, b) => a.line - b.line);
  return {
    fileDefects,
    fileWarnings,
    lines: rows.length,
    async *rows() {
      yield* rows;
    },
  };
}

/** Two rows may begin on one line (an XML without line breaks): then every row counts as a line of its own. */
function withOwnLines<Row>(read: ReadFile<Row>): ReadFile<Row> {
  const all = [...read.accepted, ...read.refused];
  if (new Set(all.map(({ line }) => line)).size === all.length) return read;
  const numbers = new Map(all.sort((a, b) => a.line - b.line).map((row, index) => [row, index + 1]));
  return {
    ...read,
    accepted: read.accepted.map((row) => ({ ...row, line: numbers.get(row)! })),
    refused: read.refused.map((row) => ({ ...row, line: numbers.get(row)! })),
  };
}
