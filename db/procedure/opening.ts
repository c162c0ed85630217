/** The opening of a step: who holds it, until when, on which clock. */
import { sql } from 'kysely';
import { CannotFollow } from '../../domain/errors.ts';
import type { WaitingNudge } from '../../domain/facts/nudge.ts';
import type { FactKind } from '../../domain/facts/facts.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Procedure, StepRule } from '../../domain/procedures/procedure.ts';
import { outcomeRule, stepRule } from '../../domain/procedures/rules.ts';
import type { OpenStep } from '../../domain/procedures/walk.ts';
import type { ChosenOwner } from '../../domain/staff/owner-choice.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { deadlineOf, firstAlarmAt, limitOf, type Deadline, type RulesInForce } from '../../domain/time/deadlines.ts';
import { chooseOwner, responsibilityBegin, type OwnershipReason } from '../holding/owners.ts';
import { completersAmong } from '../holding/separation.ts';
import { CLOSED, type StepRow } from './step-rows.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import type { Roster } from '../office/roster.ts';

/** What of a transfer decides who holds its next step and until when: of one under lock, or of one about to begin. */
export interface Opener {
  readonly tx: Tx;
  readonly procedure: Procedure;
  readonly now: Date;
  /** As of this transaction. */
  roster(): Promise<Roster>;
  readonly transfer: {
    readonly id: string;
    readonly office_id: string;
    readonly rule_version: string;
    readonly accepted_at: Date;
    readonly steward_id: string;
    readonly letter_sender_id: string | null;
  };
}

export interface Opening {
  readonly request: OpenStep;
  readonly before: readonly EarlierStep[];
  readonly rules: RulesInForce;
  readonly source: EventSource;
}

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

/** As it will stand in the ledger. */
export async function openStep(ledger: TransferLedger, opening: Opening): Promise<StepRow> {
  const { row, held, event } = await planStep(ledger, opening);
  const follows = ledger.changes(CLOSED);
  ledger.change('opened', (db) => (follows ? stepInsertOnceClosed(row) : stepInsert(db, row)));
  ledger.change('held_from', (db) => responsibilityBegin(db, ledger.transfer.id, held));
  ledger.note(event);
  return { ...row, ...NOTHING_YET, due_explained: JSON.parse(row.due_explained) as StepRow['due_explained'] };
}

/** The one before is closed by the same statement. */
const stepInsertOnceClosed = (row: PlannedRow) =>
  sql<never>`(insert into steps (${sql.join(Object.keys(row).map((column) => sql.ref(column)))})
    select ${sql.join(Object.values(row))} from ${sql.ref(CLOSED)})`;

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

export type EarlierStep = Pick<
  StepRow,
  | 'ordinal'
  | 'step'
  | 'attempt'
  | 'outcome'
  | 'owner_id'
  | 'opened_at'
  | 'closed_at'
  | 'closed_by'
  | 'also_by'
  | 'closed_by_fact_seq'
  | 'held_working_days'
>;

interface Asked {
  readonly request: Opening['request'];
  readonly rule: StepRule;
  readonly before: readonly EarlierStep[];
}

/** Where the clock of a step starts, and the days of holds that earlier steps on the same clock gave back. */
export async function deadlineFor(
  opener: Opener,
  asked: Asked & { readonly openedAt: Date; readonly rules: RulesInForce },
): Promise<Deadline> {
  const { request, rule, before, openedAt, rules } = asked;
  const sharesClock = isOnSharedClock(rule, request.attempt);
  const start = sharesClock ? ((await clockStart(opener, asked)) ?? openedAt) : openedAt;
  const sameClock = ({ step, attempt, opened_at: from }: EarlierStep): boolean => {
    const its = stepRule(opener.procedure, step);
    return from >= start && isSameClock(its, rule) && isOnSharedClock(its, attempt);
  };
  const onSameClock = sharesClock ? before.filter(sameClock) : [];
  return deadlineOf(
    {
      rule,
      attempt: request.attempt,
      ruleVersion: opener.transfer.rule_version,
      startedOn: dateOf(start),
      heldWorkingDays: onSameClock.reduce((sum, step) => sum + step.held_working_days, 0),
    },
    rules,
  );
}

/** A later attempt may have a limit of its own, which begins with the step. */
const isOnSharedClock = (rule: StepRule, attempt: number): boolean =>
  rule.clock !== 'opening' && limitOf(rule, attempt) === rule.limit;

function isSameClock({ clock: one }: StepRule, { clock: other }: StepRule): boolean {
  return typeof one === 'object' ? typeof other === 'object' && one.fact === other.fact : one === other;
}

/** Undefined: what it starts with has not happened yet. */
async function clockStart(
  { tx, transfer, procedure }: Opener,
  { rule: { clock }, before }: Asked,
): Promise<Date | null | undefined> {
  if (clock === 'acceptance') return transfer.accepted_at;
  if (typeof clock === 'object') return lastOf(tx, transfer.id, clock.fact);
  return before.findLast(({ step, outcome }) => outcome && outcomeRule(procedure, step, outcome).starts === clock)
    ?.closed_at;
}

async function lastOf(tx: Tx, transferId: string, kind: FactKind): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('events')
    .select('occurred_at')
    .where('transfer_id', '=', transferId)
    .where('kind', '=', kind)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.occurred_at;
}

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
