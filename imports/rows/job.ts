/** What a writer of one kind of file gets to work with, and what it gives back. */
import type { Db, Tx } from '../../db/connection/connection.ts';
import type { KnownCounterpart } from '../../db/office/counterparts.ts';
import type { ImportContext } from '../../db/imported/placed.ts';
import { HELD, type ImportKind } from '../../db/imported/files.ts';
import type { LineDefect, LineOutcome } from '../../db/imported/lines.ts';
import type { BankLayout } from '../../domain/money/bank-layout.ts';
import type { Keyring } from '../../db/connection/sealing.ts';
import type { AcceptedRow, OpenFile, RowDefect, RowReason } from '../tables/row-files.ts';

export interface ImportJob {
  readonly keyring: Keyring;
  readonly context: ImportContext;
  /** By area code. */
  readonly directory: ReadonlyMap<string, KnownCounterpart>;
  /** Somebody else who could confirm was here lately: nobody brings alone what has ended. */
  readonly historyWaits: boolean;
  /** How the banks of this office write their CSV. */
  readonly bankLayouts: readonly BankLayout[];
  /** Numbers of the office's own accounts; empty while none is named. */
  readonly bankAccounts: readonly string[];
  /** What other programs call our columns, by kind of file. */
  readonly fileColumns: FileColumns;
}

export type FileColumns = {
  readonly [Kind in ImportKind]?: Readonly<Record<string, readonly string[]>> | undefined;
};

export interface FileOfKind<Row> extends OpenFile<Row> {
  /** What can only be said beside what came before: warnings about the file as a whole. */
  look?(db: Db, job: ImportJob): Promise<readonly RowDefect[]>;
}

export interface KindWriter<Row> {
  open(bytes: Uint8Array, job: ImportJob): Promise<FileOfKind<Row>>;
  /** At most so many go in together; absent: as many as usual. */
  readonly batchLines?: number;
  /** A row that goes in by itself, because nobody knows before which transfers it locks. */
  isAlone?(row: Row): boolean;
  /** Locks the transfers that it changes in the order of their ids. One outcome per row, in the caller's transaction. A row of its own that cannot go in throws RowRefused. */
  write(tx: Tx, job: ImportJob, rows: readonly AcceptedRow<Row>[]): Promise<LineOutcome[]>;
  /** When every row has been tried and something went in that was not here: in a transaction of its own, perhaps twice. */
  afterLast?(tx: Tx, job: ImportJob): Promise<void>;
}

/** A row that was readable but cannot go in; what it had changed so far is taken back with it. */
export class RowRefused extends Error {
  readonly defects: readonly RowReason[];

  constructor(defects: readonly RowReason[]) {
    super(defects.map(({ field, code }) => `${field}: ${code}`).join(', '));
    this.name = 'RowRefused';
    this.defects = defects;
  }
}

/** It would end or pay a transfer that is here, or change what is counted of it: not before a second person has confirmed the file. */
export class RowHeld extends RowRefused {
  readonly heldFen: number;

  constructor(field: string, heldFen: number) {
    super([
      {
        field,
        code: HELD,
        reason:
          'Would end or pay a transfer, change where money goes, or move a figure that was given: waits until a second person confirms the file.',
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

export const heldLine = (row: AcceptedRow<unknown>, { defects, heldFen }: RowHeld): LineOutcome => ({
  ...refusedLine(row, defects),
  heldFen,
});
