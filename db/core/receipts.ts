/** Receipts of the core system: each kept under its serial, whatever it amounts to; what is odd about it is a difference with an owner. */
import { sql, type RawBuilder } from 'kysely';
import {
  COUNTED_VERDICTS,
  differenceOf,
  receiptVerdict,
  type ReceiptVerdict,
} from '../../domain/core/receipt-verdict.ts';
import type { CoreReceiptMessage } from '../../domain/core/core-system.ts';
import { Refusal } from '../../domain/errors.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockCore } from '../connection/locks.ts';
import { readNow } from '../office/clock.ts';
import { openDifference } from './differences.ts';

export interface ReceivedReceipt extends CoreReceiptMessage {
  readonly officeId: string;
  readonly source: 'file' | 'core' | 'hand';
  readonly byStaffId?: string | undefined;
}

export interface KeptReceipt {
  readonly id: string;
  readonly verdict: ReceiptVerdict;
  readonly transferId: string | null;
  readonly isNew: boolean;
}

/** @throws Refusal changed-meanwhile: this serial came before and said something else */
export async function receiveReceipt(tx: Tx, receipt: ReceivedReceipt): Promise<KeptReceipt> {
  await lockCore(tx);
  const { officeId, serial, answers, amountFen, bookedOn, source, byStaffId } = receipt;
  const before = await findReceipt(tx, officeId, serial);
  if (before) return again(before, receipt);
  const form = await answeredForm(tx, officeId, answers);
  const verdict = receiptVerdict(form, amountFen);
  const { id } = await tx
    .insertInto('core_receipts')
    .values({
      office_id: officeId,
      serial,
      answers,
      transfer_id: form?.transferId ?? null,
      info_form_id: form?.infoFormId ?? null,
      amount_fen: amountFen,
      booked_on: bookedOn,
      verdict,
      source,
      by_staff_id: byStaffId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const kind = differenceOf(verdict);
  const transferId = form?.transferId ?? null;
  if (kind) {
    const { today } = await readNow(tx);
    const about = { serial, amountFen, formFen: form?.totalFen ?? null };
    await openDifference(tx, {
      officeId,
      kind,
      naturalKey: `receipt:${serial}`,
      transferId,
      receiptId: id,
      about,
      today,
    });
  }
  return { id, verdict, transferId, isNew: true };
}

/** Of what is asked for again and again, those that were not kept just so: one question for all, and no lock. */
export async function notKeptYet(
  db: Db,
  officeId: string,
  receipts: readonly CoreReceiptMessage[],
): Promise<CoreReceiptMessage[]> {
  const rows = await db
    .selectFrom('core_receipts')
    .select(['serial', 'answers', 'amount_fen', 'booked_on'])
    .where('office_id', '=', officeId)
    .where('serial', '=', sql<string>`any(${receipts.map(({ serial }) => serial)}::text[])`)
    .execute();
  const kept = new Map(rows.map((row) => [row.serial, row]));
  return receipts.filter((receipt) => {
    const before = kept.get(receipt.serial);
    return !before || saysOtherwise(before, receipt);
  });
}

type Said = Pick<Before, 'answers' | 'amount_fen' | 'booked_on'>;

const saysOtherwise = (before: Said, { answers, amountFen, bookedOn }: CoreReceiptMessage): boolean =>
  before.answers !== answers || before.amount_fen !== amountFen || before.booked_on !== bookedOn;

const findReceipt = (tx: Tx, officeId: string, serial: string) =>
  tx
    .selectFrom('core_receipts')
    .select(['id', 'verdict', 'transfer_id', 'answers', 'amount_fen', 'booked_on'])
    .where('office_id', '=', officeId)
    .where('serial', '=', serial)
    .executeTakeFirst();

type Before = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;

function again(before: Before, receipt: ReceivedReceipt): KeptReceipt {
  if (saysOtherwise(before, receipt))
    throw new Refusal('changed-meanwhile', 'A receipt of this serial came before and said something else.');
  const { id, transfer_id: transferId } = before;
  return { id, verdict: before.verdict as ReceiptVerdict, transferId, isNew: false };
}

interface AnsweredForm {
  infoFormId: string;
  transferId: string;
  totalFen: number;
  holds: boolean;
  receivedFen: number;
}

const FORM_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** By the form's id, or else by the case number: then the form that was sent last, or the one that holds. Two questions, each with an index. */
async function answeredForm(tx: Tx, officeId: string, answers: string): Promise<AnsweredForm | undefined> {
  const byId = FORM_ID.test(answers) ? await formWhere(tx, officeId, sql`f.id = ${answers}::uuid`) : undefined;
  return byId ?? formWhere(tx, officeId, sql`c.case_no = ${answers} and c.office_id = ${officeId}`);
}

async function formWhere(tx: Tx, officeId: string, which: RawBuilder<unknown>): Promise<AnsweredForm | undefined> {
  const { rows } =
    await sql<AnsweredForm>`select f.id as "infoFormId", f.transfer_id as "transferId", f.total_fen as "totalFen", f.state = 'received' as holds,
      (select coalesce(sum(r.amount_fen), 0)::bigint from core_receipts r
        where r.info_form_id = f.id and r.verdict = any(${[...COUNTED_VERDICTS]}::text[])) as "receivedFen"
    from info_forms f join transfers t on t.id = f.transfer_id join cases c on c.id = t.case_id
    where f.office_id = ${officeId} and t.direction = 'in' and ${which}
    order by exists (select from core_batch_lines l join core_batches b on b.id = l.batch_id
      where l.info_form_id = f.id and b.state <> 'refused') desc, f.state = 'received' desc, f.fact_seq desc
    limit 1`.execute(tx);
  const [form] = rows;
  return form && { ...form, receivedFen: Number(form.receivedFen) };
}

/** What of a transfer went to the core system, and what it answered: oldest first. */
export async function readCoreTraffic(db: Db, transferId: string) {
  const sent = await db
    .selectFrom('core_batch_lines as l')
    .innerJoin('core_batches as b', 'b.id', 'l.batch_id')
    .select(['b.number', 'b.state', 'b.made_at', 'l.amount_fen', 'l.info_form_id'])
    .where('l.transfer_id', '=', transferId)
    .orderBy('b.made_at')
    .execute();
  const receipts = await selectReceipts(db).where('transfer_id', '=', transferId).orderBy('received_at').execute();
  const form = await db
    .selectFrom('info_forms')
    .select('id')
    .where('transfer_id', '=', transferId)
    .where('state', '=', 'received')
    .executeTakeFirst();
  return {
    sent: sent.map((line) => ({
      batchNumber: line.number,
      state: line.state as 'made' | 'sent' | 'handed' | 'refused' | 'unknown',
      madeAt: line.made_at.toISOString(),
      amountFen: line.amount_fen,
      infoFormId: line.info_form_id,
    })),
    receipts: receipts.map(asView),
    proved: receipts.some(({ verdict, info_form_id: of }) => verdict === 'whole' && of === form?.id),
  };
}

const selectReceipts = (db: Db) =>
  db
    .selectFrom('core_receipts')
    .select([
      'id',
      'serial',
      'transfer_id',
      'info_form_id',
      'amount_fen',
      'booked_on',
      'verdict',
      'source',
      'received_at',
    ]);

const asView = (row: Awaited<ReturnType<ReturnType<typeof selectReceipts>['execute']>>[number]) => ({
  id: row.id,
  serial: row.serial,
  transferId: row.transfer_id,
  amountFen: row.amount_fen,
  bookedOn: row.booked_on,
  verdict: row.verdict as ReceiptVerdict,
  source: row.source as 'file' | 'core' | 'hand',
  receivedAt: row.received_at.toISOString(),
});

export async function readReceipt(db: Db, id: string) {
  return asView(await selectReceipts(db).where('id', '=', id).executeTakeFirstOrThrow());
}
