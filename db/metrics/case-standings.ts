/** Where each case of a cohort stands: how many attempts, completed or not, and whether that can still change. */
import { sql, type RawBuilder } from 'kysely';
import { POSTAL_FAILURES } from '../../domain/facts/reason-codes.ts';
import { correctedEvents, corrections, hadHappened, happened, occurredAt } from './as-known.ts';
import { endOfDay, startOfDay } from '../connection/shanghai-days.ts';
import { numberedDays } from './days.ts';
import { reopenedSince } from './linked-chains.ts';
import type { CompletionQuestion } from './question.ts';

/**
 * `with` entries that end in `standings`, one row per case accepted in the period: transfer_id (its leading leg, as it was reopened last), attempts,
 * attempts_but_postal, done, ended (without transfer), excluded (why it is not of the cohort) with its reason code, further_legs
 * (linked transfers of it that were accepted in the period too), mature1 to mature3.
 * A case that was reopened is counted with its linked transfers as one: the attempts of all of them, and how the last one stands. A supplement is
 * counted nowhere; what was reversed is done no more.
 * Everything comes from events and their dates, so that yesterday's answer can be had again.
 */
export function caseStandings(question: CompletionQuestion, matureAfterWorkingDays: number): RawBuilder<unknown> {
  return sql`${numberedDays(question.knownAt)},
    long_ago as (
      select max(earlier.day) as day
      from numbered_days as earlier,
        (select max(working_no) as working_no from numbered_days where day <= ${question.asOf}::date) as now
      where now.working_no - earlier.working_no > ${matureAfterWorkingDays}
    ),
    ${corrections(question)},
    ${acceptances(question)},
    ${reopenedSince(question)},
    ${rateFacts(question)},
    ${legs},
    ${standings}`;
}

const acceptances = (question: CompletionQuestion) => sql`acceptances as (
  ${happened(question, 'accepted', startOfDay(question.from), sql`least(${endOfDay(question.to)}, ${endOfDay(question.asOf)})`)}
)`;

/** The kinds of the index events_of_rates, written out where they are asked for. */
export const RATE_KINDS = [
  'letterSent',
  'letterReturned',
  'letterLost',
  'returnedByCounterpart',
  'sentBackToCounterpart',
  'reviewed',
  'decided',
  'booked',
  'withdrawn',
  'closedWithoutTransfer',
] as const;

/** Sendings, returns and endings. Which return ended an attempt was decided when it was recorded; a parked one ended none. */
const rateFacts = (question: CompletionQuestion) => sql`rate_facts as (
  select events.transfer_id, events.kind, events.reason_code, ${occurredAt} as occurred_at,
    events.kind = 'letterSent' as starts,
    attempts.attempt,
    attempts.transfer_id is not null as ends,
    attempts.transfer_id is not null
      and (events.kind = 'letterLost' or coalesce(events.reason_code = any(${[...POSTAL_FAILURES]}::text[]), false)) as ends_by_post
  from ${correctedEvents}
  left join attempts on attempts.transfer_id = events.transfer_id and attempts.ended_by_fact_seq = events.fact_seq
    and attempts.ending = 'returned'
  where events.office_id = ${question.officeId}
    and events.kind in (${sql.join(RATE_KINDS.map((kind) => sql.lit(kind)))})
    and (events.kind <> 'letterSent' or events.closes)
    -- Of reviews and decisions an ending is only the one of the last step, and what ends an attempt: known with the fact itself.
    and (events.kind not in ('reviewed', 'decided') or attempts.transfer_id is not null or not exists (select from steps
      where steps.transfer_id = events.transfer_id and steps.ordinal > events.step_ordinal))
    and ${hadHappened(question)}
)`;

/** Of each leg, however often it was reopened: the attempts of all its transfers, and how the last one stands. */
const legs = sql`counted as (
  select chain.last_id as transfer_id, chain.passes_lost,
    count(*) filter (where starts) as begun,
    -- Closed anew by decisions alone, it has had an attempt all the same.
    chain.last_id <> chain.first_id and count(*) filter (where starts and is_last) = 0 as without_letter,
    max(rate_facts.occurred_at) filter (where starts) as latest_begun_at,
    -- The attempts of a transfer that was reopened have ended with it.
    count(*) filter (where case when is_last then ends else starts end) as returned,
    count(*) filter (where ends_by_post) as returned_by_post,
    -- By their number: two may have ended in the same instant.
    max(rate_facts.attempt) filter (where ends and is_last)
      is not distinct from max(rate_facts.attempt) filter (where ends_by_post and is_last)
      and (chain.last_id = chain.first_id or count(*) filter (where ends and is_last) > 0) as post_failed_last,
    coalesce(bool_or(kind = 'booked' and is_last), false) as booked,
    coalesce(bool_or(kind = 'decided' and not ends and is_last), false) as decided,
    coalesce(bool_or(kind = 'reviewed' and is_last), false) as reviewed,
    coalesce(bool_or(kind = 'withdrawn' and is_last), false) as withdrawn,
    coalesce(bool_or(kind = 'closedWithoutTransfer' and is_last), false) as closed_without_transfer,
    coalesce(max(reason_code) filter (where is_last and not ends and kind in
      ('reviewed', 'decided', 'withdrawn', 'closedWithoutTransfer')), '') as ending_reason
  from chain
  left join rate_facts on rate_facts.transfer_id = chain.transfer_id
  group by chain.first_id, chain.last_id, chain.passes_lost
),
read_both_ways as (
  select counted.*, transfers.case_id, transfers.leg, reversed,
    (booked or (decided and transfers.closing is not distinct from 'completed')) and not reversed as done,
    (reviewed or decided) and transfers.closing is not distinct from 'refused' as refused,
    begun - returned_by_post + (returned >= begun and returned_by_post > 0 and post_failed_last)::integer as begun_but_postal,
    coalesce(rules.value = 'true'::jsonb, true) as postal_counts
  from counted
  join transfers on transfers.id = counted.transfer_id and transfers.direction = 'in'
  cross join lateral (select counted.transfer_id in (select transfer_id from reversed_by_then) as reversed) as undone
  left join rules on rules.rule_version = transfers.rule_version and rules.name = 'postalFailureIsAttempt'
),
legs as (
  select case_id, transfer_id, leg, done, not done and (refused or withdrawn or closed_without_transfer or reversed) as ended,
    begun_but_postal + passes_lost + (without_letter and done)::integer as attempts_but_postal,
    ending_reason,
    case when postal_counts then begun else begun_but_postal end + passes_lost + (without_letter and done)::integer as attempts,
    begun > 0 and returned >= begun and (postal_counts or not post_failed_last) as latest_returned,
    coalesce(office_date(latest_begun_at) <= (select day from long_ago), false) as waits_too_long,
    case
      -- After the first letter no ending takes a case out of the cohort, whatever it is called.
      when begun > 0 or done or not (refused or withdrawn or closed_without_transfer) then null
      when ending_reason = 'A06' then 'duplicate'
      when refused or ending_reason like 'A%' then 'refused'
      when withdrawn or ending_reason like 'W%' then 'withdrawnBeforeFirstLetter'
    end as excluded
  from read_both_ways
)`;

/** A case with several legs is completed when all of them are, and counts by the leg that needed most attempts. */
const matureWithin = (limit: number) => sql`bool_and(done or ended or attempts > ${sql.lit(limit)}
  or (attempts = ${sql.lit(limit)} and latest_returned) or waits_too_long)`;

const standings = sql`standings as (
  select case_id, (array_agg(transfer_id order by leg desc))[1] as transfer_id,
    max(attempts) as attempts, max(attempts_but_postal) as attempts_but_postal,
    bool_and(done) as done,
    bool_and(done or ended) and not bool_and(done) as ended,
    case when bool_and(excluded is not null) then min(excluded) end as excluded,
    case when bool_and(excluded is not null) then min(ending_reason) end as excluded_reason,
    count(*) - 1 as further_legs,
    ${matureWithin(1)} as mature1, ${matureWithin(2)} as mature2, ${matureWithin(3)} as mature3
  from legs
  group by case_id
)`;
