/** Who holds what he cannot do, and what the manager holds because nobody else may: the oldest first. */
import { sql } from 'kysely';
import type { Role } from '../../domain/roles.ts';
import { mayAct } from '../../domain/staff/permissions.ts';
import type { Db } from '../connection/connection.ts';
import { cutPage } from '../connection/page.ts';
import { readNow } from '../office/clock.ts';
import { rosterNow } from '../office/roster.ts';
import { staffRef } from '../office/staff.ts';
import { mayDo } from './handing.ts';
import { barredOf } from './held-steps.ts';
import { STEWARDS } from './stewards.ts';
import { mayKeep, TASK_ROLES } from './task-roles.ts';
import type { TaskKind } from './tasks.ts';

export type WhyHeldWrongly = 'gone' | 'away' | 'notOfTheRole' | 'barred' | 'nobodyElse';

interface Row {
  kind: 'step' | 'task' | 'stewardship';
  why: WhyHeldWrongly;
  role: Role | null;
  transfer_id: string | null;
  case_no: string | null;
  ordinal: number | null;
  step: string | null;
  task_id: string | null;
  task_kind: TaskKind | null;
  since: Date;
  exactly: string;
  due_on: string | null;
  barred: string[];
  key: string;
  holder_id: string;
  holder_name: string;
  holder_post: string;
  deputy_id: string | null;
  deputy_name: string | null;
  deputy_post: string | null;
}

interface Reader {
  readonly id: string;
  readonly officeId: string;
  readonly roles: readonly Role[];
}

export interface HeldKey {
  readonly since: string;
  readonly key: string;
}

/** `why` as its row says it. A manager may hold what he has taken over, as long as he is there. */
const heldWrongly = (db: Db, ids: readonly string[], roles: readonly string[], officeId: string, today: string) => sql`
  may (id, role) as (select * from unnest(${[...ids]}::uuid[], ${[...roles]}::text[])),
  away as (
    select staff_id, stand_in_id, deputy_id from absences
    where ended_at is null and from_day <= ${today}::date and (until_day is null or until_day >= ${today}::date)
  ),
  held as (
    select 'step' as kind, s.owner_id as holder_id, p.role, s.transfer_id, s.ordinal, s.step, null::uuid as task_id, null as task_kind,
      coalesce(r.since, s.opened_at) as since, s.due_on, b.barred, s.transfer_id::text || s.ordinal as key, null::uuid as steward_id,
      null::uuid as lent_by, s.owner_id::text = any(b.barred) as is_barred,
      exists (select from may where may.role = p.role and not may.id::text = any(b.barred)) as somebody
    from steps s
    join transfers t on t.id = s.transfer_id and t.followed and t.closed_at is null
    cross join lateral (select ${barredOf(db)} as barred) as b
    left join procedure_steps p on p.procedure = s.procedure and p.step = s.step
    left join responsibilities r on r.transfer_id = s.transfer_id and r.ordinal = s.ordinal and r.kind = 'step' and r.until is null
    where s.office_id = ${officeId} and s.closed_at is null
    union all
    select 'task', k.owner_id, asked.role, k.transfer_id, null, null, k.id, k.kind,
      k.opened_at, k.due_on, '{}', k.id::text, t.steward_id, k.lent_by, false, true
    from tasks k
    join unnest(${Object.keys(TASK_ROLES)}::text[], ${Object.values(TASK_ROLES)}::text[]) as asked (kind, role) on asked.kind = k.kind
    left join transfers t on t.id = k.transfer_id
    where k.office_id = ${officeId} and k.closed_at is null
    union all
    select 'stewardship', t.steward_id, 'clerk', t.id, null, null, null, null,
      coalesce(r.since, t.accepted_at), null, '{}', t.id::text, null, null, false, true
    from transfers t
    left join responsibilities r on r.transfer_id = t.id and r.kind = 'steward' and r.until is null
    where t.office_id = ${officeId} and t.closed_at is null
  ),
  wrong as (
    select held.*, case
      when kind = 'step' and not somebody and is_chief then 'nobodyElse'
      when not staff.active then 'gone'
      when is_away then 'away'
      when is_barred then 'barred'
      else 'notOfTheRole' end as why,
      staff.display_name as holder_name, staff.post as holder_post
    from held
    join staff on staff.id = held.holder_id
    cross join lateral (select
      exists (select from away where away.staff_id = held.holder_id) as is_away,
      exists (select from staff_roles where staff_id = held.holder_id and role = 'manager') as is_manager,
      exists (select from staff_roles where staff_id = held.holder_id and role in ('manager', 'administrator')) as is_chief
    ) as holder
    where is_barred
      or not exists (select from may where may.id = held.holder_id and (
        may.role = coalesce(held.role, may.role)
        or (kind = 'stewardship' and may.role = any(${STEWARDS}::text[]))
        or (kind = 'task' and (may.role in ('manager', 'administrator') or ${mayKeep(sql`task_kind`, sql`may.role`)} or held.holder_id = steward_id
          or exists (select from away where away.staff_id in (steward_id, lent_by) and held.holder_id in (stand_in_id, deputy_id))))
        or (kind = 'step' and is_manager and somebody)))
  )`;

export async function listHeldWrongly(
  db: Db,
  reader: Reader,
  filter: { readonly why?: WhyHeldWrongly },
  page: { readonly after?: HeldKey; readonly limit: number },
) {
  const { officeId } = reader;
  const { today } = await readNow(db);
  const { ids, roles } = mayDo({ officeId, today, roster: await rosterNow(db), repairs: false });
  const after = page.after ? sql`(since, key) > (${page.after.since}::timestamptz, ${page.after.key})` : sql`true`;
  const { rows } = await sql<{ count: number; page: Row[] | null }>`
    with ${heldWrongly(db, ids, roles, officeId, today)},
    asked as (select * from wrong where ${filter.why === undefined ? sql`true` : sql`why = ${filter.why}`}),
    page as (
      select asked.*, since::text as exactly, cases.case_no, deputy.id as deputy_id, deputy.display_name as deputy_name,
        deputy.post as deputy_post
      from asked
      left join transfers on transfers.id = asked.transfer_id
      left join cases on cases.id = transfers.case_id
      left join lateral (select deputy_id from away where away.staff_id = asked.holder_id and asked.kind = 'stewardship'
        and deputy_id is not null limit 1) as instead on true
      left join staff as deputy on deputy.id = instead.deputy_id
      where ${after}
      order by since, key limit ${page.limit + 1}
    )
    select (select count(*) from asked) as count, (select jsonb_agg(page order by since, key) from page) as page`.execute(
    db,
  );
  const { shown, last } = cutPage(rows[0]!.page ?? [], page.limit);
  return {
    items: shown.map((row) => asHeld(row, reader)),
    count: rows[0]!.count,
    next: last ? { since: last.exactly, key: last.key } : null,
  };
}

const asHeld = (row: Row, reader: Reader) => ({
  kind: row.kind,
  why: row.why,
  holder: staffRef(row.holder_id, row.holder_name, row.holder_post),
  role: row.role,
  transferId: row.transfer_id,
  caseNo: row.case_no,
  ordinal: row.ordinal,
  step: row.step,
  taskId: row.task_id,
  taskKind: row.task_kind,
  since: new Date(row.since).toISOString(),
  dueOn: row.due_on,
  deputy: row.deputy_id === null ? null : staffRef(row.deputy_id, row.deputy_name!, row.deputy_post!),
  mayTakeOver:
    row.kind === 'step' &&
    row.holder_id !== reader.id &&
    row.role !== null &&
    mayAct(reader.roles, row.role) &&
    !row.barred.includes(reader.id),
});
