/** The old ledger of transfers-in: each row becomes a case with its whole history. */
import { insertImportedTransfers } from '../db/imported-transfers.ts';
import { changeLedgerIn } from './change-ledger-in.ts';
import type { ImportJob, KindWriter } from './import-job.ts';
import { writeKeyed, type KeyedKind } from './keyed-rows.ts';
import { historyOf } from './ledger-history.ts';
import { readLedgerIn, type LedgerInRow } from './ledger-in.ts';

const ledgerIn: KeyedKind<LedgerInRow> = {
  kind: 'ledgerIn',
  async insert(tx, job, rows) {
    const told = rows.map(({ row }) => historyOf(row));
    const transfers = rows.map(({ row }, index) => ({ ...caseOf(row, job), history: told[index]!.history }));
    const ids = await insertImportedTransfers(tx, job.keyring, job.context, transfers);
    return ids.map((transferId, index) => ({ transferId, warnings: told[index]!.warnings }));
  },
  change: changeLedgerIn,
};

function caseOf(row: LedgerInRow, { directory }: ImportJob) {
  const { insurance, progress, problem, receivedBy, handedOverOn } = row;
  return {
    caseNo: row.caseNumber,
    person: personOf(row),
    counterpartId: directory.get(row.areaCode)!.id,
    ...{
      acceptedOn: row.acceptedOn,
      category: row.categories.join(' '),
      steward: row.steward,
      letterSender: receivedBy,
    },
    about: { insurance, progress, ...(problem && { problem }), ...(handedOverOn && { handedOverOn }) },
  };
}

export function personOf({ name, idNumber, mobile, employer, employerPhone }: LedgerInRow) {
  return { name, idNumber, mobile, employer, employerPhone };
}

export const ledgerInWriter: KindWriter<LedgerInRow> = {
  read: (bytes, { directory }) => readLedgerIn(bytes, directory),
  write: (tx, job, rows) => writeKeyed(tx, job, rows, ledgerIn),
};
