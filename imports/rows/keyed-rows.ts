/** Rows that are known again by a case number: new ones go in together, the same one again changes nothing, a differing one is looked at. */
import type { Tx } from '../../db/connection/connection.ts';
import { inSavepoint } from '../../db/connection/savepoint.ts';
import { findEarlierLines, takenCaseNumbers } from '../../db/imported/known.ts';
import type { LineDefect, LineOutcome } from '../../db/imported/lines.ts';
import type { ImportKind } from '../../db/imported/files.ts';
import { Refusal } from '../../domain/errors.ts';
import { refusedLine, RowHeld, RowRefused, type ImportJob } from './job.ts';
import type { AcceptedRow, Cells } from './row-files.ts';

type KeyedOutcome = Pick<LineOutcome, 'transferId'> & { readonly warnings?: readonly LineDefect[] };

export interface KeyedKind<Row> {
  readonly kind: ImportKind;
  insert(tx: Tx, job: ImportJob, rows: readonly AcceptedRow<Row>[]): Promise<KeyedOutcome[]>;
  /** Appends what the row knows beyond the earlier one. @throws RowRefused when it contradicts it */
  change(tx: Tx, job: ImportJob, change: RowChange<Row>): Promise<KeyedOutcome>;
}

export interface RowChange<Row> {
  readonly row: AcceptedRow<Row>;
  readonly earlier: Cells;
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
  const outcomes = fresh.map((row, index) => lineOf(row, 'accepted', inserted[index]!));
  const changes: RowChange<Row>[] = [];
  for (const row of rows) {
    const before = earlier.get(row.row.caseNumber);
    if (before?.transferId) changes.push({ row, earlier: before.cells, transferId: before.transferId });
    else if (taken.has(row.row.caseNumber)) outcomes.push(refusedLine(row, [caseExists]));
  }
  for (const change of changes.sort(byTransfer)) outcomes.push(await again(tx, job, kind, change));
  return outcomes;
}

/** The same row twice stays in the order of the file. */
const byTransfer = (one: { transferId: string }, other: { transferId: string }): number =>
  one.transferId < other.transferId ? -1 : Number(one.transferId > other.transferId);

const caseExists: LineDefect = {
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
  change: RowChange<Row>,
): Promise<LineOutcome> {
  const { row, earlier, transferId } = change;
  if (changedColumns(earlier, row.cells).length === 0) return lineOf(row, 'unchanged', { transferId });
  try {
    return lineOf(row, 'changed', await inSavepoint(tx, () => kind.change(tx, job, change)));
  } catch (error) {
    const defects = defectsOf(error);
    if (!defects) throw error;
    return { ...refusedLine(row, defects), ...(error instanceof RowHeld && { heldFen: error.heldFen }) };
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

export function changedColumns(earlier: Cells, now: Cells): string[] {
  const columns = new Set([...Object.keys(earlier), ...Object.keys(now)]);
  return [...columns].filter((column) => (earlier[column] ?? '').trim() !== (now[column] ?? '').trim());
}

/** Columns that were filled before and say something else now. */
export function contradictions(earlier: Cells, now: Cells, columns: readonly string[]): LineDefect[] {
  return columns
    .filter(
      (column) =>
        (earlier[column] ?? '').trim() !== '' && (earlier[column] ?? '').trim() !== (now[column] ?? '').trim(),
    )
    .map((field) => ({
      field,
      code: 'contradicts',
      reason: 'The row that was imported before says otherwise; correct it by hand.',
    }));
}
