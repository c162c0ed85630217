/** Who holds a step: chosen by skill, presence, continuity and load; every change is kept with its reason. */
import { sql } from 'kysely';
import { chooseOwner as ownerAmong, type ChosenOwner, type OwnerQuestion } from '../../domain/staff/owner-choice.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { rosterNow, type Roster } from '../office/roster.ts';
import { addLoad, loadIn, loadsOf } from './loads.ts';

export type OwnershipReason =
  'planned' | 'assigned' | 'takenOver' | 'standIn' | 'returned' | 'reassigned' | 'managerHolds' | 'imported';

export interface Choosing {
  readonly tx: Tx;
  /** Read in this transaction. */
  readonly roster: Roster;
  readonly officeId: string;
}

/** Counts at once for whoever chooses next. Throws when the office has nobody at all. */
export async function chooseOwner({ tx, roster, officeId }: Choosing, question: OwnerQuestion): Promise<ChosenOwner> {
  const openSteps = await loadsOf(tx, roster);
  const chosen = ownerAmong(roster.of(officeId), loadIn(openSteps), question);
  if (!chosen) throw new Error(`office ${officeId} has nobody active to hold a ${question.role}'s work`);
  addLoad(openSteps, chosen.staffId);
  return chosen;
}

/** Of what belongs to no transfer under lock. */
export async function ownerNow(tx: Tx, officeId: string, question: OwnerQuestion): Promise<ChosenOwner> {
  return chooseOwner({ tx, roster: await rosterNow(tx), officeId }, question);
}

/** Of a transfer under lock. */
export async function ownerOf(ledger: TransferLedger, question: Omit<OwnerQuestion, 'on'>): Promise<ChosenOwner> {
  const choosing = { tx: ledger.tx, roster: await ledger.roster(), officeId: ledger.transfer.office_id };
  return chooseOwner(choosing, { ...question, on: dateOf(ledger.now) });
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

/** A step began earlier or ended later than was thought: who had it first and last answers for that time too. */
export async function widenResponsibilities(
  tx: Tx,
  transferId: string,
  step: { readonly ordinal: number; readonly opened_at: Date; readonly closed_at: Date | null },
): Promise<void> {
  await sql`with chain as (
      select id, row_number() over (order by id) = 1 as first, row_number() over (order by id desc) = 1 as last
      from responsibilities where transfer_id = ${transferId} and kind = 'step' and ordinal = ${step.ordinal}
    )
    update responsibilities set
      since = case when chain.first then least(since, ${step.opened_at}::timestamptz) else since end,
      until = case when chain.last and until is not null then greatest(until, ${step.closed_at}::timestamptz) else until end
    from chain where chain.id = responsibilities.id`.execute(tx);
}

/** The same of the steward, who answers from the acceptance on. */
export async function widenStewardship(tx: Tx, transferId: string, from: Date): Promise<void> {
  await sql`update responsibilities set since = least(since, ${from}::timestamptz)
    where id = (select min(id) from responsibilities where transfer_id = ${transferId} and kind = 'steward')`.execute(
    tx,
  );
}
