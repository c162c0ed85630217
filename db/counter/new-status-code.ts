import type { Db } from '../connection/connection.ts';
import { renewStatusCode } from '../ledger/status-code.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

/** For a slip that was lost or seen by a stranger. @throws Refusal not-found */
export function giveNewStatusCode(
  db: Db,
  { officeId, transferId, byStaffId }: { officeId: string; transferId: string; byStaffId: string },
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.open(tx, transferId, officeId);
    await renewStatusCode(ledger);
    ledger.note({ kind: 'statusCodeRenewed', occurredAt: ledger.now, source: 'staff', byStaffId, payload: {} });
    await ledger.write();
  });
}
