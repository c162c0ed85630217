/** What a transfer-out still has to pay. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';

/** In fen: what our last form says, less what has left; may be less than nothing. */
export async function amountDue(tx: Tx, transferId: string): Promise<number> {
  const { rows } = await sql<{ form: number | null; sent: number }>`select
    (select (payload ->> 'totalFen')::bigint from events where transfer_id = ${transferId} and kind = 'infoFormIssued'
      order by seq desc limit 1) as form,
    (select coalesce(sum((payload ->> 'amountFen')::bigint), 0)::bigint from events
      where transfer_id = ${transferId} and kind = 'fundSent') as sent`.execute(tx);
  const { form, sent } = rows[0]!;
  return Number(form ?? 0) - Number(sent);
}
