/** Who holds a transfer, since when, and every step with its owners and deadline. */
import { nextStep } from '../../domain/procedures/walk.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Procedure } from '../../domain/procedures/procedure.ts';
import type { Db } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { procedureKey } from '../ledger/procedure-key.ts';
import type { DueExplained } from '../../domain/time/deadlines.ts';
import { deputyToday } from '../office/absences.ts';
import { staffRef, type StaffRef } from '../office/staff.ts';

/** Undefined when there is no such transfer in the office. */
export async function readProgress(db: Db, officeId: string, transferId: string) {
  const transfer = await db
    .selectFrom('transfers as t')
    .innerJoin('cases as c', 'c.id', 't.case_id')
    .select(['t.id', 'c.case_no', 't.closed_at', 't.closing', 't.followed', 't.steward_id'])
    .select(['t.direction', 't.procedure_type', 't.procedure_version'])
    .where('t.id', '=', transferId)
    .where('t.office_id', '=', officeId)
    .executeTakeFirst();
  if (!transfer) return undefined;
  const owners = await ownersOf(db, transferId);
  const steps = (await stepsOf(db, transferId)).map((row) => asStepView(row, owners));
  const holder = transfer.closed_at ? null : holderOf(steps, owners);
  return {
    transferId: transfer.id,
    caseNo: transfer.case_no,
    procedure: procedureKey(transfer),
    holder,
    deputy: transfer.closed_at ? null : await deputyToday(db, transfer.steward_id),
    steps,
    next: transfer.closed_at ? null : nextOf(proceduresOf(db).find(procedureKey(transfer)), steps),
    closedAt: transfer.closed_at?.toISOString() ?? null,
    closing: transfer.closing as Closing | null,
  };
}

function stepsOf(db: Db, transferId: string) {
  return db
    .selectFrom('steps as s')
    .innerJoin('staff as owner', 'owner.id', 's.owner_id')
    .selectAll('s')
    .select(['owner.display_name', 'owner.post'])
    .where('s.transfer_id', '=', transferId)
    .orderBy('s.ordinal')
    .execute();
}
type StepRow = Awaited<ReturnType<typeof stepsOf>>[number];

function ownersOf(db: Db, transferId: string) {
  return db
    .selectFrom('responsibilities as r')
    .innerJoin('staff', 'staff.id', 'r.staff_id')
    .select(['r.ordinal', 'r.kind', 'r.since', 'r.until', 'r.why', 'staff.id', 'staff.display_name', 'staff.post'])
    .where('r.transfer_id', '=', transferId)
    .orderBy('r.since')
    .orderBy('r.id')
    .execute();
}
type OwnerRow = Awaited<ReturnType<typeof ownersOf>>[number];

function asStepView(row: StepRow, owners: readonly OwnerRow[]) {
  return {
    ordinal: row.ordinal,
    step: row.step,
    attempt: row.attempt,
    owner: staffRef(row.owner_id, row.display_name, row.post),
    owners: owners
      .filter((owner) => owner.kind === 'step' && owner.ordinal === row.ordinal)
      .map((owner) => ({
        staff: staffRef(owner.id, owner.display_name, owner.post),
        since: owner.since.toISOString(),
        until: owner.until?.toISOString() ?? null,
        why: owner.why,
      })),
    openedAt: row.opened_at.toISOString(),
    dueOn: row.due_on,
    provisional: row.provisional,
    dueExplained: row.due_explained as unknown as DueExplained & { skipped: { date: string; why: string }[] },
    remindedAt: row.reminded_at?.toISOString() ?? null,
    overdueAt: row.overdue_at?.toISOString() ?? null,
    escalations: row.escalations,
    heldSince: row.held_since?.toISOString() ?? null,
    holdReason: row.hold_reason,
    holdReviewOn: row.hold_review_on,
    closedAt: row.closed_at?.toISOString() ?? null,
    outcome: row.outcome,
  };
}
type StepView = ReturnType<typeof asStepView>;

function nextOf(procedure: Procedure | undefined, steps: readonly StepView[]): string | null {
  const outcomes = steps.flatMap(({ outcome }) => outcome ?? []);
  return procedure ? nextStep(procedure, { outcomes, isOpen: outcomes.length < steps.length }) : null;
}

interface Holder {
  readonly staff: StaffRef;
  readonly since: string;
  readonly as: 'stepOwner' | 'steward';
}

/** Between two steps the steward holds it, from the moment the last one was closed. */
function holderOf(steps: readonly StepView[], owners: readonly OwnerRow[]): Holder | null {
  const open = steps.find((step) => step.closedAt === null);
  if (open) return { staff: open.owner, since: open.owners.at(-1)?.since ?? open.openedAt, as: 'stepOwner' };
  const steward = owners.findLast((owner) => owner.kind === 'steward' && owner.until === null);
  if (!steward) return null;
  const lastClosed = steps.at(-1)?.closedAt;
  const since = steward.since.toISOString();
  return {
    staff: staffRef(steward.id, steward.display_name, steward.post),
    since: lastClosed && lastClosed > since ? lastClosed : since,
    as: 'steward',
  };
}
