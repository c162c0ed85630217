/** What of a transfer's money no remittance pays yet. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { leftToPay } from '../facts/amount-due.ts';

/**
 * In fen, under the transfer's lock. Undefined while nobody knows what is to be paid, and of money that has been told to have left:
 * when it came back, it is paid anew and not once more.
 * @param own the remittance that is looked at, or in whose place another is planned
 */
export async function leftAfterOthers(
  tx: Tx,
  transferId: string,
  own: string | undefined,
): Promise<number | undefined> {
  const left = await leftToPay(tx, transferId);
  if (left === undefined) return undefined;
  const { rows } = await sql<{ fen: number; wasTold: boolean }>`
    with recursive line as (
      select id, id as first from remittances
        where transfer_id = ${transferId}::uuid and credit_part_id is null and replaces_id is null
      union all
      select next.id, line.first from line join remittances next on next.replaces_id = line.id),
    standing as (
      select r.id, r.amount_fen, r.state = 'withdrawn' as gone,
        exists (select from remittances next where next.replaces_id = r.id) as replaced,
        exists (select from events planned join events sent on sent.transfer_id = planned.transfer_id and sent.seq > planned.seq
          where planned.transfer_id = ${transferId}::uuid and planned.kind = 'remittancePlanned'
            and planned.payload ->> 'remittanceId' = line.first::text and sent.kind = 'fundSent') as told
      from line join remittances r on r.id = line.id)
    select coalesce(sum(amount_fen) filter (where not gone and not replaced and not told
        and id is distinct from ${own ?? null}::uuid), 0)::bigint as fen,
      coalesce(bool_or(told) filter (where id = ${own ?? null}::uuid), false) as "wasTold"
    from standing`.execute(tx);
  const { fen, wasTold } = rows[0]!;
  return wasTold ? undefined : left - fen;
}
