/** The old ledger of transfers-in: each row becomes a case with its whole history. */
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Tx } from '../../db/connection/connection.ts';
import type { RowReason } from '../tables/row-files.ts';
import { insertImportedTransfers } from '../../db/imported/transfers.ts';
import { proceduresByDay } from '../../db/imported/procedures.ts';
import { postingKey, takenPostings } from '../../db/letters/postings.ts';
import { changeLedgerIn, readLedgerInAnew } from './change.ts';
import { RowHeld, type ImportJob, type KindWriter } from '../rows/job.ts';
import { writeKeyed, type KeyedKind } from '../rows/keyed-rows.ts';
import { openRows } from '../rows/open-rows.ts';
import { progressInClear } from '../../domain/ledgers/progress-words.ts';
import type { History } from '../../db/imported/history.ts';
import { historyOf } from './history.ts';
import { ledgerInRows, type LedgerInRow } from './read.ts';

const ledgerIn: KeyedKind<LedgerInRow> = {
  kind: 'ledgerIn',
  rows: ledgerInRows,
  async insert(tx, job, rows) {
    const procedureOf = await proceduresByDay(tx, 'in');
    const told = rows.map(({ row }) => tellRow(procedureOf(row.acceptedOn), row));
    const held = told.map((one) => whatItBrings(job, one));
    const written = await insertRows(
      tx,
      job,
      told.filter((_, index) => !held[index]),
    );
    return held.map((waits) => waits ?? written.shift()!);
  },
  change: changeLedgerIn,
  readAnew: readLedgerInAnew,
};

interface Told {
  readonly row: LedgerInRow;
  readonly procedure: Procedure;
  readonly history: History;
  readonly warnings: readonly RowReason[];
}

/**
 * Money for an open transfer that no bank has told of is nobody's word alone, nor is a case that ended, once there is somebody to ask:
 * it raises the rate of a month that was told already. Undefined: it brings neither, or two have agreed.
 */
function whatItBrings(job: ImportJob, { row, history: { money, end } }: Told): RowHeld | undefined {
  if (job.context.confirmedBy !== undefined) return undefined;
  if (job.historyWaits && end) return new RowHeld('办理完结日期', row.receivedFen ?? 0);
  return row.fundReceivedOn === undefined ? undefined : money && new RowHeld('基金到账日期', money.amountFen);
}

function tellRow(procedure: Procedure, row: LedgerInRow): Told {
  return { row, procedure, ...historyOf(procedure, row) };
}

async function insertRows(
  tx: Tx,
  job: ImportJob,
  going: readonly Told[],
): Promise<{ transferId: string; warnings: readonly RowReason[] }[]> {
  const own = await withOwnWaybills(
    tx,
    job,
    going.map(({ row }) => row),
  );
  const told = own.map(({ row, warnings }, index): Told => {
    const before = going[index]!;
    if (warnings.length === 0) return before;
    const again = tellRow(before.procedure, row);
    return { ...again, warnings: [...warnings, ...again.warnings] };
  });
  const transfers = told.map(({ row, procedure, history }) => ({ ...caseOf(row, job), procedure, history }));
  const ids = await insertImportedTransfers(tx, job.keyring, job.context, transfers);
  return ids.map((transferId, index) => ({ transferId, warnings: told[index]!.warnings }));
}

/** The same number on the same day is another letter's: this one goes in without a number. */
async function withOwnWaybills(tx: Tx, { context }: ImportJob, rows: readonly LedgerInRow[]) {
  const postings = rows.flatMap(({ letters }) =>
    letters.flatMap(({ waybill, sentOn }) => (waybill ? { waybill, sentOn } : [])),
  );
  const taken = await takenPostings(tx, context.officeId, postings);
  return rows.map((row) => {
    const warnings: RowReason[] = [];
    const letters = row.letters.map((letter) => {
      if (!letter.waybill) return letter;
      const key = postingKey({ waybill: letter.waybill, sentOn: letter.sentOn });
      if (!taken.has(key)) {
        taken.add(key);
        return letter;
      }
      const field = `第${String(letter.number)}次EMS单号`;
      warnings.push({
        field,
        code: 'waybillRepeated',
        reason: 'Another letter of that day has this number; kept with the row only.',
      });
      return { ...letter, waybill: undefined };
    });
    return { row: { ...row, letters }, warnings };
  });
}

function caseOf(row: LedgerInRow, { directory }: ImportJob) {
  const { progress, problem, receivedBy, handedOverOn } = row;
  return {
    caseNo: row.caseNumber,
    person: personOf(row),
    counterpartId: directory.get(row.areaCode)!.id,
    acceptedOn: row.acceptedOn,
    category: row.categories.join(' '),
    steward: row.steward,
    letterSender: receivedBy,
    about: { ...progressInClear(progress), ...(problem && { problem }), ...(handedOverOn && { handedOverOn }) },
  };
}

function personOf({ name, idNumber, mobile, employer, employerPhone }: LedgerInRow) {
  return { name, idNumber, mobile, employer, employerPhone };
}

export const ledgerInWriter: KindWriter<LedgerInRow> = {
  open: (bytes, { directory, context }) => openRows(bytes, ledgerInRows, directory, context.today),
  write: (tx, job, rows) => writeKeyed(tx, job, rows, ledgerIn),
};
