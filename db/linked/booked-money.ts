/** Where the booked money of an ended transfer goes when it is reopened or reversed: every fen from one state to another, with the decision. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import type { Keyring } from '../connection/sealing.ts';
import { insertMatch } from '../money/matches.ts';
import { movePart, type PartTarget } from '../money/parts.ts';
import { newText } from '../texts/sealed-texts.ts';
import type { LinkedBy } from './begin-linked.ts';
import type { EndedTransfer } from './ended-transfer.ts';

interface BookedPart {
  id: string;
  credit_id: string;
  amount_fen: number;
}

/** Credit before part, as everywhere. */
async function lockBooked(tx: Tx, transferId: string): Promise<BookedPart[]> {
  await sql`select 1 from credits where id in (select credit_id from credit_parts
    where transfer_id = ${transferId} and state = 'booked') order by id for update`.execute(tx);
  const { rows } = await sql<BookedPart>`select id, credit_id, amount_fen from credit_parts
    where transfer_id = ${transferId} and state = 'booked' order by id for update`.execute(tx);
  return rows;
}

interface Moved {
  readonly officeId: string;
  readonly decision: 'matched' | 'returned';
  readonly target: PartTarget;
  readonly by: LinkedBy;
}

async function noteMoved(
  tx: Tx,
  keyring: Keyring,
  part: BookedPart,
  { officeId, decision, target, by }: Moved,
): Promise<void> {
  const partId = await movePart(tx, part, part.amount_fen, target);
  await insertMatch(tx, {
    officeId,
    creditId: part.credit_id,
    partId,
    transferId: target.transferId,
    decision,
    amountFen: part.amount_fen,
    key: 'person',
    byStaffId: by.byStaffId,
    ...(by.confirmedBy !== undefined && { confirmedBy: by.confirmedBy }),
    note: newText(keyring, { officeId, transferId: target.transferId }, by.note),
  });
}

/** The booking is taken back: its money waits, matched, for the form of the linked transfer, and is booked with it. */
export async function passBooked(
  tx: Tx,
  keyring: Keyring,
  { from, to, by }: { readonly from: EndedTransfer; readonly to: string; readonly by: LinkedBy },
): Promise<void> {
  const target = { state: 'matched', transferId: to, ownerId: from.stewardId, reason: 'reopened' } as const;
  for (const part of await lockBooked(tx, from.id))
    await noteMoved(tx, keyring, part, { officeId: by.officeId, decision: 'matched', target, by });
}

/** Of the wrong person: it goes back, and a remittance of each part pays it. */
export async function returnBooked(
  tx: Tx,
  keyring: Keyring,
  { transferId, ownerId, by }: { readonly transferId: string; readonly ownerId: string; readonly by: LinkedBy },
): Promise<void> {
  const target = { state: 'returned', transferId, ownerId, reason: RETURNED_FOR } as const;
  for (const part of await lockBooked(tx, transferId))
    await noteMoved(tx, keyring, part, { officeId: by.officeId, decision: 'returned', target, by });
}

/** Somebody else's money: 误收他人款项. */
const RETURNED_FOR = 'F07';

/** Of a transfer-out that was reversed: its money is in the person's account here again. */
export function noteBookedBack(
  tx: Tx,
  keyring: Keyring,
  part: BookedPart,
  { officeId, transferId }: { readonly officeId: string; readonly transferId: string },
  by: LinkedBy,
): Promise<void> {
  const target = { state: 'booked', transferId, ownerId: by.byStaffId, reason: 'reversed' } as const;
  return noteMoved(tx, keyring, part, { officeId, decision: 'matched', target, by });
}
