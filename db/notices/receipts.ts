/** Delivery receipts: each counts once; one that comes before its notice is known to have left waits for it. */
import { sql } from 'kysely';
import { plainReason } from '../../domain/notices/plain-reason.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { belongsTo, insertingTexts, newText, type NewText } from '../texts/sealed-texts.ts';
import { lockReceipts } from '../connection/locks.ts';
import { isConnectionLoss } from '../connection/loss.ts';
import { closeTasks } from '../holding/task-changes.ts';
import { openTask } from '../holding/tasks.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { noticeTask } from './history.ts';

export interface Receipt {
  readonly reference: string;
  readonly state: 'delivered' | 'failed';
  readonly reason?: string;
}

/** `unchanged`: its notice was settled before. */
export type Received = 'accepted' | 'unchanged' | 'parked';

export type ReceivedCounts = Record<Received, number>;

/**
 * Each on its own: one that cannot be taken keeps nothing from the others.
 * @throws what stopped one of them, when all have had their turn: the gateway brings them again, and those that were kept are unchanged
 */
export async function receiveReceipts(db: Db, keyring: Keyring, receipts: readonly Receipt[]): Promise<ReceivedCounts> {
  const counts: ReceivedCounts = { accepted: 0, unchanged: 0, parked: 0 };
  const failures: unknown[] = [];
  for (const receipt of receipts) {
    try {
      counts[await receiveReceipt(db, keyring, receipt)] += 1;
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return counts;
}

export async function receiveReceipt(db: Db, keyring: Keyring, receipt: Receipt): Promise<Received> {
  // Whose it is shows only when its notice is found.
  const reason = newText(keyring, { officeId: null }, plainReason(receipt.reason ?? ''));
  return db.transaction().execute(async (tx) => {
    await lockReceipts(tx, [receipt.reference]);
    if (await settle(tx, receipt, reason)) return 'accepted';
    if (await isKnown(tx, receipt.reference)) return 'unchanged';
    return (await park(tx, receipt, reason)) ? 'parked' : 'unchanged';
  });
}

/**
 * The notice has just left, or nobody knows whether it did: what the gateway has said of it before is taken up, in the order in which
 * it came. @returns whether it is settled by that
 */
export async function takeUpReceipts(tx: Tx, noticeId: string, references: readonly string[]): Promise<boolean> {
  const { rows } = await sql<Omit<Receipt, 'reason'> & { reasonId: string | null }>`
    with taken as (
      update parked_receipts set notice_id = ${noticeId} where reference = any(${references}::text[]) and notice_id is null
      returning reference, state, reason_id, received_at
    )
    select reference, state, reason_id as "reasonId" from taken order by received_at`.execute(tx);
  let isSettled = false;
  for (const { reasonId, ...receipt } of rows)
    isSettled = (await settle(tx, receipt, reasonId === null ? undefined : { id: reasonId })) || isSettled;
  return isSettled;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Some gateways speak of a message by our reference, some by theirs. */
const OF = (reference: string) =>
  sql<boolean>`(gateway_ref = ${reference} or id = ${UUID.test(reference) ? reference : null}::uuid)`;

type Reason = NewText | { readonly id: string } | undefined;

/**
 * The gateway's words belong to the notice from now on, whether they come with it or waited. A gateway may count anew each day: then
 * it speaks of the message that it took last.
 */
async function settle(tx: Tx, { reference, state }: Omit<Receipt, 'reason'>, reason: Reason): Promise<boolean> {
  const isNew = reason !== undefined && 'sealed' in reason;
  const { rows } = await sql<{ id: string; transferId: string }>`
    with settled as (
      update notices set state = ${state}, failure = '', failure_id = ${reason?.id ?? null}::uuid, settled_at = office_now(),
        sent_at = coalesce(sent_at, office_now())
      where state in ('sent', 'unknown') and id = (select id from notices
        where ${OF(reference)} order by sent_at desc nulls last, id limit 1)
      returning id, transfer_id),
    kept as (${insertingTexts(isNew ? [reason] : [], sql`exists (select from settled)`)})
    select id, transfer_id as "transferId" from settled`.execute(tx);
  const [notice] = rows;
  if (!notice) return false;
  if (reason) await belongsTo(tx, reason.id, notice.transferId);
  const ledger = await TransferLedger.open(tx, notice.transferId);
  const payload = { noticeId: notice.id };
  const kind = state === 'delivered' ? 'noticeDelivered' : 'noticeFailed';
  ledger.note({ kind, occurredAt: ledger.now, source: 'system', payload });
  // Whoever was to find out what became of it is told by this.
  await closeTasks(ledger, payload, { note: state });
  if (state === 'failed') await openTask(ledger, noticeTask(ledger, notice.id, 'phoneNotice'));
  await ledger.write();
  return true;
}

/** One that is on its way to the gateway is not: its answer comes first, and then what was said of it. */
async function isKnown(tx: Tx, reference: string): Promise<boolean> {
  const { rows } = await sql`select from notices where ${OF(reference)} and state <> 'sending'`.execute(tx);
  return rows.length > 0;
}

async function park(tx: Tx, { reference, state }: Receipt, reason: NewText | undefined): Promise<boolean> {
  const { rows } = await sql`
    with parked as (insert into parked_receipts (reference, state, reason_id)
      values (${reference}, ${state}, ${reason?.id ?? null}::uuid) on conflict do nothing returning reference),
    kept as (${insertingTexts([reason], sql`exists (select from parked)`)})
    select from parked`.execute(tx);
  return rows.length > 0;
}
