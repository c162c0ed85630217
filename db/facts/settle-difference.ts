/** What was too much has been put out of a case: where form and money agree by that, nobody has to say so once more. */
import { outcomeBy } from '../../domain/procedures/rules.ts';
import type { Keyring } from '../connection/sealing.ts';
import type { Tx } from '../connection/connection.ts';
import { recordOnce } from './recording.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { sumFunds } from '../procedure/form-against-money.ts';
import { openAmong, stepsUnderLock } from '../procedure/step-rows.ts';

/** The ledger compares, as when money comes; who put the excess out stands with the money. */
export async function settleDifference(tx: Tx, keyring: Keyring, transferId: string): Promise<void> {
  const ledger = await TransferLedger.openWithSteps(tx, transferId);
  const open = openAmong(await stepsUnderLock(ledger));
  const procedure = ledger.knownProcedure;
  if (!open || !procedure || !ledger.transfer.followed) return;
  if (outcomeBy(procedure, { kind: 'fundsAgreed', step: open.step }) === undefined) return;
  const { total, matched, pending } = await sumFunds(tx, transferId);
  if (total === null || matched + pending !== total) return;
  await recordOnce(ledger, keyring, {
    transferId,
    detail: { kind: 'fundsAgreed' },
    by: { staffId: null, source: 'system' },
  });
}
