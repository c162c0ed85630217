/** A file opened as an import opens it, and all of its rows at once. */
import { openRows, type RowKind } from '../../imports/rows/open-rows.ts';
import type { AcceptedRow, OpenFile, ReadFile, RefusedRow } from '../../imports/tables/row-files.ts';

export const readWhole = async <Row, Known>(
  bytes: Uint8Array,
  kind: RowKind<Row, Known>,
  known: Known,
): Promise<ReadFile<Row>> => gathered(await openRows(bytes, kind, known));

export async function gathered<Row>({ rows, fileDefects, fileWarnings }: OpenFile<Row>): Promise<ReadFile<Row>> {
  const accepted: AcceptedRow<Row>[] = [];
  const refused: RefusedRow[] = [];
  for await (const row of rows()) {
    if ('row' in row) accepted.push(row);
    else refused.push(row);
  }
  return { accepted, refused, fileDefects, fileWarnings };
}
