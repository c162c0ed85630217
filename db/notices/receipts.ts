/** Delivery receipts: each counts once; one that comes before its notice is known to have left waits for it. */
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';
import { lockReceipts } from '../connection/locks.ts';
import { noteNotice, openNoticeTask } from './history.ts';

export interface Receipt {
  readonly reference: string;
  readonly state: 'delivered' | 'failed';
  readonly reason?: string;
}

/** `unchanged`: its notice was settled before. */
export type Received = 'accepted' | 'unchanged' | 'parked';

export async function receiveReceipt(db: Db, receipt: Receipt): Promise<Received> {
  return db.transaction().execute(async (tx) => {
    await lockReceipts(tx, receipt.reference);
    if (await settle(tx, receipt)) return 'accepted';
    if (await isKnown(tx, receipt.reference)) return 'unchanged';
    return (await park(tx, receipt)) ? 'parked' : 'unchanged';
  });
}

/** The notice has just got its reference: what the gateway has said of it before is taken up, in the order in which it came. */
export async function takeUpReceipts(tx: Tx, noticeId: string, reference: string): Promise<void> {
  const { rows } = await sql<Receipt>`
    with taken as (
      update parked_receipts set notice_id = ${noticeId} where reference = ${reference} and notice_id is null
      returning reference, state, reason, received_at
    )
    select reference, state, reason from taken order by received_at`.execute(tx);
  for (const receipt of rows) await settle(tx, receipt);
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Some gateways speak of a message by our reference, some by theirs. */
const OF = (reference: string) =>
  sql<boolean>`(gateway_ref = ${reference} or id = ${UUID.test(reference) ? reference : null}::uuid)`;

async function settle(tx: Tx, { reference, state, reason = '' }: Receipt): Promise<boolean> {
  const { rows } = await sql<{ id: string; transferId: string }>`
    update notices set state = ${state}, failure = ${reason.slice(0, 200)}, settled_at = office_now()
    where ${OF(reference)} and state in ('sending', 'sent', 'unknown')
    returning id, transfer_id as "transferId"`.execute(tx);
  const [notice] = rows;
  if (!notice) return false;
  await noteNotice(tx, notice, state === 'delivered' ? 'noticeDelivered' : 'noticeFailed');
  if (state === 'failed') await openNoticeTask(tx, notice, 'phoneNotice');
  return true;
}

async function isKnown(tx: Tx, reference: string): Promise<boolean> {
  const { rows } = await sql`select from notices where ${OF(reference)}`.execute(tx);
  return rows.length > 0;
}

async function park(tx: Tx, { reference, state, reason = '' }: Receipt): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into parked_receipts (reference, state, reason)
    values (${reference}, ${state}, ${reason.slice(0, 200)}) on conflict do nothing`.execute(tx);
  return Number(numAffectedRows) > 0;
}
