/** Released for payment (放行): proposed by one and confirmed by another (`db/approvals/`), who has not planned it. */
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { newText } from '../texts/sealed-texts.ts';
import { lockRemittance } from './lock.ts';
import { moveTo, requireWay } from './moving.ts';
import { barredFromPaying, requireMayPay } from './separation.ts';

interface Asked {
  readonly officeId: string;
  readonly remittanceId: string;
  readonly proposedBy: string;
}

/** How it stands, what is to be read before it leaves, and who may not let it go. @throws Refusal not-found, already-decided, separation-of-duties */
export async function lookAtRelease(tx: Tx, keyring: Keyring, { officeId, remittanceId, proposedBy }: Asked) {
  const remittance = await lockRemittance(tx, officeId, remittanceId);
  requireWay(remittance, 'released');
  const of = { officeId, transferId: remittance.transfer_id };
  await requireMayPay(tx, of, proposedBy);
  const { reference, amount_fen: amountFen, funds_month: fundsMonth, funded_month: fundedMonth, place } = remittance;
  return {
    reference,
    transferId: remittance.transfer_id,
    state: remittance.state,
    amountFen,
    fundsMonth,
    fundedMonth,
    place,
    payeeName: keyring.openText(remittance.payee_sealed) ?? '',
    payeeAccount: keyring.openText(remittance.payee_account_sealed) ?? '',
    barred: [...new Set([remittance.planned_by, ...(await barredFromPaying(tx, of))])],
  };
}

interface Releasing extends Asked {
  readonly confirmedBy: string;
  readonly approvalId: string;
  readonly note: string | undefined;
}

export async function release(tx: Tx, keyring: Keyring, releasing: Releasing): Promise<void> {
  const { officeId, remittanceId, proposedBy, confirmedBy, approvalId, note } = releasing;
  const remittance = await lockRemittance(tx, officeId, remittanceId);
  const about = { officeId, transferId: remittance.transfer_id };
  // Funds may be told with a later hour of the day than the one at which somebody confirms.
  const occurredAt = remittance.now > remittance.since ? remittance.now : remittance.since;
  await moveTo(tx, remittance, 'released', {
    occurredAt,
    byStaffId: proposedBy,
    confirmedBy,
    releaseApprovalId: approvalId,
    note: newText(keyring, about, note),
    idempotencyKey: `approval:${approvalId}`,
  });
}
