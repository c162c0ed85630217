/** One remittance under lock. Transfer before money, as everywhere. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { MoneyPlace, RemittanceSource, RemittanceState } from '../../domain/money/remittance.ts';
import type { Tx } from '../connection/connection.ts';
import { holdTransfer } from '../ledger/locked-transfer.ts';

export interface LockedRemittance {
  id: string;
  office_id: string;
  reference: string;
  transfer_id: string | null;
  credit_part_id: string | null;
  counterpart_area_code: string | null;
  payee_sealed: Buffer;
  payee_account_sealed: Buffer;
  our_account: string;
  amount_fen: number;
  account_fen: number;
  pooled_fen: number;
  other_fen: number;
  funds_month: string;
  funded_month: string | null;
  source: RemittanceSource;
  state: RemittanceState;
  place: MoneyPlace;
  owner_id: string;
  planned_by: string;
  since: Date;
  due_on: string | null;
  debit_entry_id: string | null;
  now: Date;
}

/** @throws Refusal not-found */
export async function lockRemittance(tx: Tx, officeId: string, id: string): Promise<LockedRemittance> {
  const { rows: known } = await sql<{ transfer_id: string | null }>`
    select transfer_id from remittances where id = ${id}::uuid and office_id = ${officeId}`.execute(tx);
  if (!known[0]) throw new Refusal('not-found', 'There is no such remittance.');
  if (known[0].transfer_id !== null) await holdTransfer(tx, known[0].transfer_id);
  const { rows } = await sql<LockedRemittance>`
    select id, office_id, reference, transfer_id, credit_part_id, counterpart_area_code, payee_sealed, payee_account_sealed,
      our_account, amount_fen, account_fen, pooled_fen, other_fen, funds_month, funded_month, source, state, place, owner_id,
      planned_by, since, due_on, debit_entry_id, office_now() as now
    from remittances where id = ${id}::uuid for update`.execute(tx);
  return rows[0]!;
}

/** What goes back goes back once: whoever plans it waits for who plans it too. */
export async function lockPart(tx: Tx, partId: string | null): Promise<void> {
  if (partId !== null) await sql`select 1 from credit_parts where id = ${partId}::uuid for update`.execute(tx);
}
