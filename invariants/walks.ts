/** Walks: what the lists of the procedures allow, from step to step, from attempt to attempt, to the end. */
import type { Invariant } from './invariant.ts';
import { proceduresSql, type CheckedProcedure } from './procedures.ts';

/** A step of a procedure that is not among these breaks the promises. */
export function walkInvariants(procedures: readonly CheckedProcedure[]): readonly Invariant[] {
  const lists = proceduresSql(procedures);
  return [stepReachable, outcomeLegal, closingAgreesWithFacts, attemptsAgreeWithFacts].map((asked) => asked(lists));
}

/** Begins with the lists as common table expressions. */
type Asked = (lists: string) => Invariant;

const stepReachable: Asked = (lists) => ({
  name: 'step-reachable',
  promise: 'each step is one of its transfer’s procedure, and the one that opens after the outcome of the step before',
  violations: `with ${lists},
    walked as (
      select *, lag(ordinal) over before as last_ordinal, lag(step) over before as last_step,
        lag(outcome) over before as last_outcome, lag(attempt) over before as last_attempt
      from steps window before as (partition by transfer_id order by ordinal)
    )
    select transfer_id || '/' || ordinal as id from walked
    join transfers on transfers.id = transfer_id
    where walked.procedure <> transfers.direction || '/' || transfers.procedure_type || '/' || transfers.procedure_version
      or case when last_ordinal is null
        then ordinal <> 1 or attempt <> 1 or not exists (
          select from firsts where firsts.procedure = walked.procedure and firsts.step = walked.step)
        else ordinal <> last_ordinal + 1 or not exists (
          select from legal where legal.procedure = walked.procedure and legal.step = last_step
            and legal.outcome = last_outcome and legal.next = walked.step
            and walked.attempt = last_attempt + more_attempts) end`,
});

const outcomeLegal: Asked = (lists) => ({
  name: 'outcome-legal',
  promise: 'a step ends with an outcome of the procedure, and after an ending outcome the transfer is closed that way',
  violations: `with ${lists}
    select steps.transfer_id || '/' || steps.ordinal as id from steps
    join transfers on transfers.id = steps.transfer_id
    where steps.outcome is not null
      and not exists (select from legal
        where legal.procedure = steps.procedure and legal.step = steps.step and legal.outcome = steps.outcome)
      and not exists (select from endings
        where endings.procedure = steps.procedure and coalesce(endings.step, steps.step) = steps.step
          and endings.outcome = steps.outcome and endings.closing = transfers.closing)`,
});

const closingAgreesWithFacts: Asked = (lists) => ({
  name: 'closing-agrees-with-facts',
  promise: 'how and when a transfer ended is what its ending fact says, and it ended at most once',
  violations: `with ${lists},
    -- Between two steps an ending closes none.
    ending_facts as (
      select events.transfer_id, events.occurred_at, corrected.occurred_at as corrected_at, case when closes then endings.closing else kind end as closing
      from events
      -- The release before moved nothing else with a correction.
      left join lateral (select (payload ->> 'correctedOccurredAt')::timestamptz as occurred_at from events as later
        where later.transfer_id = events.transfer_id and later.corrects_seq = events.seq
          and later.payload ->> 'correctedOccurredAt' is not null
        order by later.seq desc limit 1) as corrected on true
      left join steps on closes and steps.transfer_id = events.transfer_id and steps.ordinal = events.step_ordinal
      left join endings on endings.procedure = steps.procedure and coalesce(endings.step, steps.step) = steps.step
        and endings.outcome = events.outcome
      where fact_seq is not null
        and case when closes then endings.closing is not null else kind in ('withdrawn', 'closedWithoutTransfer') end
      union all
      -- What had come before its step was opened ends it where it opened.
      select steps.transfer_id, steps.closed_at, null::timestamptz, endings.closing from steps
      join events on events.transfer_id = steps.transfer_id and events.fact_seq = steps.closed_by_fact_seq
      join endings on endings.procedure = steps.procedure and endings.step = steps.step and endings.outcome = steps.outcome
      where not events.closes or events.step_ordinal is distinct from steps.ordinal
    )
    select transfers.id from transfers
    left join (
      select transfer_id, count(*) as endings, min(closing) as closing, min(occurred_at) as occurred_at, min(corrected_at) as corrected_at
      from ending_facts group by transfer_id
    ) as ending on ending.transfer_id = transfers.id
    -- What an old ledger follows ends by its rows.
    where transfers.followed
      and (transfers.closing is distinct from ending.closing or (transfers.closed_at is distinct from ending.occurred_at and transfers.closed_at is distinct from ending.corrected_at)
        or coalesce(ending.endings, 0) > 1)`,
});

const attemptsAgreeWithFacts: Asked = (lists) => ({
  name: 'attempts-agree-with-facts',
  promise: 'attempts are numbered without gap, begin and end with the outcomes that do so, or end with the transfer',
  violations: `with ${lists},
    closed as (
      select steps.transfer_id, steps.closed_by_fact_seq as fact_seq,
        exists (select from begins where begins.procedure = steps.procedure and begins.step = steps.step
          and begins.outcome = steps.outcome) as begins,
        exists (select from legal where legal.procedure = steps.procedure and legal.step = steps.step
          and legal.outcome = steps.outcome and more_attempts = 1) as ends
      from steps where steps.closed_at is not null
    )
    select transfers.id from transfers
    left join (
      select attempts.transfer_id, count(*) as attempts, max(attempts.attempt) as latest,
        bool_or(attempts.ended_at is null) as runs,
        bool_or(started.begins is not true) as begun_by_none,
        bool_or(attempts.ended_at is not null and case attempts.ending
          when 'closed' then of_transfer.closing is distinct from 'completed'
          when 'withdrawn' then of_transfer.closing is distinct from 'withdrawn'
          when 'closedWithoutTransfer' then coalesce(of_transfer.closing not in ('closedWithoutTransfer', 'refused', 'letterSentBack'), true)
          else ended.ends is not true
        end) as ended_by_none
      from attempts
      join transfers as of_transfer on of_transfer.id = attempts.transfer_id
      left join closed as started on started.transfer_id = attempts.transfer_id and started.fact_seq = attempts.started_by_fact_seq
      left join closed as ended on ended.transfer_id = attempts.transfer_id and ended.fact_seq = attempts.ended_by_fact_seq
      group by attempts.transfer_id
    ) as kept on kept.transfer_id = transfers.id
    left join (
      select transfer_id, count(*) as begun from closed where begins group by transfer_id
    ) as sent on sent.transfer_id = transfers.id
    where coalesce(kept.attempts, 0) <> coalesce(sent.begun, 0) or kept.latest <> kept.attempts
      or kept.begun_by_none or kept.ended_by_none or (kept.runs and transfers.closed_at is not null)`,
});
