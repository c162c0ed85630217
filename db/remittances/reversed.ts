/** Of a transfer that was reversed nothing is paid any more, but the money that goes back. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Tx } from '../connection/connection.ts';

interface WhoseMoney {
  readonly transferId: string | null;
  readonly creditPartId: string | null;
}

/** @throws Refusal already-decided */
export async function refuseAfterReversal(tx: Tx, { transferId, creditPartId }: WhoseMoney): Promise<void> {
  if (transferId === null || creditPartId !== null) return;
  const { rows } = await sql`select from reversals where transfer_id = ${transferId}::uuid`.execute(tx);
  if (rows.length > 0)
    throw new Refusal('already-decided', 'This transfer was reversed: nothing of it is paid any more.');
}
