/** The step in which an imported transfer stands: opened with owner and due date like any other, escalated once when it is late. */
import { raiseDueAlarms } from '../procedure/alarms.ts';
import type { Tx } from '../connection/connection.ts';
import type { Placed } from './placed.ts';
import { enqueueLook } from '../ledger/outbox.ts';
import { assignStep } from '../holding/owners.ts';
import { selectStep } from '../procedure/step-rows.ts';
import { openStepIn } from '../procedure/steps.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

export async function openImportedStep(tx: Tx, transfer: Placed): Promise<void> {
  const { transferId, history, staff, rules } = transfer;
  const open = history.steps.at(-1);
  if (!open || open.outcome !== undefined) return;
  const ledger = await TransferLedger.open(tx, transferId);
  const { ordinal, step, attempt } = open;
  await openStepIn(ledger, { transferId, ordinal, step, attempt }, 'import');
  // Whoever held it in the old ledger is not here: the manager decides who goes on.
  if (!staff.of(transfer.steward).active) {
    await assignStep(ledger, { ordinal, staffId: staff.managerId, why: 'managerHolds' });
  }
  const row = await selectStep(tx, transferId, ordinal);
  if (row?.closed_at === null) await raiseDueAlarms(ledger, row, rules);
  await ledger.write();
  await enqueueLook(tx, transferId);
}
