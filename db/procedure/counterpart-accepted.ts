/** Has the other office taken the matter on? A letter may be withdrawn until then; afterwards it is asked, and has to agree. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { withEarlier } from '../ledger/paid-out.ts';
import { CERTAIN_REASONS } from './form-against-money.ts';

/**
 * By its form or its money, in this transfer or in one that it was reopened from, unless it has given the matter back since, or agreed that
 * we withdraw, or all was reversed. Delivery alone is no acceptance.
 */
export async function hasCounterpartAccepted(tx: Tx, transferId: string): Promise<boolean> {
  const { rows } = await sql<{ accepted: boolean }>`
    with standing as (
      select id, number from transfers where id in ${withEarlier(transferId)} and number > (select coalesce(max(number), 0)
        from reversals join transfers reversed on reversed.id = reversals.transfer_id
        where reversed.id in ${withEarlier(transferId)})
    ), given_back as (
      select max(array[number, fact_seq]) as since from events join standing on standing.id = transfer_id
      where kind = 'returnedByCounterpart'
        or (kind = 'counterpartContacted' and payload ->> 'about' = 'withdrawalAgreed')
    ), taken_on as (
      select id, number, coalesce(since, '{0,0}') as since from standing cross join given_back
    )
    select exists (select from info_forms join taken_on on taken_on.id = transfer_id
        where state in ('received', 'sentBack') and array[number, info_forms.fact_seq] > since)
      or (exists (select from credit_parts join standing on standing.id = transfer_id
          where state in ('matched', 'booked') or (state = 'proposed' and reason = any(${[...CERTAIN_REASONS]}::text[])))
        and exists (select from events join taken_on on taken_on.id = transfer_id
          where kind = 'fundReceived' and array[number, events.fact_seq] > since)) as accepted`.execute(tx);
  return rows[0]!.accepted;
}
