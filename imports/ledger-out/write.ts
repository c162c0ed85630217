/** The old ledger of transfers-out. */
import type { Tx } from '../../db/connection/connection.ts';
import { insertTransfersOut, updateTransferOut, type ImportedTransferOut } from '../../db/imported/transfers-out.ts';
import { isOpen } from '../../db/imported/changes.ts';
import { RowHeld, RowRefused, type ImportJob, type KindWriter } from '../rows/job.ts';
import { changedColumns, contradictions, writeKeyed, type KeyedKind, type RowChange } from '../rows/keyed-rows.ts';
import { readLedgerOut, type LedgerOutRow } from './read.ts';

/** What was said once; the rest may come later. */
const FIXED = [
  '姓名',
  '公民身份号码',
  '转入地行政区划',
  '收到联系函日期',
  '信息表发出日期',
  '基金划转日期',
  '划转金额',
  '办理完结日期',
];

const ledgerOut: KeyedKind<LedgerOutRow> = {
  kind: 'ledgerOut',
  async insert(tx, job, rows) {
    const ids = await insertTransfersOut(
      tx,
      job.keyring,
      job.context,
      rows.map(({ row }) => asTransfer(row, job)),
    );
    return ids.map((transferId) => ({ transferId }));
  },
  change,
};

function asTransfer(row: LedgerOutRow, { directory }: ImportJob): ImportedTransferOut {
  return {
    caseNo: row.caseNumber,
    person: { name: row.name, idNumber: row.idNumber },
    clerk: row.clerk,
    counterpartId: directory.get(row.areaCode)!.id,
    letterReceivedOn: row.letterReceivedOn,
    formIssuedOn: row.infoFormIssuedOn ?? null,
    remittedOn: row.remittedOn ?? null,
    reissues: row.reissues,
    amountFen: row.amountFen ?? null,
    doneOn: row.closedOn ?? null,
    about: { progress: row.progress },
  };
}

async function change(tx: Tx, job: ImportJob, { row, earlier, transferId }: RowChange<LedgerOutRow>) {
  const contradicted = contradictions(earlier, row.cells, FIXED);
  if (contradicted.length > 0) throw new RowRefused(contradicted);
  const ends = row.row.closedOn !== undefined && job.context.confirmedBy === undefined;
  if (ends && (await isOpen(tx, transferId))) throw new RowHeld('办理完结日期', row.row.amountFen ?? 0);
  const about = { progress: row.row.progress, columns: changedColumns(earlier, row.cells) };
  await updateTransferOut(tx, transferId, job.context, { ...asTransfer(row.row, job), about });
  return { transferId };
}

export const ledgerOutWriter: KindWriter<LedgerOutRow> = {
  read: (bytes, { directory }) => readLedgerOut(bytes, directory),
  write: (tx, job, rows) => writeKeyed(tx, job, rows, ledgerOut),
};
