/** How much each colleague has, counted by the conditions of the lists behind it; and who has whose. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import type { Role } from '../../domain/roles.ts';
import { LENT_BY, RUNS_FOR_STEP } from '../holding/lent.ts';
import { staffRef, type StaffRef } from '../office/staff.ts';
import { DUE_THIS_WEEK, OVERDUE } from './step-conditions.ts';
import { TASK_DUE_THIS_WEEK, TASK_OVERDUE } from './task-conditions.ts';
import { IN_FORCE } from '../office/in-force.ts';

interface LoadRow {
  id: string;
  display_name: string;
  post: string;
  active: boolean;
  roles: Role[];
  open: number;
  due_this_week: number;
  overdue: number;
  held: number;
  stewarded: number;
  tasks: number;
  tasks_due_this_week: number;
  tasks_overdue: number;
}

interface LentRow {
  holder_id: string;
  holder_name: string;
  holder_post: string;
  of_id: string;
  of_name: string;
  of_post: string;
  steps: number;
  tasks: number;
  stewarded: number;
}

/** Everybody who works here, and whoever has something all the same. */
export async function readLoads(db: Db, officeId: string) {
  const [colleagues, lent] = await Promise.all([countLoads(db, officeId), countLent(db, officeId)]);
  return { colleagues: colleagues.map(asLoad), lent: lent.map(asLent) };
}

async function countLoads(db: Db, officeId: string): Promise<LoadRow[]> {
  const { rows } = await sql<LoadRow>`
    with in_step as (
      select s.owner_id as id, count(*)::integer as open, count(*) filter (where ${DUE_THIS_WEEK})::integer as due_this_week,
        count(*) filter (where ${OVERDUE})::integer as overdue, count(*) filter (where s.held_since is not null)::integer as held
      from steps s where s.office_id = ${officeId} and s.closed_at is null group by s.owner_id
    ),
    in_care as (
      select t.steward_id as id, count(*)::integer as stewarded, count(*) filter (where s.transfer_id is null)::integer as between
      from transfers t left join steps s on s.transfer_id = t.id and s.closed_at is null
      where t.office_id = ${officeId} and t.closed_at is null group by t.steward_id
    ),
    to_do as (
      select k.owner_id as id, count(*)::integer as tasks, count(*) filter (where ${TASK_DUE_THIS_WEEK})::integer as due_this_week,
        count(*) filter (where ${TASK_OVERDUE})::integer as overdue
      from tasks k where k.office_id = ${officeId} and k.closed_at is null group by k.owner_id
    )
    select staff.id, staff.display_name, staff.post, staff.active,
      array(select role from staff_roles where staff_id = staff.id order by role) as roles,
      coalesce(in_step.open, 0) + coalesce(in_care.between, 0) as open, coalesce(in_step.due_this_week, 0) as due_this_week,
      coalesce(in_step.overdue, 0) as overdue, coalesce(in_step.held, 0) as held, coalesce(in_care.stewarded, 0) as stewarded,
      coalesce(to_do.tasks, 0) as tasks, coalesce(to_do.due_this_week, 0) as tasks_due_this_week, coalesce(to_do.overdue, 0) as tasks_overdue
    from staff
    left join in_step on in_step.id = staff.id
    left join in_care on in_care.id = staff.id
    left join to_do on to_do.id = staff.id
    where staff.office_id = ${officeId} and (staff.active or coalesce(in_step.id, in_care.id, to_do.id) is not null)
    order by staff.username`.execute(db);
  return rows;
}

/** Steps and tasks that are lent, and whose transfers a deputy looks after today. */
async function countLent(db: Db, officeId: string): Promise<LentRow[]> {
  const { rows } = await sql<LentRow>`
    with lent as (
      select s.owner_id as holder_id, ${LENT_BY} as of_id, 1 as steps, 0 as tasks, 0 as stewarded
      from steps s join responsibilities r on ${RUNS_FOR_STEP}
      where s.office_id = ${officeId} and s.closed_at is null and r.why in ('standIn', 'managerHolds')
      union all
      select k.owner_id, k.lent_by, 0, 1, 0
      from tasks k where k.office_id = ${officeId} and k.closed_at is null and k.lent_by is not null
      union all
      select away.deputy_id, away.staff_id, 0, 0, 1
      from (select distinct staff_id, deputy_id from absences a
        where office_id = ${officeId} and deputy_id is not null and ${IN_FORCE}) as away
      join transfers t on t.steward_id = away.staff_id and t.office_id = ${officeId} and t.closed_at is null
    )
    select lent.holder_id, holder.display_name as holder_name, holder.post as holder_post,
      lent.of_id, mine.display_name as of_name, mine.post as of_post,
      sum(lent.steps)::integer as steps, sum(lent.tasks)::integer as tasks, sum(lent.stewarded)::integer as stewarded
    from lent join staff holder on holder.id = lent.holder_id join staff mine on mine.id = lent.of_id
    group by lent.holder_id, holder.id, lent.of_id, mine.id
    order by mine.username, holder.username`.execute(db);
  return rows;
}

const asLoad = (row: LoadRow) => ({
  staff: staffRef(row.id, row.display_name, row.post),
  active: row.active,
  roles: row.roles,
  open: row.open,
  dueThisWeek: row.due_this_week,
  overdue: row.overdue,
  held: row.held,
  stewarded: row.stewarded,
  tasks: { open: row.tasks, dueThisWeek: row.tasks_due_this_week, overdue: row.tasks_overdue },
});

interface Lent {
  readonly holder: StaffRef;
  readonly of: StaffRef;
  readonly steps: number;
  readonly tasks: number;
  readonly stewarded: number;
}

const asLent = (row: LentRow): Lent => ({
  holder: staffRef(row.holder_id, row.holder_name, row.holder_post),
  of: staffRef(row.of_id, row.of_name, row.of_post),
  steps: row.steps,
  tasks: row.tasks,
  stewarded: row.stewarded,
});
