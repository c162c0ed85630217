/** A changed calendar counts the days again that holds have given back: of the open step, and of those before it on its clock. */
import { stepRule } from '../../domain/procedures/rules.ts';
import type { DueExplained, RulesInForce } from '../../domain/time/deadlines.ts';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { daysOfHolds } from './holds.ts';
import { deadlineFor } from './step-deadline.ts';
import { changeStep, stepsUnderLock, type StepRow } from './step-rows.ts';

/** As its deadline counts them from now on; each step keeps its own. */
export async function heldAgain(ledger: TransferLedger, open: StepRow, rules: RulesInForce): Promise<number> {
  const held = await heldSteps(ledger);
  // Most are never held.
  if (held.length === 0) return (open.due_explained as unknown as DueExplained).heldWorkingDays;
  const before: StepRow[] = [];
  for (const row of await stepsUnderLock(ledger)) {
    const days = held.includes(row.ordinal) ? await daysOfHolds(ledger, row) : row.held_working_days;
    if (days !== row.held_working_days) await changeStep(ledger, row.ordinal, { held_working_days: days });
    before.push({ ...row, held_working_days: days });
  }
  const own = before.pop()?.held_working_days ?? 0;
  const { ordinal, step, attempt } = open;
  const { explained } = await deadlineFor(ledger, {
    request: { ordinal, step, attempt },
    rule: stepRule(ledger.procedure, step),
    before,
    openedAt: open.opened_at,
    rules,
  });
  return explained.heldWorkingDays + own;
}

async function heldSteps({ tx, transfer }: TransferLedger): Promise<(number | null)[]> {
  const rows = await tx
    .selectFrom('events')
    .select('step_ordinal')
    .distinct()
    .where('transfer_id', '=', transfer.id)
    .where('kind', '=', 'held')
    .execute();
  return rows.map(({ step_ordinal: ordinal }) => ordinal);
}
