/** What a person decides about money: confirm, reject, say whose it is. Each decision is made once. */
import { sql } from 'kysely';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import { dateOf } from '../../domain/time/shanghai-day.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { askAgain } from './ask-finance.ts';
import { lockUndecided, noteDecision, requireState, type Decision, type Part } from './undecided.ts';
import { reversePart } from './reverse-part.ts';
import { movePart } from '../money/parts.ts';
import { ownerNow } from '../holding/owners.ts';
import { recordNewFactIn } from '../facts/recording.ts';
import { settleDifference } from '../facts/settle-difference.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface MatchDecision extends Decision {
  readonly decision: 'confirm' | 'reject' | 'match' | 'reverse';
  /** Required with `match`. */
  readonly transferId?: string;
  /** Required with `reverse`: the bank's debit. */
  readonly entryId?: string;
  /** Less than the part: the rest stays where it is. */
  readonly amountFen?: number;
}

interface Deciding {
  readonly asked: MatchDecision;
  readonly part: Part;
  readonly amountFen: number;
}

/** @throws Refusal not-found, already-decided, transfer-closed, amount-mismatch, invalid, idempotency-key-reused */
export function decideMatch(db: Db, keyring: Keyring, asked: MatchDecision): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const part = await lockUndecided(tx, asked);
    if (!part) return;
    const deciding: Deciding = { asked, part, amountFen: checkAmount(asked.amountFen, part) };
    switch (asked.decision) {
      case 'confirm':
        requireState(part, ['proposed']);
        return matchPart(tx, keyring, deciding, part.transfer_id!);
      case 'reject':
        requireState(part, ['proposed', 'reversed']);
        return rejectPart(tx, keyring, deciding);
      case 'match':
        requireState(part, ['suspense']);
        return matchPart(tx, keyring, deciding, requireTransfer(asked));
      case 'reverse':
        requireState(part, ['suspense', 'proposed', 'matched']);
        return reverseByHand(tx, keyring, deciding);
    }
  });
}

/** Only what the bank has debited can be taken back, and never more than that; what pays a remittance takes nothing back. */
async function reverseByHand(tx: Tx, keyring: Keyring, { asked, part, amountFen }: Deciding): Promise<void> {
  const { officeId, creditId, byStaffId, entryId = null } = asked;
  const { rows } = await sql<{ id: string; booked_on: string; left: number }>`select id, booked_on,
      (amount_fen - coalesce((select sum(amount_fen) from credit_parts where entry_id = entry.id), 0)
        - coalesce((select amount_fen from remittances where debit_entry_id = entry.id), 0))::bigint as left
    from bank_entries entry where id = ${entryId}::uuid and office_id = ${officeId} and direction = 'debit' for update`.execute(
    tx,
  );
  const entry = rows[0];
  if (!entry)
    return refuseDefects([{ field: 'entryId', code: 'unknown', message: 'Name the bank’s debit, as the task does.' }]);
  if (entry.left < amountFen)
    throw new Refusal('amount-mismatch', 'The bank has debited less than that.', {
      extra: { leftFen: entry.left, amountFen },
    });
  await noteDecision(tx, keyring, asked, part, { decision: 'reversed', amountFen, transferId: part.transfer_id });
  await reversePart(tx, keyring, {
    officeId,
    creditId,
    part,
    amountFen,
    entryId: entry.id,
    bookedOn: entry.booked_on,
    ownerId: byStaffId,
    byStaffId,
  });
}

function checkAmount(amountFen: number | undefined, part: Part): number {
  const amount = amountFen ?? part.amount_fen;
  if (amount <= 0 || amount > part.amount_fen) {
    refuseDefects([
      { field: 'amountFen', code: 'amount', message: 'More than nothing and at most the amount of the part.' },
    ]);
  }
  return amount;
}

function requireTransfer({ transferId }: MatchDecision): string {
  if (transferId === undefined)
    refuseDefects([{ field: 'transferId', code: 'missing', message: 'Say whose money it is.' }]);
  return transferId!;
}

async function matchPart(
  tx: Tx,
  keyring: Keyring,
  { asked, part, amountFen }: Deciding,
  transferId: string,
): Promise<void> {
  const transfer = await readWaiting(tx, asked.officeId, transferId);
  if (transfer.total !== null && transfer.matched + amountFen > transfer.total) {
    throw new Refusal('amount-mismatch', 'With this the transfer would have more than its info form says.', {
      extra: { expectedFen: transfer.total, matchedFen: transfer.matched, amountFen },
    });
  }
  const partId = await movePart(tx, part, amountFen, {
    state: 'matched',
    transferId,
    ownerId: transfer.steward_id,
    reason: asked.decision,
  });
  const decision = asked.decision === 'confirm' ? 'confirmed' : 'matched';
  await noteDecision(tx, keyring, asked, part, { decision, amountFen, transferId });
  // Under this key only this decision records it, and it was not made before.
  await recordNewFactIn(tx, keyring, {
    transferId,
    detail: { kind: 'fundReceived', creditId: part.credit_id, partId, amountFen, verdict: 'match' },
    by: { staffId: asked.byStaffId, source: 'staff' },
    ...(asked.note && { note: asked.note }),
    idempotencyKey: `match:${partId}:${asked.idempotencyKey}`,
  });
}

interface WaitingRow {
  steward_id: string;
  closed_at: Date | null;
  total: number | null;
  matched: number;
}

/** Locked by whoever locked the money. */
async function readWaiting(tx: Tx, officeId: string, transferId: string): Promise<WaitingRow> {
  const { rows } = await sql<WaitingRow>`select steward_id, closed_at,
    (select total_fen from info_forms where transfer_id = transfers.id and state = 'received') as total,
    (select coalesce(sum(amount_fen), 0)::bigint from credit_parts
      where transfer_id = transfers.id and state in ('matched', 'booked')) as matched
    from transfers where id = ${transferId} and office_id = ${officeId} and direction = 'in'`.execute(tx);
  const row = rows[0];
  if (!row) throw new Refusal('not-found', 'There is no such transfer.');
  if (row.closed_at) throw new Refusal('transfer-closed', 'This transfer is closed; it waits for no money.');
  return row;
}

async function rejectPart(tx: Tx, keyring: Keyring, { asked, part, amountFen }: Deciding): Promise<void> {
  const { officeId, creditId } = asked;
  const question = { role: 'finance', on: dateOf(part.now), prefer: [asked.byStaffId] } as const;
  const { staffId } = await ownerNow(tx, officeId, question);
  await noteDecision(tx, keyring, asked, part, { decision: 'rejected', amountFen, transferId: part.transfer_id });
  const partId = await movePart(tx, part, amountFen, {
    state: 'suspense',
    transferId: null,
    ownerId: staffId,
    reason: 'rejected',
  });
  await askAgain(tx, {
    officeId,
    creditId,
    partId,
    ownerId: staffId,
    state: 'suspense',
    reason: 'rejected',
  });
  if (part.transfer_id !== null) await settleDifference(tx, keyring, part.transfer_id);
}
