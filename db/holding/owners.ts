/** Who holds a step: chosen by skill, presence, continuity and load; every change is kept with its reason. */
import { sql } from 'kysely';
import { chooseOwner as ownerAmong, type ChosenOwner, type OwnerQuestion } from '../../domain/staff/owner-choice.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { rosterNow, type Roster } from '../office/roster.ts';
import { withTexts, type NewText } from '../texts/sealed-texts.ts';
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
  readonly note?: NewText | undefined;
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
  noteOwner(ledger, assignment);
}

export function noteOwner(ledger: TransferLedger, { ordinal, staffId, why, byStaffId = null }: Assignment): void {
  ledger.note({
    kind: 'ownerChanged',
    occurredAt: ledger.now,
    source: byStaffId ? 'staff' : 'system',
    byStaffId,
    stepOrdinal: ordinal,
    payload: { to: staffId, why },
  });
}

interface Beginning {
  readonly kind: 'step' | 'steward';
  readonly ordinal?: number;
  readonly staffId: string;
  readonly since: Date;
  /** Ended as it begins. */
  readonly until?: Date;
  readonly why: OwnershipReason;
  readonly note?: NewText | undefined;
  readonly byStaffId?: string | null;
}

export const responsibilityRow = (transferId: string, begin: Beginning) => ({
  transfer_id: transferId,
  kind: begin.kind,
  ordinal: begin.ordinal ?? null,
  staff_id: begin.staffId,
  since: begin.since,
  ...(begin.until && { until: begin.until }),
  why: begin.why,
  note_id: begin.note?.id ?? null,
  by_staff_id: begin.byStaffId ?? null,
});

/** Part of a statement that changes the step and writes the note, or one of its own. */
export const responsibilityInsert = (db: Pick<Db, 'insertInto'>, row: ReturnType<typeof responsibilityRow>) =>
  db.insertInto('responsibilities').values(row);

export async function beginResponsibility(tx: Tx, transferId: string, begin: Beginning): Promise<void> {
  await responsibilityInsert(withTexts(tx, [begin.note]), responsibilityRow(transferId, begin)).execute();
}

interface Ending {
  readonly transferId: string;
  readonly ordinal: number | null;
  readonly at: Date;
}

/** An earlier instant than its beginning ends it where it began. */
export function responsibilityEnd(db: Pick<Db, 'updateTable'>, { transferId, ordinal, at }: Ending) {
  return db
    .updateTable('responsibilities')
    .set({ until: sql<Date>`greatest(since, ${at}::timestamptz)` })
    .where('transfer_id', '=', transferId)
    .where('until', 'is', null)
    .where('ordinal', 'is not distinct from', sql<number>`${ordinal}::integer`);
}

export async function endResponsibility(tx: Tx, transferId: string, ordinal: number | null, at: Date): Promise<void> {
  await responsibilityEnd(tx, { transferId, ordinal, at }).execute();
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
