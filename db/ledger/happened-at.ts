/** When what is written down happened. */
import { sql, type RawBuilder } from 'kysely';

/** Of a row of `events`: its instant, as it was corrected last. */
export const happenedAt: RawBuilder<Date> = sql`coalesce((select (later.payload ->> 'correctedOccurredAt')::timestamptz from events as later
    where later.transfer_id = events.transfer_id and later.corrects_seq = events.seq
      and later.payload ->> 'correctedOccurredAt' is not null
    order by later.seq desc limit 1), events.occurred_at)`;
