/** The bank's entries in the order in which it booked them: credits are judged, debits are work. */
import type { Tx } from '../../db/connection/connection.ts';
import { noteEntry, type EntryNote } from '../../db/credits/entries.ts';
import { receiveMoneyOut, type NotedMoneyOut } from '../../db/credits/money-out.ts';
import { receiveCredit } from '../../db/credits/receive.ts';
import type { LineOutcome } from '../../db/imported/lines.ts';
import { byBooking, type BankEntry } from './entry.ts';
import type { BankFile } from './camt.ts';
import { lookForGaps } from './gaps.ts';
import { onlyOurs } from './our-accounts.ts';
import { readBankStatement } from './read.ts';
import type { ImportJob, KindWriter } from '../rows/job.ts';
import type { AcceptedRow, RowDefect } from '../rows/row-files.ts';

export const bankStatementWriter: KindWriter<BankEntry> = {
  read: (bytes, { bankLayouts, bankAccounts }) => onlyOurs(readBankStatement(bytes, bankLayouts), bankAccounts),
  look: (db, job, file) => lookForGaps(db, job, file as BankFile),
  order: byBooking,
  // Whose money it is stands in the verdict, which comes after the one before: no batch knows which transfers to lock first.
  batchLines: 1,
  async write(tx, job, rows) {
    const outcomes: LineOutcome[] = [];
    for (const row of rows) {
      const isCredit = row.row.direction === 'credit' && row.row.amountFen > 0;
      outcomes.push(await (isCredit ? writeCredit(tx, job, row) : keepOther(tx, job, row)));
    }
    return outcomes;
  },
};

type Row = AcceptedRow<BankEntry>;

async function writeCredit(tx: Tx, { keyring, context }: ImportJob, row: Row): Promise<LineOutcome> {
  const { officeId, importId } = context;
  const received = await receiveCredit(tx, keyring, { ...row.row, officeId, importId });
  const { serial, isNew, creditId, verdict, caseNos, amountFen } = received;
  return {
    ...commonOf(row, serial, warningsAbout(row, received)),
    verdict: isNew ? 'accepted' : 'unchanged',
    creditId,
    bankVerdict: verdict,
    caseNos,
    amountFen,
  };
}

/** Money that went out, or nothing at all: no credit comes of it, but the entry stays, and a debit is work. */
async function keepOther(tx: Tx, { keyring, context }: ImportJob, row: Row): Promise<LineOutcome> {
  const { officeId, importId } = context;
  const asked = { ...row.row, officeId, importId };
  const { direction, amountFen } = row.row;
  const debit = direction === 'debit' ? await receiveMoneyOut(tx, keyring, asked) : undefined;
  const entry = debit ?? (await noteEntry(tx, keyring, asked));
  const told = debit?.isNew ? [warning(row, 'CdtDbtInd', 'debit', DEBITS[debit.found])] : [];
  return {
    ...commonOf(row, entry.serial, [...told, ...warningsAbout(row, entry)]),
    verdict: entry.isNew ? 'accepted' : 'unchanged',
    amountFen,
  };
}

const DEBITS: Readonly<Record<NotedMoneyOut['found'], string>> = {
  reversed:
    'Money that left: it takes back what came before, which no transfer counts on any more; finance has a task.',
  booked: 'Money that left, and is booked here already: finance has a task.',
  returned: 'Money that left: what was sent back; finance has a task.',
  severalCandidates:
    'Money that left: nobody can tell which credit it takes back, so none of them is booked; finance has a task.',
  nothing: 'Money that left; finance has a task.',
};

function warningsAbout(row: Row, { alike, reused }: Pick<EntryNote, 'alike' | 'reused'>): RowDefect[] {
  const others = alike.join(', ');
  return [
    alike.length > 0
      ? warning(
          row,
          '流水号',
          'likelyDouble',
          `Day, amount, payer and memo are those of ${others}: a person must say whether it is other money.`,
        )
      : undefined,
    reused === 'otherAmount'
      ? warning(
          row,
          '流水号',
          'amountChanged',
          'This reference came before on this day with another amount; both are kept.',
        )
      : undefined,
    reused === 'otherDay'
      ? warning(
          row,
          '流水号',
          'referenceReused',
          'This reference stood on another day for another entry; both are kept.',
        )
      : undefined,
  ].filter((defect) => defect !== undefined);
}

function commonOf({ line, cells, warnings }: Row, serial: string, more: readonly RowDefect[]) {
  return { line, cells, naturalKey: serial, warnings: [...warnings, ...more] };
}

const warning = ({ line }: Row, field: string, code: string, reason: string): RowDefect => ({
  line,
  field,
  code,
  reason,
});
