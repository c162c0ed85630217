/** A part that somebody decides about: locked, decided once, and the decision kept. */
import { sql } from 'kysely';
import { keyReused, Refusal } from '../../domain/errors.ts';
import type { Tx } from '../connection/connection.ts';
import { closeMoneyTask } from './ask-finance.ts';
import { insertMatch } from '../money/matches.ts';
import type { Keyring } from '../connection/sealing.ts';
import { newText } from '../texts/sealed-texts.ts';

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

interface Before {
  before_credit_id: string | null;
  before_hash: Buffer | null;
}

const BEFORE = ({ officeId, idempotencyKey }: Decision) =>
  sql`(select credit_id as before_credit_id, body_hash as before_hash from matches
    where office_id = ${officeId} and idempotency_key = ${idempotencyKey}) as before`;

function isDecided({ before_credit_id: creditId, before_hash: hash }: Before, asked: Decision): boolean {
  if (creditId === null) return false;
  if (creditId !== asked.creditId || !isSameBody(hash, asked.bodyHash)) {
    throw keyReused();
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
  const { rows: looked } = await sql<Before & { transfer_id: string | null; is_there: boolean }>`
    select part.transfer_id, part.id is not null as is_there, before_credit_id, before_hash
    from (select) one left join ${BEFORE(asked)} on true left join credit_parts part
      on part.id = ${asked.partId} and part.credit_id = ${asked.creditId} and part.office_id = ${asked.officeId}`.execute(
    tx,
  );
  const seen = looked[0]!;
  if (isDecided(seen, asked)) return undefined;
  if (!seen.is_there) throw new Refusal('not-found', 'This credit has no such part.');
  const transferIds = [asked.transferId, seen.transfer_id].filter((id) => id != null);
  await sql`select 1 from transfers where id = any(${transferIds}::uuid[]) order by id for update`.execute(tx);
  await sql`select 1 from credits where id = ${asked.creditId} for update`.execute(tx);
  const { rows } = await sql<Part & Before>`
    select id, credit_id, amount_fen, state, transfer_id, owner_id, reason, office_now() as now, before_credit_id, before_hash
    from credit_parts left join ${BEFORE(asked)} on true where id = ${asked.partId} for update of credit_parts`.execute(
    tx,
  );
  const part = rows[0]!;
  // The same decision sent twice at once: the second one has waited for the lock.
  if (isDecided(part, asked)) return undefined;
  if (part.transfer_id !== seen.transfer_id)
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
    note: newText(keyring, { officeId: asked.officeId, transferId }, asked.note),
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
