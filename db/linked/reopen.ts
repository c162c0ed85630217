/** Reopening: a transfer that has ended goes on as a linked one from the first step; it takes two people, and costs the case its pass. */
import { Refusal } from '../../domain/errors.ts';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { passBooked } from './booked-money.ts';
import { beginLinked, type LinkedBy } from './begin-linked.ts';
import {
  holdWithCase,
  readEnded,
  requireEnded,
  requireMoneySettled,
  requireNothingOpen,
  type EndedTransfer,
} from './ended-transfer.ts';

interface Asked {
  readonly officeId: string;
  readonly transferId: string;
}

/** How it stands. @throws Refusal not-found, transfer-open, already-decided, duplicate-transfer, not-followed */
export async function lookAtReopening(tx: Tx, { officeId, transferId }: Asked): Promise<EndedTransfer> {
  const ended = await readEnded(tx, officeId, transferId);
  requireEnded(ended);
  requireNothingOpen(ended);
  requireMoneySettled(ended);
  if (ended.isOnItsWay)
    throw new Refusal(
      'already-decided',
      'A remittance of this transfer is on its way, or came back: withdraw it, or let the bank confirm it, first.',
    );
  if (ended.duplicateId !== null)
    throw new Refusal('duplicate-transfer', 'An open transfer of this person with this office exists already.', {
      extra: { transferId: ended.duplicateId },
    });
  // Nobody could say of which credits the money is that would wait for a new form.
  const isMoneyUnknown = !ended.isReversed && ended.direction === 'in' && (ended.bookedFen ?? 0) > ended.bookedPartsFen;
  if (isMoneyUnknown)
    throw new Refusal(
      'not-followed',
      'Its money came with an old ledger, in one sum: add a supplement, or reverse it first.',
    );
  return ended;
}

/** What is booked of a transfer-out is its money that came back by a reversal: it stays here, and nobody asks for it anew. */
export const isBookingTakenBack = ({ direction, isReversed, bookedPartsFen }: EndedTransfer): boolean =>
  direction === 'in' && !isReversed && bookedPartsFen > 0;

/** @returns the id of the linked transfer */
export async function reopen(tx: Tx, keyring: Keyring, asked: Asked & LinkedBy): Promise<string> {
  await holdWithCase(tx, asked.transferId);
  const ended = await lookAtReopening(tx, asked);
  const id = await beginLinked(tx, keyring, ended, 'reopening', asked);
  if (isBookingTakenBack(ended)) await passBooked(tx, keyring, { from: ended, to: id, by: asked });
  return id;
}
