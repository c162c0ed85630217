/** Released for payment (放行): proposed by one and confirmed by another (`db/approvals/`), who has not planned it. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { newText } from '../texts/sealed-texts.ts';
import { leftAfterOthers } from './left-after-others.ts';
import { lockRemittance, type LockedRemittance } from './lock.ts';
import { moveTo, requireWay } from './moving.ts';
import { refuseAfterReversal } from './reversed.ts';
import { barredFromPaying, requireMayPay } from './separation.ts';

interface Asked {
  readonly officeId: string;
  readonly remittanceId: string;
  readonly proposedBy: string;
}

/** How it stands, what is to be read before it leaves, and who may not let it go. @throws Refusal not-found, already-decided, amount-mismatch, transfer-closed, separation-of-duties */
export async function lookAtRelease(tx: Tx, keyring: Keyring, { officeId, remittanceId, proposedBy }: Asked) {
  const remittance = await lockRemittance(tx, officeId, remittanceId);
  requireWay(remittance, 'released');
  await refuseAfterReversal(tx, { transferId: remittance.transfer_id, creditPartId: remittance.credit_part_id });
  await requireStillDue(tx, remittance);
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

/** The form may say less since it was planned, and the transfer may have ended without it. @throws Refusal amount-mismatch, transfer-closed */
async function requireStillDue(
  tx: Tx,
  { id, transfer_id: transferId, credit_part_id: partId, amount_fen: fen }: LockedRemittance,
) {
  if (transferId === null || partId !== null) return;
  const left = await leftAfterOthers(tx, transferId, id);
  if (left !== undefined && fen > left)
    throw new Refusal('amount-mismatch', 'That is more than what the form says and is not on its way yet.', {
      extra: { expectedFen: left, receivedFen: fen },
    });
  const { rows } =
    await sql`select from transfers where id = ${transferId}::uuid and closed_at is not null and closing <> 'completed'`.execute(
      tx,
    );
  if (rows.length > 0) throw new Refusal('transfer-closed', 'The transfer has ended without this payment.');
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
