/** A row of the transfer-in ledger that differs from the one imported before: newer facts are appended, contradictions refused. */
import type { Tx } from '../../db/connection/connection.ts';
import { proceduresOf } from '../../db/connection/procedures.ts';
import { readProcedureKey } from '../../db/ledger/procedure-key.ts';
import { appendEvent } from '../../db/ledger/append-event.ts';
import { enqueueLook } from '../../db/ledger/outbox.ts';
import { dayToInstant } from '../../db/imported/placed.ts';
import { updateContact } from '../../db/persons/persons.ts';
import { isOpen, isRecorded, withinCase } from '../../db/imported/changes.ts';
import { receiveLedgerMoney } from '../../db/imported/money.ts';
import { isCompletionTold, noteToldNotice } from '../../db/notices/told.ts';
import { recordAnyFactIn } from '../../db/counter/record-fact.ts';
import { RowHeld, RowRefused, type ImportJob } from '../rows/job.ts';
import { contradictions, type RowChange } from '../rows/keyed-rows.ts';
import { LETTER_COLUMNS } from '../../domain/ledgers/columns.ts';
import { progressInClear } from '../../domain/ledgers/progress-words.ts';
import { NOTICE_COLUMN } from './notice.ts';
import type { LedgerInRow } from './read.ts';
import { newerFacts, type NewerFact } from './newer-facts.ts';

const FIXED = [
  '姓名',
  '公民身份号码',
  '原参保地行政区划',
  '受理日期',
  ...LETTER_COLUMNS,
  '信息表收到日期',
  '基金到账日期',
  '应到金额',
  '实到金额',
  '不予受理原因',
  '办理完结日期',
];
const CONTACT = ['手机号码', '单位名称', '单位联系电话'];

export async function changeLedgerIn(tx: Tx, job: ImportJob, change: RowChange<LedgerInRow>) {
  const { row, earlier, columns, transferId } = change;
  // Not by the row before: the release that took it in may not have read that column.
  const wasTold = await isCompletionTold(tx, transferId);
  const contradicted = contradictions(change, wasTold ? [...FIXED, NOTICE_COLUMN] : FIXED);
  if (contradicted.length > 0) throw new RowRefused(contradicted);
  const procedure = proceduresOf(tx).of(await readProcedureKey(tx, transferId));
  const before = earlier.row ?? unreadable();
  const facts = newerFacts(procedure, before, row.row);
  await holdWhatEndsOrPays(tx, job, { transferId, before, now: row.row, facts });
  for (const fact of facts) await append(tx, job, { fact, transferId, row: row.row });
  await tellNotice(tx, job, { transferId, row: row.row });
  if (columns.some((column) => CONTACT.includes(column))) {
    const { mobile, employer, employerPhone } = row.row;
    const phone = columns.includes('手机号码') ? { mobile } : {};
    await updateContact(tx, job.keyring, transferId, { ...phone, employer, employerPhone });
  }
  await appendEvent(tx, transferId, {
    kind: 'imported',
    source: 'import',
    payload: { importId: job.context.importId, columns, ...progressInClear(row.row.progress) },
  });
  await enqueueLook(tx, transferId);
  return { transferId };
}

/** A notice that stands in the row since before anybody read its column. */
export const readLedgerInAnew = (
  tx: Tx,
  job: ImportJob,
  { row: { row }, transferId }: Pick<RowChange<LedgerInRow>, 'row' | 'transferId'>,
): Promise<void> => tellNotice(tx, job, { transferId, row });

/** Once. */
async function tellNotice(
  tx: Tx,
  { context }: ImportJob,
  { transferId, row: { noticeSentOn } }: Pick<Appending, 'transferId' | 'row'>,
): Promise<void> {
  if (noticeSentOn === undefined) return;
  await noteToldNotice(tx, { transferId, officeId: context.officeId, sentAt: dayToInstant(context)(noticeSentOn) });
}

interface Newer {
  readonly transferId: string;
  readonly before: LedgerInRow;
  readonly now: LedgerInRow;
  readonly facts: readonly NewerFact[];
}

/** Nobody ends an open transfer, or brings one money that no bank has told of, with a row alone. */
async function holdWhatEndsOrPays(
  tx: Tx,
  { context }: ImportJob,
  { transferId, before, now, facts }: Newer,
): Promise<void> {
  const pays = facts.some(({ detail }) => detail === undefined || detail.kind === 'booked');
  const ends = before.ending === undefined && now.ending !== undefined;
  if (context.confirmedBy !== undefined || !(pays || (ends && (await isOpen(tx, transferId))))) return;
  throw new RowHeld(ends ? '办理完结日期' : '基金到账日期', pays ? (now.receivedFen ?? now.expectedFen ?? 0) : 0);
}

function unreadable(): never {
  throw new RowRefused([
    {
      field: '业务编号',
      code: 'earlierUnreadable',
      reason: 'The row imported before can no longer be read; record by hand.',
    },
  ]);
}

interface Appending {
  readonly fact: NewerFact;
  readonly transferId: string;
  readonly row: LedgerInRow;
}

async function append(tx: Tx, job: ImportJob, { fact, transferId, row }: Appending): Promise<void> {
  if (await isRecorded(tx, transferId, fact.detail?.kind ?? 'fundReceived', fact.on)) return;
  const detail = fact.detail ?? (await moneyDetail(tx, job, { fact, transferId, row }));
  if (!detail) return;
  const within = await withinCase(tx, transferId);
  await recordAnyFactIn(tx, job.keyring, {
    transferId,
    detail,
    occurredAt: within(dayToInstant(job.context)(fact.on)),
    by: { staffId: null, source: 'import' },
    ...(job.context.confirmedBy !== undefined && { confirmedBy: job.context.confirmedBy }),
  });
}

async function moneyDetail(tx: Tx, job: ImportJob, { fact, transferId, row }: Appending) {
  const amountFen = row.receivedFen ?? row.expectedFen ?? 0;
  if (amountFen === 0) return undefined;
  const money = await receiveLedgerMoney(tx, job.context, {
    transferId,
    caseNo: row.caseNumber,
    on: fact.on,
    amountFen,
  });
  return money && ({ kind: 'fundReceived', ...money } as const);
}
