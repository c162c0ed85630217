/** The opening of a step: who holds it, until when, on which clock. */
import { sql } from 'kysely';
import { CannotFollow } from '../../domain/errors.ts';
import type { WaitingNudge } from '../../domain/facts/nudge.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { stepRule } from '../../domain/procedures/rules.ts';
import type { ChosenOwner } from '../../domain/staff/owner-choice.ts';
import type { Db } from '../connection/connection.ts';
import { part } from '../connection/statement-parts.ts';
import { firstAlarmAt } from '../../domain/time/deadlines.ts';
import { chooseOwner, responsibilityInsert, responsibilityRow, type OwnershipReason } from '../holding/owners.ts';
import { completersAmong } from '../holding/separation.ts';
import type { Asked, Opener, Opening } from './opener.ts';
import { deadlineFor } from './step-deadline.ts';
import { CLOSED, type StepRow } from './step-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import type { Roster } from '../office/roster.ts';

/** The step with its owner, its deadline, who answers for it from now on, and the event that tells of it. */
export async function planStep(opener: Opener, { request, before, rules, source }: Opening) {
  const { transfer, procedure, now } = opener;
  const last = before.at(-1);
  if (request.ordinal !== (last?.ordinal ?? 0) + 1 || last?.closed_at === null) {
    throw new CannotFollow(`step ${String(request.ordinal)} cannot follow step ${String(last?.ordinal ?? 0)}`);
  }
  const openedAt = last?.closed_at ?? transfer.accepted_at;
  const rule = stepRule(procedure, request.step);
  const deadline = await deadlineFor(opener, { request, rule, before, openedAt, rules });
  const owner = await ownerFor(opener, { request, rule, before });
  const why: OwnershipReason = owner.managerHolds ? 'managerHolds' : source === 'import' ? 'imported' : 'assigned';
  const { ordinal, step, attempt } = request;
  const row = {
    transfer_id: transfer.id,
    ordinal,
    office_id: transfer.office_id,
    procedure: procedure.key,
    step,
    attempt,
    rule_version: transfer.rule_version,
    owner_id: owner.staffId,
    opened_at: openedAt,
    opened_recorded_at: now,
    opened_by_fact_seq: last?.closed_by_fact_seq ?? 1,
    due_on: deadline.dueOn,
    due_at: deadline.dueAt,
    provisional: deadline.provisional,
    due_explained: JSON.stringify(deadline.explained),
    // What opens late is escalated, not reminded of.
    reminder_at: deadline.dueAt <= now ? null : deadline.reminderAt,
    next_escalation_at: deadline.dueAt,
  };
  return {
    row,
    explained: deadline.explained,
    held: { kind: 'step', ordinal, staffId: owner.staffId, since: openedAt, why },
    event: {
      kind: 'stepOpened',
      occurredAt: openedAt,
      source,
      stepOrdinal: ordinal,
      payload: { step, attempt, ownerId: owner.staffId, dueOn: deadline.dueOn },
    },
  } as const;
}

type PlannedRow = Awaited<ReturnType<typeof planStep>>['row'];

/** Part of a statement that begins more than the step. */
export const stepInsert = (db: Pick<Db, 'insertInto'>, row: PlannedRow) => db.insertInto('steps').values(row);

type Opened = Pick<StepRow, 'ordinal' | 'step' | 'attempt' | 'due_on' | 'due_at' | 'reminder_at'>;

/** What its workflow is told of a step that has just opened. */
export function nudgeOfOpening(row: Opened): Pick<WaitingNudge, 'opens' | 'alarmAt'> {
  const { ordinal, step, attempt, due_on: dueOn } = row;
  return { opens: { ordinal, step, attempt, dueOn }, alarmAt: firstAlarmAt(row).toISOString() };
}

const OPENED = part('opened', stepInsert);

/** The one before is closed by the same statement. */
const OPENED_ONCE_CLOSED = part(
  'opened',
  (_, row: PlannedRow) =>
    sql<never>`(insert into steps (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    select ${sql.join(Object.values(row))} from ${sql.ref(CLOSED)})`,
);
const HELD_FROM = part('held_from', responsibilityInsert);

/** As it will stand in the ledger. */
export async function openStep(ledger: TransferLedger, opening: Opening): Promise<StepRow> {
  const { row, explained, held, event } = await planStep(ledger, opening);
  const follows = ledger.changes(CLOSED);
  ledger.change((follows ? OPENED_ONCE_CLOSED : OPENED)(row));
  ledger.change(HELD_FROM(responsibilityRow(ledger.transfer.id, held)));
  ledger.note(event);
  return { ...row, ...NOTHING_YET, due_explained: explained as unknown as StepRow['due_explained'] };
}

/** What the database gives a step that has just opened. */
const NOTHING_YET = {
  reminded_at: null,
  overdue_at: null,
  escalations: 0,
  held_since: null,
  hold_reason: null,
  hold_review_on: null,
  hold_review_raised_at: null,
  held_working_days: 0,
  closed_at: null,
  closed_recorded_at: null,
  closed_by: null,
  also_by: [],
  closed_by_fact_seq: null,
  outcome: null,
};

async function ownerFor(opener: Opener, asked: Asked): Promise<ChosenOwner> {
  const { tx, transfer, now } = opener;
  const { rule, before } = asked;
  const roster = await opener.roster();
  return chooseOwner(
    { tx, roster, officeId: transfer.office_id },
    {
      role: rule.role,
      apartFrom: completersAmong(before, rule.apartFrom),
      prefer: preferredOwners(opener, roster, asked),
      on: dateOf(now),
    },
  );
}

/** Who was named at the acceptance, or has the post; everybody else keeps what he began. */
function preferredOwners({ transfer }: Opener, roster: Roster, { request, rule: { owner }, before }: Asked): string[] {
  switch (owner) {
    case 'letterSender':
      return transfer.letter_sender_id ? [transfer.letter_sender_id] : [];
    case 'steward':
      return [transfer.steward_id];
    case 'continuity':
      return before
        .filter((row) => row.step === request.step)
        .map((row) => row.owner_id)
        .slice(-1);
    default:
      return roster.of(transfer.office_id).flatMap(({ id, post }) => (post === owner.post ? id : []));
  }
}
