/** The bank's entries in the order of their serial numbers: credits are judged, debits only kept. */
import type { Tx } from '../../db/connection/connection.ts';
import { receiveCredit } from '../../db/credits/receive.ts';
import { findEarlierLines } from '../../db/imported/known.ts';
import type { LineOutcome } from '../../db/imported/lines.ts';
import { bySerial, type BankEntry } from './entry.ts';
import { readBankStatement } from './read.ts';
import type { ImportJob, KindWriter } from '../rows/job.ts';
import type { AcceptedRow, RowDefect } from '../rows/row-files.ts';

export const bankStatementWriter: KindWriter<BankEntry> = {
  read: (bytes) => readBankStatement(bytes),
  order: bySerial,
  // Whose money it is stands in the verdict, which comes after the one before: no batch knows which transfers to lock first.
  batchLines: 1,
  async write(tx, job, rows) {
    const outcomes: LineOutcome[] = [];
    for (const row of rows) {
      const isCredit = row.row.direction === 'credit' && row.row.amountFen > 0;
      outcomes.push(isCredit ? await writeCredit(tx, job, row) : await keepOther(tx, job, row, outcomes));
    }
    return outcomes;
  },
};

async function writeCredit(tx: Tx, { keyring, context }: ImportJob, row: AcceptedRow<BankEntry>): Promise<LineOutcome> {
  const { officeId, importId } = context;
  const received = await receiveCredit(tx, keyring, { ...row.row, officeId, importId });
  const differs = !received.isNew && received.amountFen !== row.row.amountFen;
  return {
    ...commonOf(
      row,
      differs
        ? [
            warning(
              row,
              '金额',
              'amountChanged',
              'This serial number came before with another amount; that one stands.',
            ),
          ]
        : [],
    ),
    verdict: received.isNew ? 'accepted' : 'unchanged',
    creditId: received.creditId,
    bankVerdict: received.verdict,
    caseNos: received.caseNos,
    amountFen: received.amountFen,
  };
}

/** Money that went out, or nothing at all: no credit comes of it, but the line stays. */
async function keepOther(
  tx: Tx,
  { keyring, context: { officeId } }: ImportJob,
  row: AcceptedRow<BankEntry>,
  sameBatch: readonly LineOutcome[],
): Promise<LineOutcome> {
  const { serial, amountFen, direction } = row.row;
  const earlier = await findEarlierLines(tx, keyring, { officeId, kind: 'bankStatement', keys: [serial] });
  const isKnown = earlier.has(serial) || sameBatch.some(({ naturalKey }) => naturalKey === serial);
  const debit =
    direction === 'debit' ? [warning(row, '借贷标志', 'debit', 'Money that went out; it is kept and not judged.')] : [];
  return { ...commonOf(row, debit), verdict: isKnown ? 'unchanged' : 'accepted', amountFen };
}

function commonOf({ line, cells, warnings, row }: AcceptedRow<BankEntry>, more: readonly RowDefect[]) {
  return { line, cells, naturalKey: row.serial, warnings: [...warnings, ...more] };
}

const warning = ({ line }: AcceptedRow<BankEntry>, field: string, code: string, reason: string): RowDefect => ({
  line,
  field,
  code,
  reason,
});
