import { sql, type RawBuilder } from 'kysely';
import { withEarlier } from '../ledger/paid-out.ts';

/**
 * The remittances of a transfer, without money that goes back: `id`, `amount_fen`, `state`, `replaced` (another takes its place) and `told`
 * (a fact says that the money has left). What is paid anew was planned with the first of its line, and told with it.
 */
export const standingOf = (transferId: string | RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with recursive line as (
    select id, id as first from remittances
      where transfer_id = ${transferId}::uuid and credit_part_id is null and replaces_id is null
    union all
    select next.id, line.first from line join remittances next on next.replaces_id = line.id)
  select r.id, r.amount_fen, r.state, exists (select from remittances next where next.replaces_id = r.id) as replaced,
    exists (select from events planned join events sent on sent.transfer_id = planned.transfer_id and sent.seq > planned.seq
      where planned.transfer_id = ${transferId}::uuid and planned.kind = 'remittancePlanned'
        and planned.payload ->> 'remittanceId' = line.first::text and sent.kind = 'fundSent') as told
  from line join remittances r on r.id = line.id`;

/**
 * Is money of the transfer, or of one that it was reopened from, on its way, and no fact has told of it yet? What bounced lies here and
 * waits to be paid anew.
 */
export const isOnItsWay = (transferId: string): RawBuilder<boolean> => sql`exists (
  select from ${withEarlier(transferId)} as earlier (id)
  cross join lateral (${standingOf(sql`earlier.id`)}) as standing
  where not replaced and state <> 'withdrawn' and (not told or state = 'bounced'))`;
