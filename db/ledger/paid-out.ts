/** What of a transfer-out's money has left, by what was said of it and corrected later. */
import { sql, type RawBuilder } from 'kysely';

/** Of a row of `events` that says `fundSent`: in fen, as it was corrected last; null where nobody has said how much. */
export const paymentFen: RawBuilder<number | null> =
  sql`coalesce((select later.payload ->> 'correctedAmountFen' from events as later
    where later.transfer_id = events.transfer_id and later.corrects_seq = events.seq
      and later.payload ? 'correctedAmountFen' order by later.seq desc limit 1),
  events.payload ->> 'amountFen')::bigint`;

/** The transfer, and those that it was reopened from: what they have done stays done. */
export const withEarlier = (transferId: string): RawBuilder<unknown> => sql`(
  select before.id from transfers asked
  join transfers before on before.id in (asked.id, asked.first_id)
    or (before.first_id = asked.first_id and before.number < asked.number)
  where asked.id = ${transferId}::uuid)`;

/**
 * In fen, what has left of a transfer-out and has not been sent back since: each payment as it was corrected last.
 * Null: a row of an old ledger does not say how much it sent, so nobody knows.
 */
export const paidOutFen = (transferId: string): RawBuilder<number | null> => sql`(
  select case when bool_or(fen is null) then null else coalesce(sum(fen), 0) end::bigint from (
    select ${paymentFen} as fen
    from events where transfer_id in ${withEarlier(transferId)} and kind = 'fundSent'
    union all
    select -amount_fen from reversals where transfer_id in ${withEarlier(transferId)}) as sent)`;
