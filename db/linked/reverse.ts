/**
 * Reversal (错转退回): the wrong person's relation and money were moved, and go back. It takes two people. Of a transfer-in its booked money
 * becomes returned and leaves by remittances; of a transfer-out the money that the other office has sent back is booked here again.
 */
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { ownerOf } from '../holding/owners.ts';
import { openTask } from '../holding/tasks.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';
import { newTexts } from '../texts/sealed-texts.ts';
import { returnBooked } from './booked-money.ts';
import type { LinkedBy } from './begin-linked.ts';
import { bookCameBack, lockCameBack, lookAtCameBack } from './came-back.ts';
import {
  readEnded,
  requireCompleted,
  requireEnded,
  requireMoneySettled,
  requireNothingOpen,
  type EndedTransfer,
} from './ended-transfer.ts';

export interface ReversalAsked {
  readonly officeId: string;
  readonly transferId: string;
  /** Of a transfer-out: the parts of credits in which its money came back. */
  readonly creditPartIds: readonly string[];
}

/** How it stands, and what would move. @throws Refusal not-found, transfer-open, not-completed, already-decided, amount-mismatch, invalid */
export async function lookAtReversal(
  tx: Tx,
  asked: ReversalAsked,
): Promise<EndedTransfer & { readonly amountFen: number }> {
  const ended = await readEnded(tx, asked.officeId, asked.transferId);
  requireEnded(ended);
  requireCompleted(ended);
  requireNothingOpen(ended);
  requireMoneySettled(ended);
  if (ended.direction === 'out') return { ...ended, amountFen: await lookAtCameBack(tx, asked) };
  return { ...ended, amountFen: ended.bookedFen ?? 0 };
}

/** Who has booked it has an interest in that it was right. */
export async function bookersOf(tx: Tx, transferId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('events')
    .select(['by_staff_id', 'confirmed_by'])
    .where('transfer_id', '=', transferId)
    .where('kind', '=', 'booked')
    .execute();
  return rows.flatMap((row) => [row.by_staff_id, row.confirmed_by]).filter((id) => id !== null);
}

interface Reversing extends ReversalAsked, LinkedBy {
  readonly confirmedBy: string;
  readonly approvalId: string;
}

export async function reverse(tx: Tx, keyring: Keyring, asked: Reversing): Promise<void> {
  const { officeId, transferId, byStaffId, confirmedBy, approvalId, note } = asked;
  const ledger = await TransferLedger.open(tx, transferId, officeId);
  await lockCameBack(tx, asked);
  const { direction, amountFen } = await lookAtReversal(tx, asked);
  const { staffId: financeId } = await ownerOf(ledger, { role: 'finance' });
  if (direction === 'in') await returnBooked(tx, keyring, { transferId, ownerId: financeId, by: asked });
  else await bookCameBack(tx, keyring, { asked, by: asked });
  await tx
    .insertInto('reversals')
    .values({
      transfer_id: transferId,
      office_id: officeId,
      amount_fen: amountFen,
      reversed_at: ledger.now,
      approval_id: approvalId,
      by_staff_id: byStaffId,
      confirmed_by: confirmedBy,
    })
    .execute();
  ledger.note({
    kind: 'transferReversed',
    occurredAt: ledger.now,
    source: 'staff',
    byStaffId,
    confirmedBy,
    payload: { amountFen, approvalId },
    texts: newTexts(keyring, { officeId, transferId }, note === undefined ? {} : { note }),
  });
  await oweWhatFollows(ledger, financeId, direction === 'in' && amountFen > 0);
  await ledger.write();
}

/** The relation goes back and the other office is written to; money that goes back is planned; the person is told of what was moved in their name. */
async function oweWhatFollows(ledger: TransferLedger, financeId: string, isMoneyOwed: boolean): Promise<void> {
  const { id, steward_id: stewardId, direction } = ledger.transfer;
  const owner = { role: 'clerk', prefer: [stewardId] } as const;
  await openTask(ledger, { kind: 'reversedTransfer', owner, naturalKey: `reversedTransfer:${id}` });
  if (isMoneyOwed) {
    const naturalKey = `reversedTransfer:${id}:money`;
    await openTask(ledger, { kind: 'reversedTransfer', owner: financeId, about: { money: true }, naturalKey });
  }
  if (direction === 'in')
    await openTask(ledger, { kind: 'tellPerson', owner, naturalKey: `tellPerson:${id}:reversed` });
}
