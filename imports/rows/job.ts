/** What a writer of one kind of file gets to work with, and what it gives back. */
import type { Db, Tx } from '../../db/connection/connection.ts';
import type { KnownCounterpart } from '../../db/office/counterparts.ts';
import type { ImportContext } from '../../db/imported/placed.ts';
import { HELD } from '../../db/imported/files.ts';
import type { LineDefect, LineOutcome } from '../../db/imported/lines.ts';
import type { BankLayout } from '../../domain/money/bank-layout.ts';
import type { Keyring } from '../../db/connection/sealing.ts';
import type { AcceptedRow, ReadFile, RowDefect } from './row-files.ts';

export interface ImportJob {
  readonly keyring: Keyring;
  readonly context: ImportContext;
  /** By area code. */
  readonly directory: ReadonlyMap<string, KnownCounterpart>;
  /** How the banks of this office write their CSV. */
  readonly bankLayouts: readonly BankLayout[];
  /** Numbers of the office's own accounts; empty while none is named. */
  readonly bankAccounts: readonly string[];
}

export interface KindWriter<Row> {
  read(bytes: Uint8Array, job: ImportJob): ReadFile<Row>;
  /** What can only be said beside what came before: warnings about the file as a whole. */
  look?(db: Db, job: ImportJob, read: ReadFile<Row>): Promise<readonly RowDefect[]>;
  /** Other than the order of the file. */
  order?(a: Row, b: Row): number;
  /** At most so many go in together; absent: as many as usual. */
  readonly batchLines?: number;
  /** Locks the transfers that it changes in the order of their ids. One outcome per row, in the caller's transaction. A row of its own that cannot go in throws RowRefused. */
  write(tx: Tx, job: ImportJob, rows: readonly AcceptedRow<Row>[]): Promise<LineOutcome[]>;
}

/** A row that was readable but cannot go in; what it had changed so far is taken back with it. */
export class RowRefused extends Error {
  readonly defects: readonly LineDefect[];

  constructor(defects: readonly LineDefect[]) {
    super(defects.map(({ field, code }) => `${field}: ${code}`).join(', '));
    this.name = 'RowRefused';
    this.defects = defects;
  }
}

/** It would end or pay an open transfer: not before a second person has confirmed the file. */
export class RowHeld extends RowRefused {
  readonly heldFen: number;

  constructor(field: string, heldFen: number) {
    super([
      {
        field,
        code: HELD,
        reason: 'Would end or pay an open transfer: waits until a second person confirms the file.',
      },
    ]);
    this.heldFen = heldFen;
  }
}

export const refusedLine = (
  row: Pick<AcceptedRow<unknown>, 'line' | 'cells'>,
  defects: readonly LineDefect[],
): LineOutcome => ({
  line: row.line,
  cells: row.cells,
  verdict: 'refused',
  defects,
});
