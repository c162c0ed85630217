/** The old ledger of transfers-out. */
import type { Tx } from '../../db/connection/connection.ts';
import { holdTransfer } from '../../db/ledger/locked-transfer.ts';
import { insertTransfersOut, updateTransferOut, type ImportedTransferOut } from '../../db/imported/transfers-out.ts';
import { isFollowed, isOpen } from '../../db/imported/changes.ts';
import { RowHeld, RowRefused, type ImportJob, type KindWriter } from '../rows/job.ts';
import { contradictions, writeKeyed, type KeyedKind, type RowChange } from '../rows/keyed-rows.ts';
import { openRows } from '../rows/open-rows.ts';
import { progressInClear } from '../../domain/ledgers/progress-words.ts';
import { goOn } from './change.ts';
import { heldColumn } from './held.ts';
import { ledgerOutRows, readCount, type LedgerOutRow } from './read.ts';
import type { Cells, RowReason } from '../tables/row-files.ts';

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
  rows: ledgerOutRows,
  async insert(tx, job, rows) {
    const held = rows.map(({ row }) => whatItBrings(job, row));
    const going = rows.filter((_, index) => !held[index]);
    const transfers = going.map(({ row }) => asTransfer(row, job));
    const ids = await insertTransfersOut(tx, job.keyring, job.context, transfers);
    return held.map((waits, index) => waits ?? { transferId: ids.shift()!, warnings: sumWarnings(rows[index]!.row) });
  },
  change,
};

/** It stands where the sums of a form are entered: money leaves by them. */
function sumWarnings({ closedOn, infoFormIssuedOn, remittedOn, amountFen }: LedgerOutRow): RowReason[] {
  const isKnown = remittedOn !== undefined || (amountFen ?? 0) > 0;
  if (closedOn !== undefined || infoFormIssuedOn === undefined || isKnown) return [];
  return [{ field: '划转金额', code: 'sumNotTold', reason: 'The form left and its sum is not told: enter its sums.' }];
}

/** A row that ended or was answered moves a figure that was told already. Undefined: it does neither, or two have agreed. */
function whatItBrings({ context, historyWaits }: ImportJob, row: LedgerOutRow): RowHeld | undefined {
  if (context.confirmedBy !== undefined || !historyWaits) return undefined;
  const field = heldColumn({}, row, true);
  return field === undefined ? undefined : new RowHeld(field, row.amountFen ?? 0);
}

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
    about: progressInClear(row.progress),
  };
}

async function change(tx: Tx, job: ImportJob, { row, columns, transferId, earlier }: RowChange<LedgerOutRow>) {
  const contradicted = [...contradictions({ earlier, columns }, FIXED), ...fewerReissues(earlier.read, row.row)];
  if (contradicted.length > 0) throw new RowRefused(contradicted);
  // Nothing is read of it before: the worker may be taking it into its procedure.
  await holdTransfer(tx, transferId);
  if (job.context.confirmedBy === undefined) {
    const field = heldColumn(earlier.read, row.row, await isOpen(tx, transferId));
    if (field) throw new RowHeld(field, row.row.amountFen ?? 0);
  }
  const about = { ...progressInClear(row.row.progress), columns };
  const newer = { ...asTransfer(row.row, job), about };
  if (await isFollowed(tx, transferId)) await goOn(tx, job, { transferId, row: newer, columns, about });
  else await updateTransferOut(tx, transferId, job.context, newer);
  return { transferId };
}

/** What was sent again was sent again: fewer of them would raise the rate of a month that was told already. */
function fewerReissues(earlier: Cells, { reissues }: LedgerOutRow): RowReason[] {
  if (reissues >= readCount(earlier['更正次数'] ?? '')) return [];
  const reason = 'The row that was imported before counts more; correct it by hand.';
  return [{ field: '更正次数', code: 'contradicts', reason }];
}

export const ledgerOutWriter: KindWriter<LedgerOutRow> = {
  open: (bytes, { directory, context }) => openRows(bytes, ledgerOutRows, directory, context.today),
  write: (tx, job, rows) => writeKeyed(tx, job, rows, ledgerOut),
};
