/** Facts as they were known at an instant: when they happened, by the latest correction that was known by then. */
import { sql, type RawBuilder } from 'kysely';
import { endOfDay } from '../connection/shanghai-days.ts';
import { knownBy, type CompletionQuestion } from './question.ts';

type Known = Pick<CompletionQuestion, 'officeId' | 'knownAt'>;

/** A `with` entry `corrections`: the latest correction of each fact's instant. */
export const corrections = (question: Known): RawBuilder<unknown> => sql`corrections as materialized (
  select distinct on (transfer_id, corrects_seq)
    transfer_id, corrects_seq, (payload ->> 'correctedOccurredAt')::timestamptz as occurred_at
  from events
  where office_id = ${question.officeId} and kind = 'corrected' and payload ->> 'correctedOccurredAt' is not null
    and recorded_at <= ${knownBy(question)}
  order by transfer_id, corrects_seq, seq desc
)`;

/** Of each of `events` its correction, if it has one. Behind `corrections`. */
export const correctedEvents = sql`events
  left join corrections on corrections.transfer_id = events.transfer_id and corrections.corrects_seq = events.seq`;

/** Of `correctedEvents`: when it happened. */
export const occurredAt = sql`coalesce(corrections.occurred_at, events.occurred_at)`;

/** Of `correctedEvents`: it had happened by the day, and was known. */
export const hadHappened = (question: CompletionQuestion): RawBuilder<unknown> =>
  sql`events.recorded_at <= ${knownBy(question)} and ${occurredAt} < ${endOfDay(question.asOf)}`;

/**
 * The facts of one kind that happened from the one instant until before the other: transfer_id, occurred_at. Behind `corrections`.
 * Two halves, so that the common one can walk the index by kind and day.
 */
export const happened = (
  question: Known,
  kind: string,
  from: RawBuilder<unknown>,
  until: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select events.transfer_id, events.occurred_at
  from events
  where events.office_id = ${question.officeId} and events.kind = ${kind}
    and events.occurred_at >= ${from} and events.occurred_at < ${until} and events.recorded_at <= ${knownBy(question)}
    and not exists (select from corrections
      where corrections.transfer_id = events.transfer_id and corrections.corrects_seq = events.seq)
  union all
  select corrections.transfer_id, corrections.occurred_at
  from corrections
  join events on events.transfer_id = corrections.transfer_id and events.seq = corrections.corrects_seq
  where events.kind = ${kind} and corrections.occurred_at >= ${from} and corrections.occurred_at < ${until}`;
