/** Steps that somebody holds who may not, or not any more, and those that were lent: each goes where it belongs. */
import { sql } from 'kysely';
import type { Role } from '../../domain/roles.ts';
import type { HeldWork } from '../../domain/staff/held-work.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { handing, mayDo, type Review } from './handing.ts';
import { LENT_BY, RUNS_FOR_STEP } from './lent.ts';
import { addLoad, loadsOf } from './loads.ts';
import { assignStep } from './owners.ts';
import { noteRepair } from './repairs.ts';
import { completersIn } from './separation.ts';

export interface HeldRow {
  transfer_id: string;
  ordinal: number;
  owner_id: string;
  role: Role | null;
  procedure: string;
  step: string;
  steward_id: string;
  why: string;
  lent_by: string | null;
  barred: string[];
  due_on: string;
}

/** @returns how many changed hands, each in a transaction of its own, in the order of the transfers */
export async function reviewSteps(db: Db, review: Review): Promise<number> {
  let moved = 0;
  for (const row of await suspectSteps(db, review)) {
    if (!(await handing(db, review, asHeld(db, row)))) continue;
    if (await db.transaction().execute((tx) => handOn(tx, review, row))) moved += 1;
  }
  return moved;
}

export function asHeld(db: Db, row: HeldRow): HeldWork {
  const isStewards = proceduresOf(db).find(row.procedure)?.steps[row.step]?.owner === 'steward';
  return {
    ownerId: row.owner_id,
    role: row.role ?? undefined,
    apartFrom: row.barred,
    lentBy: row.lent_by,
    managerHolds: row.why === 'managerHolds',
    ...(isStewards && { prefer: [row.steward_id] }),
  };
}

/** Looked at again under lock: meanwhile it may have been done, or given to somebody else. */
async function handOn(tx: Tx, { officeId, repairs }: Review, { transfer_id: id, ordinal }: HeldRow): Promise<boolean> {
  const ledger = await TransferLedger.open(tx, id);
  const [row] = await heldSteps(tx, sql`s.transfer_id = ${id} and s.ordinal = ${ordinal}`);
  const review = { officeId, roster: await ledger.roster(), today: dateOf(ledger.now) };
  const next = row && (await handing(tx, review, asHeld(tx, row)));
  if (!next) return false;
  await assignStep(ledger, { ordinal, staffId: next.to, why: next.why });
  // The next one of many goes to somebody else who has as little.
  addLoad(await loadsOf(tx, review.roster), next.to);
  if (repairs) noteRepair(ledger, review.roster, row.owner_id);
  await ledger.write();
  return true;
}

/** Few at any time: whose owner is not there or lacks the role, what is lent, and what its owner is barred from. */
function suspectSteps(db: Db, review: Review): Promise<HeldRow[]> {
  const { ids, roles } = mayDo(review);
  const apart = apartIn(db);
  return heldSteps(
    db,
    sql`s.office_id = ${review.officeId} and (
      not exists (select from unnest(${ids}::uuid[], ${roles}::text[]) as may (id, role)
        where may.id = s.owner_id and (may.role = coalesce(p.role, may.role)))
      or exists (select from responsibilities r where r.transfer_id = s.transfer_id and r.ordinal = s.ordinal
        and r.until is null and r.kind = 'step' and r.why in ('standIn', 'managerHolds'))
      or exists (select from unnest(${apart.procedures}::text[], ${apart.steps}::text[]) as a (procedure, step)
        where a.procedure = s.procedure and a.step = s.step and s.owner_id::text = any(${barredOf(db)})))`,
  );
}

/** Which steps have duties that must be apart. */
function apartIn(db: Db): { procedures: string[]; steps: string[]; done: string[] } {
  const all = proceduresOf(db).all.flatMap(({ key, steps }) =>
    Object.entries(steps).flatMap(([step, { apartFrom }]) =>
      (apartFrom ?? []).map((done) => [key, step, done] as const),
    ),
  );
  return {
    procedures: all.map(([key]) => key),
    steps: all.map(([, step]) => step),
    done: all.map(([, , done]) => done),
  };
}

export function barredOf(db: Db) {
  const { procedures, steps, done } = apartIn(db);
  return sql`array(select who from unnest(${procedures}::text[], ${steps}::text[], ${done}::text[])
      as a (procedure, step, done)
    join steps b on b.transfer_id = s.transfer_id and b.step = a.done
    cross join ${completersIn('b')} as who
    where a.procedure = s.procedure and a.step = s.step and who is not null)`;
}

/** Open ones, in the order of their transfers. */
export async function heldSteps(db: Db, condition: ReturnType<typeof sql>): Promise<HeldRow[]> {
  const { rows } = await sql<HeldRow>`
    select s.transfer_id, s.ordinal, s.owner_id, p.role, s.procedure, s.step, t.steward_id, coalesce(r.why, 'assigned') as why, s.due_on, ${barredOf(db)} as barred,
      ${LENT_BY} as lent_by
    from steps s
    join transfers t on t.id = s.transfer_id
    left join procedure_steps p on p.procedure = s.procedure and p.step = s.step
    left join responsibilities r on ${RUNS_FOR_STEP}
    where s.closed_at is null and ${condition}
    order by s.transfer_id`.execute(db);
  return rows;
}
