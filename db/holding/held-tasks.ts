/** Tasks and waiting money: passed on when their owner is away or may not, and given back when he is there again. */
import { sql, type RawBuilder } from 'kysely';
import { DESK_ROLES, type Role } from '../../domain/roles.ts';
import type { HeldWork } from '../../domain/staff/held-work.ts';
import type { Db } from '../connection/connection.ts';
import { passPart } from '../money/parts.ts';
import { passRemittance } from '../money/remittances.ts';
import { handing, mayDo, type Review } from './handing.ts';
import { passTask, type Passing } from './task-changes.ts';
import { KEPT_AT_ANY_DESK, mayKeep, TASK_ROLES } from './task-roles.ts';
import type { TaskKind } from './tasks.ts';

export interface HeldPiece {
  id: string;
  owner_id: string;
  lent_by: string | null;
  role: Role;
  steward_id: string | null;
  transfer_id: string | null;
  task_kind: TaskKind | null;
  due_on: string | null;
}

/** One after the other, in the order of their ids: nobody waits for more than one. */
export async function reviewTasks(db: Db, review: Review): Promise<void> {
  const { ids, roles } = mayDo(review);
  const which = sql`k.lent_by is not null
    or not exists (select from unnest(${ids}::uuid[], ${roles}::text[]) as may (id, role)
      where may.id = k.owner_id and (may.role = asked.role or ${mayKeep(sql`k.kind`, sql`may.role`)}))`;
  for (const task of await heldTasks(db, review.officeId, which)) await hand(db, review, task, passTask);
}

export async function heldTasks(db: Db, officeId: string, which: RawBuilder<unknown>): Promise<HeldPiece[]> {
  const { rows } = await sql<HeldPiece>`
    select k.id, k.owner_id, k.lent_by, asked.role, t.steward_id, k.transfer_id, k.kind as task_kind, k.due_on from tasks k
    join unnest(${Object.keys(TASK_ROLES)}::text[], ${Object.values(TASK_ROLES)}::text[]) as asked (kind, role)
      on asked.kind = k.kind
    left join transfers t on t.id = k.transfer_id
    where k.closed_at is null and k.office_id = ${officeId} and (${which})
    order by k.id`.execute(db);
  return rows;
}

/** What has found its transfer is the steward's, the rest is finance's. */
export async function reviewMoney(db: Db, review: Review): Promise<void> {
  const { ids, roles } = mayDo(review);
  const which = sql`c.lent_by is not null
    or not exists (select from unnest(${ids}::uuid[], ${roles}::text[]) as may (id, role)
      where may.id = c.owner_id and (may.role = 'finance' or may.id = t.steward_id))`;
  for (const part of await heldMoney(db, review.officeId, which)) await hand(db, review, part, passPart);
}

export async function heldMoney(db: Db, officeId: string, which: RawBuilder<unknown>): Promise<HeldPiece[]> {
  const { rows } = await sql<HeldPiece>`
    select c.id, c.owner_id, c.lent_by, 'finance' as role, t.steward_id, c.transfer_id, null as task_kind, null as due_on
    from credit_parts c
    left join transfers t on t.id = c.transfer_id
    where c.state in ('suspense', 'proposed', 'matched') and c.office_id = ${officeId} and (${which})
    order by c.id`.execute(db);
  return rows;
}

/** Money on its way is finance's, wherever the ball lies. */
export async function reviewRemittances(db: Db, review: Review): Promise<void> {
  const { ids, roles } = mayDo(review);
  const which = sql`r.lent_by is not null
    or not exists (select from unnest(${ids}::uuid[], ${roles}::text[]) as may (id, role)
      where may.id = r.owner_id and may.role = 'finance')`;
  for (const remittance of await heldRemittances(db, review.officeId, which))
    await hand(db, review, remittance, passRemittance);
}

export async function heldRemittances(db: Db, officeId: string, which: RawBuilder<unknown>): Promise<HeldPiece[]> {
  const { rows } = await sql<HeldPiece>`
    select r.id, r.owner_id, r.lent_by, 'finance' as role, null as steward_id, r.transfer_id, null as task_kind, r.due_on
    from remittances r
    where r.state not in ('confirmed', 'withdrawn') and not exists (select from remittances next where next.replaces_id = r.id)
      and r.office_id = ${officeId} and (${which})
    order by r.id`.execute(db);
  return rows;
}

type Pass = (db: Db, id: string, passing: Passing) => Promise<void>;

/** Nobody takes a task or money over: a manager who is neither steward nor of the role has it because nobody else could. */
export const asHeldPiece = ({
  owner_id: ownerId,
  lent_by: lentBy,
  role,
  steward_id: steward,
  task_kind: kind,
}: HeldPiece): HeldWork => ({
  ownerId,
  role,
  keptBy: kind !== null && KEPT_AT_ANY_DESK.includes(kind) ? DESK_ROLES : [],
  apartFrom: [],
  lentBy,
  managerHolds: true,
  steward,
});

async function hand(db: Db, review: Review, held: HeldPiece, pass: Pass): Promise<void> {
  const { id, owner_id: from, lent_by: lentBy } = held;
  const next = await handing(db, review, asHeldPiece(held));
  if (!next) return;
  const isLent = next.why === 'standIn' || next.why === 'managerHolds';
  await pass(db, id, { from, to: next.to, lentBy: isLent ? (lentBy ?? from) : null });
}
