import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import type { Roster } from '../office/roster.ts';

/** Somebody was taken out of the ledger by hand, and left what he held. */
export function noteRepair(ledger: TransferLedger, roster: Roster, ownerId: string): void {
  if (roster.of(ledger.transfer.office_id).some(({ id }) => id === ownerId)) return;
  ledger.note({ kind: 'repaired', occurredAt: ledger.now, source: 'system', payload: { why: 'holder was inactive' } });
}
