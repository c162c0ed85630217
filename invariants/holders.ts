/** Holders: whoever holds work may do it and is there, but for a minute after a change of people or of the day. */
import type { Invariant } from './invariant.ts';
import { postsSql, type CheckedProcedure } from './procedures.ts';

/** Nobody came, left, or changed roles or absences within the last minute. */
export const SETTLED = `not exists (select from roster_revision where changed_at > clock_timestamp() - interval '60 seconds')`;

const PEOPLE = `clock as (
    select office_date(office_now()) as today, minute_ago, office_date(minute_ago) as day_then
    from (select office_now() - greatest(speed, 1) * interval '60 seconds' as minute_ago from office_clock) as before
  ),
  -- Since more than a minute, and still.
  away as (
    select staff_id from absences, clock where ended_at is null
      and from_day <= least(today, day_then) and (until_day is null or until_day >= today)
  ),
  present (staff_id, role) as (
    select staff.id, staff_roles.role from staff join staff_roles on staff_roles.staff_id = staff.id
    where staff.active and not exists (select from absences, clock where absences.staff_id = staff.id
      and (ended_at is null or ended_at > minute_ago) and from_day <= today and (until_day is null or until_day >= day_then))
  ),
  managers as (select staff_id from staff_roles where role in ('manager', 'administrator'))`;

/** Steps whose owner has not the role, is away, or is barred; and whether somebody else may hold them. */
const unsettled = (procedures: readonly CheckedProcedure[]): string => `${postsSql(procedures)}, ${PEOPLE},
  barred as (
    select steps.transfer_id, steps.ordinal, events.by_staff_id as staff_id from steps
    join apart on apart.procedure = steps.procedure and apart.step = steps.step
    join steps as done on done.transfer_id = steps.transfer_id and done.step = apart.done
    join events on events.transfer_id = done.transfer_id and events.fact_seq = done.closed_by_fact_seq
    where steps.closed_at is null and events.by_staff_id is not null
  ),
  unsettled as (
    select steps.transfer_id, steps.ordinal, steps.owner_id, posts.role,
      steps.owner_id in (select staff_id from away) as is_away,
      exists (select from barred where barred.transfer_id = steps.transfer_id and barred.staff_id = steps.owner_id) as is_barred,
      exists (select from staff_roles where staff_id = steps.owner_id and role = posts.role) as has_role,
      exists (select from present where present.role = posts.role and not exists (select from barred
        where barred.transfer_id = steps.transfer_id and barred.staff_id = present.staff_id)) as somebody
    from steps
    join posts on posts.procedure = steps.procedure and posts.step = steps.step
    join transfers on transfers.id = steps.transfer_id and transfers.followed and transfers.closed_at is null
    cross join clock
    where steps.closed_at is null and steps.opened_recorded_at < minute_ago
      and ((steps.owner_id, posts.role) not in (select staff_id, role from staff_roles)
        or steps.owner_id in (select staff_id from away)
        or (steps.transfer_id, steps.owner_id) in (select transfer_id, staff_id from barred))
  )`;

export const holderInvariants = (procedures: readonly CheckedProcedure[]): readonly Invariant[] => [
  {
    name: 'owner-may',
    promise: 'the owner of an open step has its role, is there and not barred; where nobody is, a manager holds it',
    violations: `with ${unsettled(procedures)}
      select transfer_id || '/' || ordinal as id from unsettled
      where ${SETTLED}
        and not (not is_away and not is_barred
          and exists (select from staff_roles where staff_id = owner_id and role = 'manager'))
        and not (not somebody and owner_id in (select staff_id from managers)
          and (not is_away or not exists (select from present where role in ('manager', 'administrator'))))`,
  },
  {
    name: 'task-holder-there',
    promise: 'the owner of an open task works here and is there, as long as anybody is who could do it',
    violations: `with ${PEOPLE}
      select tasks.id from tasks join staff on staff.id = tasks.owner_id cross join clock
      where tasks.closed_at is null and tasks.opened_at < minute_ago and ${SETTLED}
        and (not staff.active or (tasks.owner_id in (select staff_id from away)
          and exists (select from present where role in ('manager', 'administrator'))))`,
  },
  {
    name: 'steward-has-deputy',
    promise: 'whoever is away and the steward of an open transfer has a deputy who is there',
    violations: `with ${PEOPLE}
      select distinct absences.id from absences cross join clock
      join staff on staff.id = absences.staff_id and staff.active
      left join staff as deputy on deputy.id = absences.deputy_id
      where ended_at is null and from_day <= least(today, day_then) and (until_day is null or until_day >= today)
        and ${SETTLED}
        and exists (select from transfers where steward_id = absences.staff_id and transfers.closed_at is null)
        and exists (select from present where role in ('clerk', 'manager', 'administrator')
          and present.staff_id <> absences.staff_id)
        and (deputy.active is not true or deputy.id in (select staff_id from away))`,
  },
];

/** Figures that are no violation: each a number of its own. */
export const figuresSql = (procedures: readonly CheckedProcedure[]): string => `with ${unsettled(procedures)}
  select
    (select count(*)::integer from unsettled where not somebody and owner_id in (select staff_id from managers))
      as "managerHolds",
    (select count(*)::integer from transfers where followed and closed_at is null and not exists (select from events
      where events.transfer_id = transfers.id and by_staff_id is not null and occurred_at > office_now() - interval '30 days'))
      as "withoutActFor30Days"`;
