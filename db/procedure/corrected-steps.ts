/** An instant of the past was wrong: the steps that it closed and opened have another one, and every limit is counted again from there. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { deadlineOf, type RulesInForce } from '../../domain/time/deadlines.ts';
import { stepRule } from '../../domain/procedures/rules.ts';
import { widenResponsibilities } from '../holding/owners.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { daysOfHolds } from './holds.ts';
import { computedAgain } from './moved-deadlines.ts';
import { deadlineFor } from './step-deadline.ts';
import { changeStep, type StepRow } from './step-rows.ts';

export interface Correction {
  /** The step that the fact closed. */
  readonly closes: number | null;
  readonly accepted: boolean;
  readonly at: Date;
}

export interface StepMove {
  readonly ordinal: number;
  readonly from: string;
  readonly to: string;
}

export async function moveAttempts(tx: Tx, transferId: string, factSeq: number, at: Date): Promise<void> {
  await sql`update attempts set
      started_at = case when started_by_fact_seq = ${factSeq} then ${at}::timestamptz else started_at end,
      ended_at = case when ended_by_fact_seq = ${factSeq} then greatest(started_at, ${at}::timestamptz) else ended_at end
    where transfer_id = ${transferId} and ${factSeq} in (started_by_fact_seq, ended_by_fact_seq)`.execute(tx);
}

/** The due dates that are other ones now. */
export async function moveStepInstants(
  ledger: TransferLedger,
  steps: readonly StepRow[],
  correction: Correction,
): Promise<StepMove[]> {
  const moved = await withHoldEnded(ledger, shifted(steps, correction), correction);
  const moves: StepMove[] = [];
  for (const [index, row] of moved.entries()) {
    const was = steps[index]!;
    if (row !== was) await storeInstants(ledger, row);
    if (!ledger.knownProcedure) continue;
    const dueOn = await storeDeadline(ledger, moved.slice(0, index), row);
    if (dueOn !== was.due_on) moves.push({ ordinal: row.ordinal, from: was.due_on, to: dueOn });
  }
  return moves;
}

/** A step that was decided in the breath that opened it moves with its opening. */
function shifted(steps: readonly StepRow[], { closes, accepted, at }: Correction): StepRow[] {
  const moved: StepRow[] = [];
  for (const [index, step] of steps.entries()) {
    const openedAt = index === 0 ? (accepted ? at : step.opened_at) : (moved[index - 1]!.closed_at ?? step.opened_at);
    const isInstant = step.closed_at?.getTime() === step.opened_at.getTime();
    const closedAt = step.ordinal === closes ? at : isInstant ? openedAt : step.closed_at;
    const isSame = openedAt.getTime() === step.opened_at.getTime() && closedAt?.getTime() === step.closed_at?.getTime();
    moved.push(isSame ? step : { ...step, opened_at: openedAt, closed_at: closedAt });
  }
  return moved;
}

/** A hold that the fact ended with its step has lasted until then, and gives back no other days. */
async function withHoldEnded(
  ledger: TransferLedger,
  rows: readonly StepRow[],
  { closes }: Correction,
): Promise<StepRow[]> {
  const row = rows.find(({ ordinal }) => ordinal === closes);
  const days = row ? await daysOfHolds(ledger, row) : 0;
  return rows.map((one) => (one === row && days !== row.held_working_days ? { ...row, held_working_days: days } : one));
}

async function storeInstants(ledger: TransferLedger, row: StepRow): Promise<void> {
  const { opened_at, closed_at, held_working_days } = row;
  await changeStep(ledger, row.ordinal, { opened_at, closed_at, held_working_days });
  await widenResponsibilities(ledger.tx, ledger.transfer.id, row);
}

/** With the same days of holds, from where its clock starts now. */
async function storeDeadline(ledger: TransferLedger, before: readonly StepRow[], row: StepRow): Promise<string> {
  const rules = await ledger.rules(row.rule_version);
  const { ordinal, step, attempt } = row;
  const rule = stepRule(ledger.procedure, step);
  const opened = await deadlineFor(ledger, {
    request: { ordinal, step, attempt },
    rule,
    before,
    openedAt: row.opened_at,
    rules,
  });
  const { startedOn, heldWorkingDays: inherited } = opened.explained;
  const explained = { ...opened.explained, startedOn, heldWorkingDays: inherited + row.held_working_days };
  return row.closed_at === null
    ? moveOpen(ledger, { ...row, due_explained: explained as unknown as StepRow['due_explained'] }, rules)
    : moveClosed(ledger, row, deadlineOf({ ...explained, rule, attempt, ruleVersion: row.rule_version }, rules));
}

async function moveOpen(ledger: TransferLedger, row: StepRow, rules: RulesInForce): Promise<string> {
  const change = await computedAgain(ledger, row, rules);
  if (!change) return row.due_on;
  await changeStep(ledger, row.ordinal, change);
  return change.due_on;
}

async function moveClosed(
  ledger: TransferLedger,
  row: StepRow,
  deadline: ReturnType<typeof deadlineOf>,
): Promise<string> {
  const { dueOn, dueAt, provisional, explained } = deadline;
  if (dueOn !== row.due_on)
    await changeStep(ledger, row.ordinal, {
      due_on: dueOn,
      due_at: dueAt,
      provisional,
      due_explained: JSON.stringify(explained),
    });
  return dueOn;
}
