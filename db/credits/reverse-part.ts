/** Some money of a credit is taken back by a debit: the transfer that counted on it is told by a fact. */
import { moneyArrived } from '../../domain/money/money-arrived.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { recordFactIn } from '../facts/recording.ts';
import { insertMatch } from '../money/matches.ts';
import { movePart } from '../money/parts.ts';
import { closeMoneyTask } from './ask-finance.ts';
import { officeTime } from './office-time.ts';
import type { CandidatePart } from './reversed-candidates.ts';

export interface Reversing {
  readonly officeId: string;
  readonly creditId: string;
  readonly part: Pick<CandidatePart, 'id' | 'amount_fen' | 'state' | 'transfer_id'>;
  readonly amountFen: number;
  readonly entryId: string;
  readonly bookedOn: string;
  /** Finance, whoever had it before. */
  readonly ownerId: string;
  /** A person has said so; else the bank. */
  readonly byStaffId?: string;
}

export async function reversePart(tx: Tx, keyring: Keyring, reversing: Reversing): Promise<void> {
  const { officeId, creditId, part, amountFen, entryId, ownerId, byStaffId } = reversing;
  const transferId = part.transfer_id;
  const partId = await movePart(tx, part, amountFen, {
    state: 'reversed',
    transferId,
    ownerId,
    reason: 'reversed',
    entryId,
  });
  if (amountFen === part.amount_fen)
    await closeMoneyTask(tx, { officeId, partId: part.id, byStaffId: byStaffId ?? null });
  if (byStaffId === undefined)
    await insertMatch(tx, { officeId, creditId, partId, transferId, decision: 'reversed', amountFen, key: 'debit' });
  if (transferId === null || part.state === 'suspense') return;
  await recordFactIn(tx, keyring, {
    transferId,
    detail: { kind: 'fundReversed', creditId, partId, amountFen, entryId },
    // A person says now which credit it was that the bank has taken back.
    ...(byStaffId === undefined
      ? { occurredAt: moneyArrived(reversing.bookedOn, await officeTime(tx)), by: { staffId: null, source: 'bank' } }
      : { by: { staffId: byStaffId, source: 'staff' } }),
    idempotencyKey: `reversed:${entryId}:${partId}`,
  });
}
