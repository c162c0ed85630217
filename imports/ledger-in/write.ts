/** The old ledger of transfers-in: each row becomes a case with its whole history. */
import type { Tx } from '../../db/connection/connection.ts';
import type { LineDefect } from '../../db/imported/lines.ts';
import { insertImportedTransfers } from '../../db/imported/transfers-in.ts';
import { proceduresByDay } from '../../db/imported/procedures.ts';
import { postingKey, takenPostings } from '../../db/letters/postings.ts';
import { changeLedgerIn } from './change.ts';
import type { ImportJob, KindWriter } from '../rows/job.ts';
import { writeKeyed, type KeyedKind } from '../rows/keyed-rows.ts';
import { historyOf } from './history.ts';
import { readLedgerIn, type LedgerInRow } from './read.ts';

const ledgerIn: KeyedKind<LedgerInRow> = {
  kind: 'ledgerIn',
  async insert(tx, job, rows) {
    const own = await withOwnWaybills(
      tx,
      job,
      rows.map(({ row }) => row),
    );
    const procedureOf = await proceduresByDay(tx);
    const told = own.map(({ row, warnings }) => {
      const procedure = procedureOf(row.acceptedOn);
      const { history, warnings: concluded } = historyOf(procedure, row);
      return { procedure, history, warnings: [...warnings, ...concluded] };
    });
    const transfers = rows.map(({ row }, index) => ({
      ...caseOf(row, job),
      procedure: told[index]!.procedure,
      history: told[index]!.history,
    }));
    const ids = await insertImportedTransfers(tx, job.keyring, job.context, transfers);
    return ids.map((transferId, index) => ({ transferId, warnings: told[index]!.warnings }));
  },
  change: changeLedgerIn,
};

/** The same number on the same day is another letter's: this one goes in without a number. */
async function withOwnWaybills(tx: Tx, { context }: ImportJob, rows: readonly LedgerInRow[]) {
  const postings = rows.flatMap(({ letters }) =>
    letters.flatMap(({ waybill, sentOn }) => (waybill ? { waybill, sentOn } : [])),
  );
  const taken = await takenPostings(tx, context.officeId, postings);
  return rows.map((row) => {
    const warnings: LineDefect[] = [];
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
  const { insurance, progress, problem, receivedBy, handedOverOn } = row;
  return {
    caseNo: row.caseNumber,
    person: personOf(row),
    counterpartId: directory.get(row.areaCode)!.id,
    acceptedOn: row.acceptedOn,
    category: row.categories.join(' '),
    steward: row.steward,
    letterSender: receivedBy,
    about: { insurance, progress, ...(problem && { problem }), ...(handedOverOn && { handedOverOn }) },
  };
}

function personOf({ name, idNumber, mobile, employer, employerPhone }: LedgerInRow) {
  return { name, idNumber, mobile, employer, employerPhone };
}

export const ledgerInWriter: KindWriter<LedgerInRow> = {
  read: (bytes, { directory }) => readLedgerIn(bytes, directory),
  write: (tx, job, rows) => writeKeyed(tx, job, rows, ledgerIn),
};
