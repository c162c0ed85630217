/** Rows that are known again by a case number: new ones go in together, the same one again changes nothing, a differing one is looked at. */
import type { Tx } from '../../db/connection/connection.ts';
import { inSavepoint } from '../../db/connection/savepoint.ts';
import { findEarlierLines, takenCaseNumbers } from '../../db/imported/known.ts';
import type { LineDefect, LineOutcome } from '../../db/imported/lines.ts';
import type { ImportKind } from '../../db/imported/files.ts';
import { Refusal } from '../../domain/errors.ts';
import { compareText } from '../../domain/text-order.ts';
import type { TableColumns } from '../tables/header.ts';
import { heldLine, refusedLine, RowHeld, RowRefused, type ImportJob } from './job.ts';
import type { OfficeDirectory } from './known-offices.ts';
import { earlierRow, type RowKind } from './open-rows.ts';
import type { AcceptedRow, Cells, RowReason } from '../tables/row-files.ts';

type KeyedOutcome = Pick<LineOutcome, 'transferId'> & { readonly warnings?: readonly RowReason[] };

export interface KeyedKind<Row> {
  readonly kind: ImportKind;
  readonly rows: RowKind<Row, OfficeDirectory>;
  /** One outcome for each row; one that waits for a second person is not written. */
  insert(tx: Tx, job: ImportJob, rows: readonly AcceptedRow<Row>[]): Promise<(KeyedOutcome | RowHeld)[]>;
  /** Appends what the row knows beyond the earlier one. @throws RowRefused when it contradicts it */
  change(tx: Tx, job: ImportJob, change: RowChange<Row>): Promise<KeyedOutcome>;
  /** Writes what a row that says the same as before says to us only since a later release. */
  readAnew?(tx: Tx, job: ImportJob, again: Pick<RowChange<Row>, 'row' | 'transferId'>): Promise<void>;
}

export interface RowChange<Row> {
  readonly row: AcceptedRow<Row>;
  readonly earlier: EarlierRow<Row>;
  /** Columns that say something else than before; those that nobody reads aside. */
  readonly columns: readonly string[];
  readonly transferId: string;
}

/** From the cells that were kept of it, as they are read now. */
interface EarlierRow<Row> {
  readonly read: Cells;
  /** Undefined: it would no longer go in. */
  readonly row: Row | undefined;
}

interface KnownAgain<Row> {
  readonly row: AcceptedRow<Row>;
  readonly cells: Cells;
  readonly transferId: string;
}

interface Keyed {
  readonly caseNumber: string;
}

export async function writeKeyed<Row extends Keyed>(
  tx: Tx,
  job: ImportJob,
  rows: readonly AcceptedRow<Row>[],
  kind: KeyedKind<Row>,
): Promise<LineOutcome[]> {
  const { officeId } = job.context;
  const keys = rows.map(({ row }) => row.caseNumber);
  const earlier = await findEarlierLines(tx, job.keyring, { officeId, kind: kind.kind, keys });
  const taken = await takenCaseNumbers(tx, officeId, keys);
  const fresh = rows.filter(({ row }) => !earlier.has(row.caseNumber) && !taken.has(row.caseNumber));
  const inserted = await kind.insert(tx, job, fresh);
  const outcomes = fresh.map((row, index) => {
    const outcome = inserted[index]!;
    return outcome instanceof RowHeld ? heldLine(row, outcome) : lineOf(row, 'accepted', outcome);
  });
  const changes: KnownAgain<Row>[] = [];
  for (const row of rows) {
    const before = earlier.get(row.row.caseNumber);
    if (before?.transferId) changes.push({ row, cells: before.cells, transferId: before.transferId });
    else if (taken.has(row.row.caseNumber)) outcomes.push(refusedLine(row, [caseExists]));
  }
  for (const change of changes.sort(byTransfer)) outcomes.push(await again(tx, job, kind, change));
  return outcomes;
}

/** The same row twice stays in the order of the file. */
const byTransfer = (one: { transferId: string }, other: { transferId: string }): number =>
  compareText(one.transferId, other.transferId);

const caseExists: RowReason = {
  field: '业务编号',
  code: 'caseExists',
  reason: 'A case of this number did not come with such a file; record by hand what is new.',
};

function lineOf<Row extends Keyed>(
  row: AcceptedRow<Row>,
  verdict: LineOutcome['verdict'],
  { transferId, warnings = [] }: KeyedOutcome,
): LineOutcome {
  const naturalKey = row.row.caseNumber;
  return {
    line: row.line,
    cells: row.cells,
    verdict,
    naturalKey,
    transferId,
    warnings: [...row.warnings, ...warnings],
  };
}

async function again<Row extends Keyed>(
  tx: Tx,
  job: ImportJob,
  kind: KeyedKind<Row>,
  { row, cells, transferId }: KnownAgain<Row>,
): Promise<LineOutcome> {
  const before = earlierRow(cells);
  const reread = kind.rows.read(before, job.directory);
  const earlier = { read: before.asRead(), row: 'row' in reread ? reread.row : undefined };
  const columns = changedColumns(kind.rows.columns, earlier.read, row.read);
  if (columns.length === 0) {
    await kind.readAnew?.(tx, job, { row, transferId });
    return lineOf(row, 'unchanged', { transferId });
  }
  try {
    const change = { row, earlier, columns, transferId };
    return lineOf(row, 'changed', await inSavepoint(tx, () => kind.change(tx, job, change)));
  } catch (error) {
    const defects = defectsOf(error);
    if (!defects) throw error;
    return error instanceof RowHeld ? heldLine(row, error) : refusedLine(row, defects);
  }
}

/** A fact that the ledger refuses means that the transfer has gone on here since the file was written. */
function defectsOf(error: unknown): readonly LineDefect[] | undefined {
  if (error instanceof RowRefused) return error.defects;
  if (!(error instanceof Refusal)) return undefined;
  if (error.defects.length > 0)
    return error.defects.map(({ field, code, message }) => ({ field, code, reason: message }));
  return [{ field: '办理进度', code: error.refusal, reason: `The transfer has gone on here: ${error.message}` }];
}

/** As read: another writing of the same is no change, nor is a column that nobody reads (序号), nor one that the file lacks. */
function changedColumns({ required, optional = [] }: TableColumns, earlier: Cells, now: Cells): string[] {
  return [...required, ...optional].filter((column) => column in now && (earlier[column] ?? '') !== now[column]);
}

/** Columns that were filled before and say something else now. */
export function contradictions(
  { earlier, columns }: Pick<RowChange<unknown>, 'earlier' | 'columns'>,
  fixed: readonly string[],
): RowReason[] {
  return fixed
    .filter((column) => columns.includes(column) && (earlier.read[column] ?? '') !== '')
    .map((field) => ({
      field,
      code: 'contradicts',
      reason: 'The row that was imported before says otherwise; correct it by hand.',
    }));
}
