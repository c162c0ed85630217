/** Has the other office taken the matter on? A letter may be withdrawn until then; afterwards it is asked, and has to agree. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { CERTAIN_REASONS } from './form-against-money.ts';

/** By its form or its money, unless it has given the matter back since, or agreed that we withdraw. Delivery alone is no acceptance. */
export async function hasCounterpartAccepted(tx: Tx, transferId: string): Promise<boolean> {
  const { rows } = await sql<{ accepted: boolean }>`
    with given_back as (
      select coalesce(max(fact_seq), 0) as fact_seq from events
      where transfer_id = ${transferId} and (kind = 'returnedByCounterpart'
        or (kind = 'counterpartContacted' and payload ->> 'about' = 'withdrawalAgreed'))
    )
    select exists (select from info_forms
        where transfer_id = ${transferId} and state in ('received', 'sentBack') and info_forms.fact_seq > given_back.fact_seq)
      or (exists (select from credit_parts where transfer_id = ${transferId}
          and (state in ('matched', 'booked') or (state = 'proposed' and reason = any(${[...CERTAIN_REASONS]}::text[]))))
        and exists (select from events
          where transfer_id = ${transferId} and kind = 'fundReceived' and events.fact_seq > given_back.fact_seq)) as accepted
    from given_back`.execute(tx);
  return rows[0]!.accepted;
}
