import { receiveReceipt, type KeptReceipt } from '../../db/core/receipts.ts';
import type { CoreReceiptMessage } from '../../domain/core/core-system.ts';
import { differenceOf } from '../../domain/core/receipt-verdict.ts';
import type { ImportCode } from '../../domain/import-codes.ts';
import { Refusal } from '../../domain/errors.ts';
import type { LineOutcome } from '../../db/imported/lines.ts';
import type { Tx } from '../../db/connection/connection.ts';
import { refusedLine, type ImportJob, type KindWriter } from '../rows/job.ts';
import { openRows } from '../rows/open-rows.ts';
import type { AcceptedRow, RowReason } from '../tables/row-files.ts';
import { coreReceiptRows } from './read.ts';

export const coreReceiptsWriter: KindWriter<CoreReceiptMessage> = {
  open: (bytes, { context: { today }, fileColumns }) =>
    openRows(bytes, coreReceiptRows(fileColumns.coreReceipts), undefined, today),
  async write(tx, job, rows) {
    const outcomes: LineOutcome[] = [];
    for (const row of rows) outcomes.push(await writeReceipt(tx, job, row));
    return outcomes;
  },
};

type Row = AcceptedRow<CoreReceiptMessage>;

async function writeReceipt(tx: Tx, { context }: ImportJob, row: Row): Promise<LineOutcome> {
  try {
    const kept = await receiveReceipt(tx, { ...row.row, officeId: context.officeId, source: 'file' });
    const { line, cells } = row;
    const { amountFen, serial } = row.row;
    const verdict = kept.isNew ? 'accepted' : 'unchanged';
    const { transferId } = kept;
    return {
      line,
      cells,
      verdict,
      naturalKey: serial,
      transferId,
      amountFen,
      warnings: [...row.warnings, ...oddIn(kept)],
    };
  } catch (error) {
    // Nothing was written yet: the serial is looked up first.
    if (error instanceof Refusal)
      return refusedLine(row, [{ field: '回执编号', code: 'receiptChanged', reason: error.message }]);
    throw error;
  }
}

const ODD: Readonly<Partial<Record<ImportCode, string>>> = {
  receiptPart: 'Less than the form: the rest is awaited, and somebody has the difference.',
  receiptExceeds: 'More than the form: somebody has the difference.',
  receiptTwice: 'The form was answered in full before: somebody has the difference.',
  receiptOtherForm: 'It answers a form that no longer holds: somebody has the difference.',
  receiptUnknown: 'It answers nothing of ours: somebody has the difference.',
};

function oddIn({ verdict }: KeptReceipt): RowReason[] {
  const code = differenceOf(verdict) as ImportCode | undefined;
  return code ? [{ field: '业务编号', code, reason: ODD[code] ?? '' }] : [];
}
