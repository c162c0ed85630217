/** Opens, attends and closes the steps of a transfer. Only the workflow decides which step opens next. */
import { sql } from 'kysely';
import { stepRule, type Closing, type Step } from '../domain/steps.ts';
import { dateOf } from '../domain/shanghai-day.ts';
import type { Db, Tx } from './connection.ts';
import { raiseDueAlarms } from './alarms.ts';
import { endAttempt, startAttempt } from './attempts.ts';
import { deadlineOf, limitOf, nextAlarmAt, type Deadline } from './deadlines.ts';
import { outcomeFromLedger } from './evidence.ts';
import { readClock, realMillisecondsUntil } from './office-clock.ts';
import {
  beginResponsibility,
  chooseOwner,
  endResponsibility,
  type ChosenOwner,
  type OwnershipReason,
} from './owners.ts';
import { loadRules, type RulesInForce } from './rules.ts';
import { completersOf } from './separation.ts';
import { TransferLedger, type EventSource } from './transfer-ledger.ts';

export interface OpenStep {
  readonly transferId: string;
  readonly ordinal: number;
  readonly step: Step;
  readonly attempt: number;
}

/** The step as the ledger has it. Exactly one of outcome, closing and sleepMs says how to go on. */
export interface AttendedStep {
  readonly isNew: boolean;
  readonly outcome: string | null;
  /** The transfer has ended; no step opens any more. */
  readonly closing: Closing | null;
  /** Real milliseconds until the next alarm of the open step. */
  readonly sleepMs: number | null;
  /** Facts up to this one are reflected here. */
  readonly factSeq: number;
}

export function selectStep(tx: Db, transferId: string, ordinal?: number) {
  return tx
    .selectFrom('steps')
    .selectAll()
    .where('transfer_id', '=', transferId)
    .$if(ordinal !== undefined, (query) => query.where('ordinal', '=', ordinal!))
    .$if(ordinal === undefined, (query) => query.where('closed_at', 'is', null))
    .executeTakeFirst();
}
export type StepRow = NonNullable<Awaited<ReturnType<typeof selectStep>>>;

/** Keyed by (transfer, ordinal): a second call gives back the stored row, even one already closed. */
export async function openStep(db: Db, request: OpenStep): Promise<AttendedStep> {
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.open(tx, request.transferId);
    const attended = await openStepIn(ledger, request);
    await ledger.write();
    return attended;
  });
}

export async function openStepIn(
  ledger: TransferLedger,
  request: OpenStep,
  source: EventSource = 'system',
): Promise<AttendedStep> {
  const { tx, transfer } = ledger;
  const stored = await selectStep(tx, transfer.id, request.ordinal);
  if (stored) return attended(ledger, stored, false);
  if (transfer.closing) return ended(ledger);
  const rules = await loadRules(tx, transfer.rule_version, transfer.procedure_type);
  const row = await insertStep(ledger, request, rules, source);
  // A form, money or a scan that came early has decided this step already: it is opened and closed in one breath.
  const decided = await outcomeFromLedger(ledger, row);
  if (decided) {
    await closeStep(ledger, row, { ...decided, at: row.opened_at });
    return { isNew: true, outcome: decided.outcome, closing: null, sleepMs: null, factSeq: transfer.last_fact_seq };
  }
  return attended(ledger, row, true, rules);
}

/** Raises what is due and says how long to sleep, or how the step was closed meanwhile. */
export async function attendStep(
  db: Db,
  { transferId, ordinal }: { transferId: string; ordinal: number },
): Promise<AttendedStep> {
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.open(tx, transferId);
    const row = await selectStep(tx, transferId, ordinal);
    if (!row) throw new Error(`transfer ${transferId} has no step ${ordinal}`);
    if (row.closed_at) return attended(ledger, row, false);
    const rules = await loadRules(tx, row.rule_version, ledger.transfer.procedure_type);
    const raised = await raiseDueAlarms(ledger, row, rules);
    const result = await attended(ledger, raised, false, rules);
    await ledger.write();
    return result;
  });
}

async function attended(
  ledger: TransferLedger,
  row: StepRow,
  isNew: boolean,
  rules?: RulesInForce,
): Promise<AttendedStep> {
  const { tx, transfer } = ledger;
  const factSeq = transfer.last_fact_seq;
  if (row.outcome !== null) return { isNew, outcome: row.outcome, closing: null, sleepMs: null, factSeq };
  const known = rules ?? (await loadRules(tx, row.rule_version, transfer.procedure_type));
  const sleepMs = realMillisecondsUntil(nextAlarmAt(row, known.calendar), await readClock(tx));
  return { isNew, outcome: null, closing: null, sleepMs, factSeq };
}

function ended(ledger: TransferLedger): AttendedStep {
  const { closing, last_fact_seq: factSeq } = ledger.transfer;
  return { isNew: false, outcome: null, closing: closing as Closing, sleepMs: null, factSeq };
}

async function insertStep(
  ledger: TransferLedger,
  request: OpenStep,
  rules: RulesInForce,
  source: EventSource,
): Promise<StepRow> {
  const { tx, transfer, now } = ledger;
  const before = await stepsBefore(tx, transfer.id);
  const openedAt = before.at(-1)?.closed_at ?? transfer.accepted_at;
  const deadline = deadlineFor(request, transfer, before, openedAt, rules);
  const owner = await ownerFor(ledger, request, before);
  const row = await tx
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
      opened_by_fact_seq: before.at(-1)?.closed_by_fact_seq ?? 1,
      due_on: deadline.dueOn,
      due_at: deadline.dueAt,
      provisional: deadline.provisional,
      due_explained: JSON.stringify(deadline.explained),
      // What opens late is escalated, not reminded of.
      reminder_at: deadline.dueAt <= now ? null : deadline.reminderAt,
      next_escalation_at: deadline.dueAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const why: OwnershipReason = owner.managerHolds ? 'managerHolds' : source === 'import' ? 'imported' : 'assigned';
  await beginResponsibility(tx, transfer.id, {
    kind: 'step',
    ordinal: request.ordinal,
    staffId: owner.staffId,
    since: openedAt,
    why,
  });
  ledger.note({
    kind: 'stepOpened',
    occurredAt: openedAt,
    source,
    stepOrdinal: request.ordinal,
    payload: { step: request.step, attempt: request.attempt, ownerId: owner.staffId, dueOn: deadline.dueOn },
  });
  return row;
}

interface EarlierStep {
  step: string;
  outcome: string | null;
  owner_id: string;
  opened_at: Date;
  closed_at: Date | null;
  closed_by_fact_seq: number | null;
  held_working_days: number;
}

function stepsBefore(tx: Tx, transferId: string): Promise<EarlierStep[]> {
  return tx
    .selectFrom('steps')
    .select(['step', 'outcome', 'owner_id', 'opened_at', 'closed_at', 'closed_by_fact_seq', 'held_working_days'])
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
  const { countedFrom } = stepRule(request.step);
  const sharesClock =
    countedFrom !== 'opening' && limitOf(request.step, request.attempt) === stepRule(request.step).limit;
  const agreement = before.findLast((step) => step.outcome === 'agreed')?.closed_at ?? openedAt;
  const start = !sharesClock ? openedAt : countedFrom === 'acceptance' ? transfer.accepted_at : agreement;
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

/** The letter sender was named at acceptance, the steward chases the counterpart, everybody else keeps what he began. */
function preferredOwners(step: Step, transfer: TransferLedger['transfer'], before: readonly EarlierStep[]): string[] {
  if (stepRule(step).role === 'letterClerk') return transfer.letter_sender_id ? [transfer.letter_sender_id] : [];
  if (step === 'formAndFunds') return [transfer.steward_id];
  const earlier = before.findLast((row) => row.step === step);
  return earlier ? [earlier.owner_id] : [];
}

export interface StepClosing {
  readonly outcome: string;
  readonly factSeq: number;
  /** An instant before the opening (a fact that came early) closes it where it opened. */
  readonly at: Date;
  readonly reasonCode?: string | null;
}

/** Closes the step by the fact that the ledger is about to note, or by one noted before. */
export async function closeStep(ledger: TransferLedger, row: StepRow, asked: StepClosing): Promise<void> {
  const { tx, transfer, now } = ledger;
  const closing = { ...asked, at: asked.at < row.opened_at ? row.opened_at : asked.at };
  await tx
    .updateTable('steps')
    .set({
      closed_at: closing.at,
      closed_recorded_at: now,
      closed_by_fact_seq: closing.factSeq,
      outcome: closing.outcome,
      held_since: null,
    })
    .where('transfer_id', '=', transfer.id)
    .where('ordinal', '=', row.ordinal)
    .execute();
  await endResponsibility(tx, transfer.id, row.ordinal, closing.at);
  if (closing.outcome === 'sent') await startAttempt(tx, transfer.id, row.attempt, closing);
  if (closing.outcome === 'returned' || closing.outcome === 'lost') {
    await endAttempt(tx, transfer.id, { ...closing, ending: 'returned' });
  }
}

/** Opens a step by name from the ledger alone: the number of the next one, for imports and repairs. */
export async function nextOrdinal(tx: Tx, transferId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(ordinal), 0)::integer + 1 as next from steps where transfer_id = ${transferId}`.execute(tx);
  return rows[0]!.next;
}
