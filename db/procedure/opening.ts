/** The opening of a step: who holds it, until when, on which clock. */
import { AheadOfLedger } from '../../domain/errors.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import { outcomeRule, stepRule, type Step } from '../../domain/procedures/index.ts';
import type { Tx } from '../connection/connection.ts';
import { deadlineOf, limitOf, type Deadline, type RulesInForce } from '../../domain/time/deadlines.ts';
import { chooseOwner, responsibilityBegin, type ChosenOwner, type OwnershipReason } from '../holding/owners.ts';
import { completersOf } from '../holding/separation.ts';
import { STEP_COLUMNS, type StepRow } from './step-rows.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';

export interface OpenStep {
  readonly transferId: string;
  readonly ordinal: number;
  readonly step: Step;
  readonly attempt: number;
}

interface Opening {
  readonly request: OpenStep;
  readonly before: readonly EarlierStep[];
  readonly rules: RulesInForce;
  readonly source: EventSource;
}

/** Stores the step with its owner, its deadline and who answers for it from now on. */
export async function insertStep(
  ledger: TransferLedger,
  { request, before, rules, source }: Opening,
): Promise<StepRow> {
  const { tx, transfer, now } = ledger;
  const last = before.at(-1);
  if (request.ordinal !== (last?.ordinal ?? 0) + 1 || last?.closed_at === null) {
    throw new AheadOfLedger(transfer.id, request.ordinal);
  }
  const openedAt = last?.closed_at ?? transfer.accepted_at;
  const deadline = deadlineFor(request, transfer, before, openedAt, rules);
  const owner = await ownerFor(ledger, request, before);
  const why: OwnershipReason = owner.managerHolds ? 'managerHolds' : source === 'import' ? 'imported' : 'assigned';
  const held = { kind: 'step', ordinal: request.ordinal, staffId: owner.staffId, since: openedAt, why } as const;
  const row = await tx
    .with('begun', (db) => responsibilityBegin(db, transfer.id, held))
    .insertInto('steps')
    .values({
      transfer_id: transfer.id,
      ordinal: request.ordinal,
      office_id: transfer.office_id,
      step: request.step,
      attempt: request.attempt,
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
    })
    .returning(STEP_COLUMNS)
    .executeTakeFirstOrThrow();
  ledger.note({
    kind: 'stepOpened',
    occurredAt: openedAt,
    source,
    stepOrdinal: request.ordinal,
    payload: { step: request.step, attempt: request.attempt, ownerId: owner.staffId, dueOn: deadline.dueOn },
  });
  return row;
}

export interface EarlierStep {
  ordinal: number;
  step: string;
  outcome: string | null;
  owner_id: string;
  opened_at: Date;
  closed_at: Date | null;
  closed_by_fact_seq: number | null;
  held_working_days: number;
}

export function stepsBefore(tx: Tx, transferId: string): Promise<EarlierStep[]> {
  return tx
    .selectFrom('steps')
    .select([
      'ordinal',
      'step',
      'outcome',
      'owner_id',
      'opened_at',
      'closed_at',
      'closed_by_fact_seq',
      'held_working_days',
    ])
    .where('transfer_id', '=', transferId)
    .orderBy('ordinal')
    .execute();
}

/** Where the clock of a step starts, and the days of holds that earlier steps on the same clock gave back. */
function deadlineFor(
  request: OpenStep,
  transfer: TransferLedger['transfer'],
  before: readonly EarlierStep[],
  openedAt: Date,
  rules: RulesInForce,
): Deadline {
  const { clock } = stepRule(request.step);
  const sharesClock = clock !== 'opening' && limitOf(request.step, request.attempt) === stepRule(request.step).limit;
  const agreement = before.findLast(startsAgreement)?.closed_at ?? openedAt;
  const start = !sharesClock ? openedAt : clock === 'acceptance' ? transfer.accepted_at : agreement;
  const onSameClock = sharesClock ? before.filter((step) => step.opened_at >= start) : [];
  return deadlineOf(
    {
      step: request.step,
      attempt: request.attempt,
      ruleVersion: transfer.rule_version,
      startedOn: dateOf(start),
      heldWorkingDays: onSameClock.reduce((sum, step) => sum + step.held_working_days, 0),
    },
    rules,
  );
}

async function ownerFor(
  ledger: TransferLedger,
  request: OpenStep,
  before: readonly EarlierStep[],
): Promise<ChosenOwner> {
  const { tx, transfer, now } = ledger;
  const rule = stepRule(request.step);
  return chooseOwner(tx, {
    officeId: transfer.office_id,
    role: rule.role,
    apartFrom: await completersOf(tx, transfer.id, rule.apartFrom ?? []),
    prefer: preferredOwners(request.step, transfer, before),
    on: dateOf(now),
  });
}

const startsAgreement = ({ step, outcome }: EarlierStep): boolean =>
  outcome !== null && outcomeRule(step, outcome).starts === 'agreement';

/** Who was named at the acceptance; everybody else keeps what he began. */
function preferredOwners(step: Step, transfer: TransferLedger['transfer'], before: readonly EarlierStep[]): string[] {
  switch (stepRule(step).owner) {
    case 'letterSender':
      return transfer.letter_sender_id ? [transfer.letter_sender_id] : [];
    case 'steward':
      return [transfer.steward_id];
    case undefined:
      return before
        .filter((row) => row.step === step)
        .map((row) => row.owner_id)
        .slice(-1);
  }
}
