/** Rows of remittances and of their moves: each state that one enters is a row of its own, written with it. */
import { sql } from 'kysely';
import type { MoneyPlace, RemittanceSource, RemittanceState } from '../../domain/money/remittance.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { insertTexts, type NewText } from '../texts/sealed-texts.ts';

/** How it enters a state. */
export interface Move {
  readonly occurredAt: Date;
  readonly dueOn: string | null;
  /** Null: the bank. */
  readonly byStaffId: string | null;
  /** The second person, where it takes two. */
  readonly confirmedBy?: string;
  /** The entry of the bank that says it. */
  readonly entryId?: string;
  readonly note?: NewText | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly bodyHash?: Buffer | undefined;
}

export interface NewRemittance {
  readonly officeId: string;
  readonly reference: string;
  readonly transferId: string | null;
  readonly creditPartId: string | null;
  readonly replacesId: string | null;
  readonly counterpartAreaCode: string | null;
  readonly payeeSealed: Buffer;
  readonly payeeAccountSealed: Buffer;
  readonly payeeBankSealed: Buffer | null;
  readonly ourAccount: string;
  readonly amountFen: number;
  readonly accountFen: number;
  readonly pooledFen: number;
  readonly otherFen: number;
  readonly fundsMonth: string;
  readonly fundedMonth: string | null;
  readonly source: RemittanceSource;
  readonly state: RemittanceState;
  readonly place: MoneyPlace;
  readonly ownerId: string;
}

export async function insertRemittance(tx: Tx, row: NewRemittance, move: Move): Promise<string> {
  const { id } = await tx
    .insertInto('remittances')
    .values({
      office_id: row.officeId,
      reference: row.reference,
      transfer_id: row.transferId,
      credit_part_id: row.creditPartId,
      replaces_id: row.replacesId,
      counterpart_area_code: row.counterpartAreaCode,
      payee_sealed: row.payeeSealed,
      payee_account_sealed: row.payeeAccountSealed,
      payee_bank_sealed: row.payeeBankSealed,
      our_account: row.ourAccount,
      amount_fen: row.amountFen,
      account_fen: row.accountFen,
      pooled_fen: row.pooledFen,
      other_fen: row.otherFen,
      funds_month: row.fundsMonth,
      funded_month: row.fundedMonth,
      source: row.source,
      state: row.state,
      place: row.place,
      owner_id: row.ownerId,
      since: move.occurredAt,
      due_on: move.dueOn,
      planned_by: move.byStaffId!,
      idempotency_key: move.idempotencyKey ?? null,
      body_hash: move.bodyHash ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  // The request is known by the remittance itself.
  const { officeId, state, place } = row;
  await insertMove(tx, { id, officeId, state, place }, { ...move, idempotencyKey: undefined, bodyHash: undefined });
  return id;
}

export interface MovedTo {
  readonly id: string;
  readonly officeId: string;
  readonly state: RemittanceState;
  readonly place: MoneyPlace;
  /** Absent: it stays who it was. */
  readonly ownerId?: string;
  /** In which month the funds came. */
  readonly fundedMonth?: string;
  readonly releaseApprovalId?: string;
}

/** Of a row under lock. */
export async function moveRemittance(tx: Tx, to: MovedTo, move: Move): Promise<void> {
  const { id, state, place, ownerId, fundedMonth, releaseApprovalId } = to;
  await tx
    .updateTable('remittances')
    .set({
      state,
      place,
      since: move.occurredAt,
      due_on: move.dueOn,
      ...(ownerId !== undefined && { owner_id: ownerId, lent_by: null }),
      ...(fundedMonth !== undefined && { funded_month: fundedMonth }),
      ...(releaseApprovalId !== undefined && { release_approval_id: releaseApprovalId }),
      ...(state === 'confirmed' && { debit_entry_id: move.entryId ?? null }),
      ...(state === 'bounced' && { bounce_entry_id: move.entryId ?? null }),
    })
    .where('id', '=', id)
    .execute();
  await insertMove(tx, to, move);
}

async function insertMove(
  tx: Tx,
  { id, officeId, state, place }: Pick<MovedTo, 'id' | 'officeId' | 'state' | 'place'>,
  move: Move,
): Promise<void> {
  await insertTexts(tx, [move.note]);
  await sql`insert into remittance_moves (remittance_id, seq, office_id, state, place, occurred_at, by_staff_id, confirmed_by, entry_id,
      note_id, idempotency_key, body_hash)
    select ${id}, (select count(*) + 1 from remittance_moves where remittance_id = ${id}), ${officeId}, ${state}, ${place},
      ${move.occurredAt}, ${move.byStaffId}::uuid, ${move.confirmedBy ?? null}::uuid, ${move.entryId ?? null}::uuid,
      ${move.note?.id ?? null}::uuid, ${move.idempotencyKey ?? null}, ${move.bodyHash ?? null}::bytea`.execute(tx);
}

/** The debit of a payment that has come back already: banks tell both on one day, in either order. */
export async function noteDebit(tx: Tx, id: string, entryId: string): Promise<void> {
  await tx.updateTable('remittances').set({ debit_entry_id: entryId }).where('id', '=', id).execute();
}

/** Money on its way has an owner who is there. */
export async function passRemittance(
  db: Db,
  id: string,
  { from, to, lentBy }: { readonly from: string; readonly to: string; readonly lentBy: string | null },
): Promise<void> {
  await db
    .updateTable('remittances')
    .set({ owner_id: to, lent_by: lentBy })
    .where('id', '=', id)
    .where('owner_id', '=', from)
    .where('state', 'not in', ['confirmed', 'withdrawn'])
    .execute();
}
