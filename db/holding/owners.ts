/** Who holds a step: chosen by skill, presence, continuity and load; every change is kept with its reason. */
import { sql } from 'kysely';
import type { Role } from '../../domain/roles.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { type TransferLedger } from '../ledger/transfer-ledger.ts';

export type OwnershipReason =
  'planned' | 'assigned' | 'takenOver' | 'standIn' | 'returned' | 'reassigned' | 'managerHolds' | 'imported';

export interface OwnerQuestion {
  readonly officeId: string;
  readonly role: Role;
  /** Separation of duties: never one of these, stand-ins too. */
  readonly apartFrom?: readonly string[];
  /** Continuity: one of these when present. An absent one's stand-in counts as he does. */
  readonly prefer?: readonly string[];
  /** The office day. */
  readonly on: string;
}

export interface ChosenOwner {
  readonly staffId: string;
  /** Nobody of the role was eligible. */
  readonly managerHolds: boolean;
}

/** A manager who is away holds it when everybody is. Throws when the office has nobody at all. */
export async function chooseOwner(tx: Tx, question: OwnerQuestion): Promise<ChosenOwner> {
  const found = await leastLoaded(tx, question);
  if (found) return { staffId: found, managerHolds: false };
  for (const evenAway of [false, true]) {
    for (const role of ['manager', 'administrator'] as const) {
      const manager = await leastLoaded(tx, { ...question, role, apartFrom: [], prefer: [] }, evenAway);
      if (manager) return { staffId: manager, managerHolds: question.role !== 'manager' };
    }
  }
  throw new Error(`office ${question.officeId} has nobody active to hold a ${question.role}'s work`);
}

async function leastLoaded(tx: Tx, question: OwnerQuestion, evenAway = false): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    with away as (
      select staff_id, stand_in_id from absences
      where ended_at is null and from_day <= ${question.on}::date and (until_day is null or until_day >= ${question.on}::date)
    )
    select staff.id from staff
    join staff_roles on staff_roles.staff_id = staff.id and staff_roles.role = ${question.role}
    where staff.office_id = ${question.officeId} and staff.active
      and (${evenAway}::boolean or not exists (select from away where away.staff_id = staff.id))
      and not staff.id = any(${[...(question.apartFrom ?? [])]}::uuid[])
    order by
      (staff.id = any(${[...(question.prefer ?? [])]}::uuid[])
        or exists (select from away where away.stand_in_id = staff.id and away.staff_id = any(${[...(question.prefer ?? [])]}::uuid[]))) desc,
      (select count(*) from steps where steps.owner_id = staff.id and steps.closed_at is null),
      staff.username
    limit 1`.execute(tx);
  return rows[0]?.id;
}

interface Assignment {
  readonly ordinal: number;
  readonly staffId: string;
  readonly why: OwnershipReason;
  readonly note?: string;
  readonly byStaffId?: string | null;
}

/** Ends one responsibility and begins the next at the same instant: no gap, no overlap. */
export async function assignStep(ledger: TransferLedger, assignment: Assignment): Promise<void> {
  const { tx, transfer, now } = ledger;
  await tx
    .updateTable('steps')
    .set({ owner_id: assignment.staffId })
    .where('transfer_id', '=', transfer.id)
    .where('ordinal', '=', assignment.ordinal)
    .execute();
  await endResponsibility(tx, transfer.id, assignment.ordinal, now);
  await beginResponsibility(tx, transfer.id, { ...assignment, kind: 'step', since: now });
  ledger.note({
    kind: 'ownerChanged',
    occurredAt: now,
    source: assignment.byStaffId ? 'staff' : 'system',
    byStaffId: assignment.byStaffId ?? null,
    stepOrdinal: assignment.ordinal,
    payload: { to: assignment.staffId, why: assignment.why },
  });
}

interface Beginning {
  readonly kind: 'step' | 'steward';
  readonly ordinal?: number;
  readonly staffId: string;
  readonly since: Date;
  readonly why: OwnershipReason;
  readonly note?: string;
  readonly byStaffId?: string | null;
}

/** Part of a statement that changes the step, or one of its own. */
export function responsibilityBegin(db: Pick<Db, 'insertInto'>, transferId: string, begin: Beginning) {
  return db.insertInto('responsibilities').values({
    transfer_id: transferId,
    kind: begin.kind,
    ordinal: begin.ordinal ?? null,
    staff_id: begin.staffId,
    since: begin.since,
    why: begin.why,
    note: begin.note ?? '',
    by_staff_id: begin.byStaffId ?? null,
  });
}

export async function beginResponsibility(tx: Tx, transferId: string, begin: Beginning): Promise<void> {
  await responsibilityBegin(tx, transferId, begin).execute();
}

/** An earlier instant than its beginning ends it where it began. */
export function responsibilityEnd(db: Pick<Db, 'updateTable'>, transferId: string, ordinal: number | null, at: Date) {
  return db
    .updateTable('responsibilities')
    .set({ until: sql<Date>`greatest(since, ${at}::timestamptz)` })
    .where('transfer_id', '=', transferId)
    .where('until', 'is', null)
    .where('ordinal', 'is not distinct from', sql<number>`${ordinal}::integer`);
}

export async function endResponsibility(tx: Tx, transferId: string, ordinal: number | null, at: Date): Promise<void> {
  await responsibilityEnd(tx, transferId, ordinal, at).execute();
}
