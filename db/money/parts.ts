/** Parts of credits: every fen received is in one of them. Cut when only some of the money moves. */
import { sql } from 'kysely';
import type { Db, Tx } from '../connection/connection.ts';

export interface NewPart {
  readonly creditId: string;
  readonly officeId: string;
  readonly amountFen: number;
  readonly state: 'matched' | 'proposed' | 'suspense';
  readonly transferId: string | null;
  readonly ownerId: string;
  readonly reason: string;
}

export async function insertPart(tx: Tx, part: NewPart): Promise<string> {
  const { id } = await tx
    .insertInto('credit_parts')
    .values({
      credit_id: part.creditId,
      office_id: part.officeId,
      amount_fen: part.amountFen,
      state: part.state,
      transfer_id: part.transferId,
      owner_id: part.ownerId,
      reason: part.reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export interface PartTarget {
  readonly state: 'matched' | 'suspense' | 'booked' | 'returned' | 'reversed';
  readonly transferId: string | null;
  readonly ownerId: string;
  readonly reason: string;
  /** The debit that took it back. */
  readonly entryId?: string;
}

/** Moves an amount to its new state and gives back the part that now holds it: the same one, or one cut from it. */
export async function movePart(
  tx: Tx,
  part: { readonly id: string; readonly amount_fen: number },
  amountFen: number,
  target: PartTarget,
): Promise<string> {
  const { state, transferId, ownerId, reason, entryId = null } = target;
  if (amountFen === part.amount_fen) {
    await sql`update credit_parts set state = ${state}, transfer_id = ${transferId}::uuid, owner_id = ${ownerId}::uuid, lent_by = null,
      reason = ${reason}, entry_id = ${entryId}::uuid, since = office_now() where id = ${part.id}`.execute(tx);
    return part.id;
  }
  await sql`update credit_parts set amount_fen = amount_fen - ${amountFen}::bigint where id = ${part.id}`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    insert into credit_parts (credit_id, office_id, amount_fen, state, transfer_id, owner_id, reason, entry_id)
    select credit_id, office_id, ${amountFen}::bigint, ${state}, ${transferId}::uuid, ${ownerId}::uuid, ${reason}, ${entryId}::uuid
    from credit_parts where id = ${part.id} returning id`.execute(tx);
  return rows[0]!.id;
}

/** What was proposed for these reasons becomes the transfer's; one decision for each part. */
export async function matchProposed(tx: Tx, transferId: string, reasons: readonly string[]): Promise<void> {
  await sql`with turned as (
      update credit_parts set state = 'matched', since = office_now()
      where transfer_id = ${transferId} and state = 'proposed' and reason = any(${[...reasons]}::text[])
      returning credit_id, office_id, transfer_id, amount_fen)
    insert into matches (office_id, credit_id, transfer_id, decision, amount_fen, key_used)
    select office_id, credit_id, transfer_id, 'matched', amount_fen, 'formTotal' from turned`.execute(tx);
}

/** At the booking all matched money of the transfer becomes booked; the sum in fen. */
export async function bookMatched(tx: Tx, transferId: string): Promise<number> {
  const { rows } = await sql<{ sum: number }>`with booked as (
      update credit_parts set state = 'booked', since = office_now()
      where transfer_id = ${transferId} and state = 'matched' returning amount_fen)
    select coalesce(sum(amount_fen), 0)::bigint as sum from booked`.execute(tx);
  return rows[0]!.sum;
}

/** A transfer keeps no money that it will not book: it waits in suspense for somebody. @returns whether there was any */
export async function releaseParts(
  tx: Tx,
  transferId: string,
  to: { readonly ownerId: string; readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('credit_parts')
    .set({ state: 'suspense', transfer_id: null, reason: to.reason, owner_id: to.ownerId, lent_by: null, since: to.at })
    .where('transfer_id', '=', transferId)
    .where('state', 'in', ['proposed', 'matched'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Every fen that waits has an owner who is there. */
export async function passPart(
  db: Db,
  id: string,
  { from, to, lentBy }: { readonly from: string; readonly to: string; readonly lentBy: string | null },
): Promise<void> {
  await db
    .updateTable('credit_parts')
    .set({ owner_id: to, lent_by: lentBy })
    .where('id', '=', id)
    .where('owner_id', '=', from)
    .where('state', 'in', ['suspense', 'proposed', 'matched'])
    .execute();
}

export async function isAnyBooked(tx: Tx, transferId: string): Promise<boolean> {
  const { rows } =
    await sql`select from credit_parts where transfer_id = ${transferId} and state = 'booked' limit 1`.execute(tx);
  return rows.length > 0;
}
