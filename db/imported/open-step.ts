/** The step in which an imported transfer stands: opened with owner and due date like any other, escalated once when it is late. */
import { raiseDueAlarms } from '../procedure/alarms.ts';
import type { Tx } from '../connection/connection.ts';
import type { Walked } from './placed.ts';
import { enqueueLook } from '../ledger/outbox.ts';
import { assignStep } from '../holding/owners.ts';
import { selectSteps } from '../procedure/step-rows.ts';
import { openWhatFollows } from '../procedure/follow.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

export async function openImportedStep(tx: Tx, transfer: Walked): Promise<void> {
  const { transferId, history, steward, staff, rules } = transfer;
  const standing = history.steps.at(-1);
  if (standing?.outcome !== undefined) return;
  const ledger = await TransferLedger.open(tx, transferId);
  const { open } = await openWhatFollows(ledger, await selectSteps(tx, transferId), 'import');
  if (open) {
    await ledger.write();
    // Whoever held it in the old ledger is not here: the manager decides who goes on, unless the ledger names nobody for this step.
    if (standing?.owner !== '' && !staff.of(steward).active) {
      await assignStep(ledger, { ordinal: open.ordinal, staffId: staff.managerId, why: 'managerHolds' });
    }
    await raiseDueAlarms(ledger, open, rules);
  }
  await ledger.write();
  await enqueueLook(tx, transferId);
}
