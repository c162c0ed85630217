/** A later row of an old ledger about a transfer that is here already: newer facts are appended as facts, nothing is rewritten. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';

export async function isOpen(tx: Tx, transferId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from transfers where id = ${transferId} and closed_at is null`.execute(tx);
  return rows.length > 0;
}

/** Was such a fact recorded here on that day already, by whomever? */
export async function isRecorded(tx: Tx, transferId: string, kind: string, on: string): Promise<boolean> {
  const { rows } = await sql`select 1 from events where transfer_id = ${transferId} and kind = ${kind}
    and office_date(occurred_at) = ${on}::date and corrects_seq is null limit 1`.execute(tx);
  return rows.length > 0;
}
