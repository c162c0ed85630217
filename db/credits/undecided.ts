/** A part that somebody decides about: locked, decided once, and the decision kept. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Tx } from '../connection/connection.ts';
import { closeMoneyTask } from './ask-finance.ts';
import { insertMatch } from '../money/matches.ts';
import type { Keyring } from '../connection/sealing.ts';

export interface Decision {
  readonly officeId: string;
  readonly creditId: string;
  readonly partId: string;
  readonly byStaffId: string;
  /** The second person, where it takes two. */
  readonly confirmedBy?: string;
  readonly note?: string;
  readonly idempotencyKey: string;
  /** Of the canonical body: the same key with another body is refused. */
  readonly bodyHash?: Buffer;
}

export interface Part {
  id: string;
  credit_id: string;
  amount_fen: number;
  state: string;
  transfer_id: string | null;
  owner_id: string;
  reason: string;
  now: Date;
}

async function decidedBefore(tx: Tx, asked: Decision): Promise<boolean> {
  const { rows } = await sql<{ credit_id: string; body_hash: Buffer | null }>`select credit_id, body_hash from matches
    where office_id = ${asked.officeId} and idempotency_key = ${asked.idempotencyKey}`.execute(tx);
  const before = rows[0];
  if (!before) return false;
  if (before.credit_id !== asked.creditId || !isSameBody(before.body_hash, asked.bodyHash)) {
    throw new Refusal('idempotency-key-reused', 'This Idempotency-Key was used for something else.');
  }
  return true;
}

const isSameBody = (before: Buffer | null, now: Buffer | undefined): boolean =>
  before === null || now === undefined || before.equals(now);

/**
 * Undefined when this very decision was made before. Transfer before credit before part, as everywhere: two decisions, or a
 * decision and a form, cannot block each other.
 */
export async function lockUndecided(tx: Tx, asked: Decision & { transferId?: string }): Promise<Part | undefined> {
  if (await decidedBefore(tx, asked)) return undefined;
  const { rows: seen } = await sql<{ transfer_id: string | null }>`select transfer_id from credit_parts
    where id = ${asked.partId} and credit_id = ${asked.creditId} and office_id = ${asked.officeId}`.execute(tx);
  if (!seen[0]) throw new Refusal('not-found', 'This credit has no such part.');
  const transferIds = [asked.transferId, seen[0].transfer_id].filter((id) => id != null);
  await sql`select 1 from transfers where id = any(${transferIds}::uuid[]) order by id for update`.execute(tx);
  await sql`select 1 from credits where id = ${asked.creditId} for update`.execute(tx);
  // The same decision sent twice at once: the second one has waited for the lock.
  if (await decidedBefore(tx, asked)) return undefined;
  const { rows } =
    await sql<Part>`select id, credit_id, amount_fen, state, transfer_id, owner_id, reason, office_now() as now
    from credit_parts where id = ${asked.partId} for update`.execute(tx);
  const part = rows[0]!;
  if (part.transfer_id !== seen[0].transfer_id)
    throw new Refusal('already-decided', 'This money has just been moved; look again.');
  return part;
}

export async function noteDecision(
  tx: Tx,
  keyring: Keyring,
  asked: Decision,
  part: Part,
  { decision, amountFen, transferId }: { decision: string; amountFen: number; transferId: string | null },
): Promise<void> {
  await insertMatch(tx, {
    officeId: asked.officeId,
    creditId: part.credit_id,
    partId: part.id,
    transferId,
    decision,
    amountFen,
    key: 'person',
    byStaffId: asked.byStaffId,
    ...(asked.confirmedBy !== undefined && { confirmedBy: asked.confirmedBy }),
    note: asked.note ? keyring.seal(asked.note).toString('base64') : '',
    idempotencyKey: asked.idempotencyKey,
    ...(asked.bodyHash && { bodyHash: asked.bodyHash }),
  });
  const { officeId, byStaffId } = asked;
  if (amountFen === part.amount_fen && decision !== 'rejected')
    await closeMoneyTask(tx, { officeId, partId: part.id, byStaffId });
}

export function requireState(part: Pick<Part, 'state'>, states: readonly string[]): void {
  if (states.includes(part.state)) return;
  throw new Refusal(
    'already-decided',
    `This money is ${part.state}; only ${states.join(' or ')} money can be decided so.`,
    { extra: { state: part.state } },
  );
}
