/** The bank's entries in the order in which it booked them: credits are judged, debits are work. */
import type { Tx } from '../../db/connection/connection.ts';
import { lockCandidates, type MoneyQuestion } from '../../db/credits/awaited-transfers.ts';
import type { ImportCode } from '../../domain/import-codes.ts';
import { referencesIn } from '../../domain/money/remittance-match.ts';
import { readMemo } from '../../domain/money/bank-memo.ts';
import { noteEntry, type EntryNote } from '../../db/credits/entries.ts';
import { receiveCameBack } from '../../db/credits/came-back.ts';
import { receiveMoneyOut, type NotedMoneyOut } from '../../db/credits/money-out.ts';
import { receiveCredit } from '../../db/credits/receive.ts';
import type { LineOutcome } from '../../db/imported/lines.ts';
import { byBooking, type BankEntry } from './entry.ts';
import { lookForGaps } from './gaps.ts';
import { onlyOurs } from './our-accounts.ts';
import { openBankStatement } from './read.ts';
import type { ImportJob, KindWriter } from '../rows/job.ts';
import type { AcceptedRow, RowDefect } from '../tables/row-files.ts';
import { asRows } from '../rows/whole-file.ts';

export const bankStatementWriter: KindWriter<BankEntry> = {
  async open(bytes, { bankLayouts, bankAccounts }) {
    const file = onlyOurs(await openBankStatement(bytes, bankLayouts), bankAccounts);
    return { ...asRows(file, byBooking), look: (db, job) => lookForGaps(db, job, file) };
  },
  // Each verdict stands on the ones before, so that entry goes after entry; a transaction for each took a fifth of the time.
  batchLines: 25,
  // What a debit takes back is found among the credits; what names a remittance locks its transfer, out of the order of the others.
  isAlone: ({ direction, memo }) => direction === 'debit' || referencesIn(memo).length > 0,
  async write(tx, job, rows) {
    const { keyring, context } = job;
    if (rows.length > 1)
      await lockCandidates(
        tx,
        keyring,
        context.officeId,
        rows.map(({ row }) => questionOf(row)),
      );
    const outcomes: LineOutcome[] = [];
    for (const row of rows) {
      const isCredit = row.row.direction === 'credit' && row.row.amountFen > 0;
      outcomes.push(await (isCredit ? writeCredit(tx, job, row) : keepOther(tx, job, row)));
    }
    return outcomes;
  },
};

type Row = AcceptedRow<BankEntry>;

const questionOf = ({ memo, amountFen, payerName }: BankEntry): MoneyQuestion => ({
  memo: readMemo(memo),
  amountFen,
  payerName,
});

async function writeCredit(tx: Tx, { keyring, context }: ImportJob, row: Row): Promise<LineOutcome> {
  const { officeId, importId } = context;
  const back = await receiveCameBack(tx, keyring, { ...row.row, officeId, importId });
  if (back) return cameBack(row, back);
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

/** No credit comes of our own payment that bounced. */
function cameBack(row: Row, entry: EntryNote): LineOutcome {
  const told = warning(row, 'CdtDbtInd', 'remittanceBounced', 'A payment of ours came back: finance has a task.');
  return {
    ...commonOf(row, entry.serial, [...(entry.isNew ? [told] : []), ...warningsAbout(row, entry)]),
    verdict: entry.isNew ? 'accepted' : 'unchanged',
    amountFen: row.row.amountFen,
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
  remitted: 'Money that left: a payment of ours, as it was released.',
  remittanceDiffers:
    'Money that left under a reference of ours, and not as it was released: amount, account or state differ; finance has a task.',
};

const REUSED: Readonly<Record<NonNullable<EntryNote['reused']>, [ImportCode, string]>> = {
  otherAmount: ['amountChanged', 'This reference came before on this day with another amount; both are kept.'],
  otherText: [
    'textChanged',
    'This reference came before on this day with this amount and another payer or memo; both are kept.',
  ],
  otherDay: ['referenceReused', 'This reference stood on another day for another entry; both are kept.'],
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
    reused && warning(row, '流水号', ...REUSED[reused]),
  ].filter((defect) => defect !== undefined);
}

function commonOf({ line, cells, warnings }: Row, serial: string, more: readonly RowDefect[]) {
  return { line, cells, naturalKey: serial, warnings: [...warnings, ...more] };
}

const warning = ({ line }: Row, field: string, code: ImportCode, reason: string): RowDefect => ({
  line,
  field,
  code,
  reason,
});
