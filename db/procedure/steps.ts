/** Opens, attends and closes the steps of a transfer. Only the workflow decides which step opens next. */
import { sql } from 'kysely';
import { AheadOfLedger } from '../../domain/errors.ts';
import { outcomeRule, stepRule } from '../../domain/procedures/rules.ts';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { raiseDueAlarms } from './alarms.ts';
import { endAttempt, startAttempt } from './attempts.ts';
import { nextAlarmAt, type RulesInForce } from '../../domain/time/deadlines.ts';
import { outcomeFromLedger } from './evidence.ts';
import { realMillisecondsUntil } from '../office/clock.ts';
import { responsibilityEnd } from '../holding/owners.ts';
import { closeTasks } from '../holding/task-changes.ts';
import { insertStep, stepsBefore, type OpenStep } from './opening.ts';
import { selectStep, type StepRow } from './step-rows.ts';
import type { EventSource } from '../ledger/event-rows.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

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
  const before = await stepsBefore(tx, transfer.id);
  if (before.some(({ ordinal }) => ordinal === request.ordinal)) {
    return attended(ledger, (await selectStep(tx, transfer.id, request.ordinal))!, false);
  }
  if (transfer.closing) return ended(ledger);
  const rules = await ledger.rules();
  const row = await insertStep(ledger, { request, before, rules, source });
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
    if (!row) throw new AheadOfLedger(transferId, ordinal);
    if (row.closed_at) return attended(ledger, row, false);
    const rules = await ledger.rules(row.rule_version);
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
  const { transfer, now: officeNow } = ledger;
  const factSeq = transfer.last_fact_seq;
  if (row.outcome !== null) return { isNew, outcome: row.outcome, closing: null, sleepMs: null, factSeq };
  const { calendar } = rules ?? (await ledger.rules(row.rule_version));
  const sleepMs = realMillisecondsUntil(nextAlarmAt(row, calendar), { officeNow, speed: transfer.clock_speed });
  return { isNew, outcome: null, closing: null, sleepMs, factSeq };
}

function ended(ledger: TransferLedger): AttendedStep {
  const { closing, last_fact_seq: factSeq } = ledger.transfer;
  return { isNew: false, outcome: null, closing: closing as Closing, sleepMs: null, factSeq };
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
    .with('ended', (db) => responsibilityEnd(db, transfer.id, row.ordinal, closing.at))
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
  // The delivery is decided: nobody needs to ask the courier any more.
  const { procedure } = ledger;
  if (stepRule(procedure, row.step).decidedBy === 'answer')
    await closeTasks(ledger, { kind: 'silentLetter' }, { note: 'heardOf' });
  const { attempt } = outcomeRule(procedure, row.step, closing.outcome);
  if (attempt === 'begins') await startAttempt(tx, transfer.id, row.attempt, closing);
  if (attempt === 'ends') await endAttempt(tx, transfer.id, { ...closing, ending: 'returned' });
}

/** Opens a step by name from the ledger alone: the number of the next one, for imports and repairs. */
export async function nextOrdinal(tx: Tx, transferId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(ordinal), 0)::integer + 1 as next from steps where transfer_id = ${transferId}`.execute(tx);
  return rows[0]!.next;
}
