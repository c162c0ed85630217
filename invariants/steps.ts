/** Steps: reachable, one open, one owner, one armed deadline, and somebody responsible at every instant. */
import { SETTLED } from './holders.ts';
import type { Invariant } from './invariant.ts';

/** Every day since 2010 with its number among working days. */
const DAYS = `days as materialized (
  select day, count(*) filter (where working) over (order by day) as working_no, working
  from (
    select series::date as day, coalesce(calendar_days.kind = 'work', extract(isodow from series) between 1 and 5) as working
    from generate_series(timestamp '2010-01-01', (office_date(office_now()) + 800)::timestamp, interval '1 day') as series
    left join calendar_days on calendar_days.day = series::date
  ) as known
)`;

export const STEP_INVARIANTS: readonly Invariant[] = [
  {
    name: 'step-closed-by-its-fact',
    promise: 'a closed step names the fact that closed it, and a closing fact names its step and outcome',
    violations: `select steps.transfer_id || '/' || steps.ordinal as id from steps
      left join events on events.transfer_id = steps.transfer_id and events.fact_seq = steps.closed_by_fact_seq
      where steps.closed_at is not null and events.seq is null
      union all
      select events.transfer_id || '#' || events.seq from events
      left join steps on steps.transfer_id = events.transfer_id and steps.ordinal = events.step_ordinal
      where events.closes
        and (steps.closed_by_fact_seq is distinct from events.fact_seq or steps.outcome is distinct from events.outcome)`,
  },
  {
    name: 'one-open-step',
    promise: 'a followed transfer that is open stands in one step, a closed one in none',
    violations: `select transfers.id from transfers
      left join (select transfer_id, count(*) as steps from steps where closed_at is null group by transfer_id) as open
        on open.transfer_id = transfers.id
      where (transfers.closed_at is not null and open.steps > 0) or open.steps > 1
        or (transfers.closed_at is null and transfers.followed and open.steps is null)`,
  },
  {
    name: 'holder-active',
    promise: 'the owner of an open step and the steward of an open transfer work here, but for a minute after a change',
    violations: `select transfers.id from transfers
      left join steps on steps.transfer_id = transfers.id and steps.closed_at is null
      join staff on staff.id in (transfers.steward_id, steps.owner_id)
      where transfers.closed_at is null and transfers.followed and not staff.active and ${SETTLED}
      group by transfers.id`,
  },
  {
    name: 'deadline-armed',
    promise: 'an open step has a due date that ends at midnight and a next alarm that has not been slept through',
    violations: `with clock as (
        -- A simulated clock runs ahead of timers that were set at another speed, until the reconciler wakes them.
        select office_now() - greatest(speed * interval '60 seconds',
          case when beaten_at is null then interval '0' else interval '15 days' end) as late
        from office_clock
      ),
      ${DAYS},
      open as (
        select transfer_id, ordinal, due_on, due_at, next_escalation_at as escalation_at,
          case
            when held_since is not null and hold_review_raised_at is null
              -- A review may lie beyond the days that are looked at.
              then (coalesce((select min(day) from days where day >= hold_review_on and working), hold_review_on)
                + time '09:00') at time zone 'Asia/Shanghai'
            when held_since is not null then next_escalation_at
            else least(case when reminded_at is null then reminder_at end, next_escalation_at)
          end as alarm_at
        from steps where closed_at is null
      )
      select transfer_id || '/' || ordinal as id from open, clock
      where due_at is distinct from (due_on + 1)::timestamp at time zone 'Asia/Shanghai'
        or alarm_at is null or alarm_at < clock.late`,
  },
  {
    name: 'deadline-explained',
    promise:
      'from its start to its due date an open step has exactly the working days that it says, but for a minute after a new calendar',
    violations: `with ${DAYS}
      select steps.transfer_id || '/' || steps.ordinal as id from steps
      left join days as started on started.day = (steps.due_explained ->> 'startedOn')::date
      left join days as due on due.day = steps.due_on
      where steps.closed_at is null
        and not exists (select from calendar_changes
          where projected_at is null and real_at > clock_timestamp() - interval '60 seconds')
        and (due.working_no - started.working_no is distinct from
            (steps.due_explained ->> 'workingDays')::integer + (steps.due_explained ->> 'heldWorkingDays')::integer
          or not due.working)`,
  },
  {
    name: 'responsibility-unbroken',
    promise:
      'somebody is responsible for each step and each transfer at every instant, never two, and it is who holds it now',
    violations: `with chain as (
        select *, lag(until) over chain as handed_over_at, lag(id) over chain as earlier_id,
          lead(id) over chain as later_id
        from responsibilities
        window chain as (partition by transfer_id, kind, ordinal order by id)
      ),
      summed as (
        select transfer_id, kind, ordinal,
          bool_or(earlier_id is not null and handed_over_at is distinct from since) as broken,
          min(since) as since,
          count(*) filter (where until is null) as now,
          max(staff_id::text) filter (where later_id is null) as last_holder,
          max(until) filter (where later_id is null) as ended_at
        from chain group by transfer_id, kind, ordinal
      )
      select steps.transfer_id || '/' || steps.ordinal as id from steps
      left join summed on summed.kind = 'step' and summed.transfer_id = steps.transfer_id and summed.ordinal = steps.ordinal
      where summed.transfer_id is null or summed.broken or summed.since > steps.opened_at
        or summed.last_holder <> steps.owner_id::text
        or summed.now <> case when steps.closed_at is null then 1 else 0 end
        or summed.ended_at < steps.closed_at
      union all
      select transfers.id::text from transfers
      left join summed on summed.kind = 'steward' and summed.transfer_id = transfers.id
      where transfers.followed
        and (summed.transfer_id is null or summed.broken or summed.since > transfers.accepted_at
          or summed.last_holder <> transfers.steward_id::text or (transfers.closed_at is null and summed.now <> 1))`,
  },
];
