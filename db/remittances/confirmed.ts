/** What the bank's word for a remittance means to its transfer: the step that waits for the money to leave is done. */
import { sql } from 'kysely';
import { allowedDuring } from '../../domain/procedures/rules.ts';
import type { Tx } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import type { Keyring } from '../connection/sealing.ts';
import { leftToPay } from '../facts/amount-due.ts';
import { recordFactIn } from '../facts/recording.ts';
import type { LockedRemittance } from './lock.ts';
import { standingOf } from './standing.ts';

interface Confirmed {
  readonly remittance: Pick<LockedRemittance, 'id' | 'transfer_id' | 'credit_part_id'>;
  /** When the bank has booked it. */
  readonly at: Date;
}

/**
 * Records `fundSent` once what has left is what is due. Until then another remittance is on its way; what is more than that, or what
 * somebody has said by hand already, is left to people.
 */
export async function tellConfirmed(tx: Tx, keyring: Keyring, { remittance, at }: Confirmed): Promise<void> {
  const { id, transfer_id: transferId, credit_part_id: partId } = remittance;
  if (transferId === null || partId !== null || !(await waitsForMoney(tx, transferId))) return;
  const amountFen = await leftUntold(tx, transferId);
  if (amountFen !== (await leftToPay(tx, transferId))) return;
  await recordFactIn(tx, keyring, {
    transferId,
    detail: { kind: 'fundSent', amountFen },
    occurredAt: at,
    by: { staffId: null, source: 'bank' },
    idempotencyKey: `remitted:${id}`,
  });
}

async function waitsForMoney(tx: Tx, transferId: string): Promise<boolean> {
  const { rows } = await sql<{ step: string; procedure: string }>`select step, steps.procedure from steps
    join transfers on transfers.id = transfer_id
    where transfer_id = ${transferId} and steps.closed_at is null and transfers.closed_at is null and followed`.execute(
    tx,
  );
  const [open] = rows;
  const procedure = open && proceduresOf(tx).find(open.procedure);
  return procedure !== undefined && allowedDuring(procedure, 'fundSent', open!.step);
}

/** Confirmed, in fen, of what was planned since it was last said that money has left. */
async function leftUntold(tx: Tx, transferId: string): Promise<number> {
  const { rows } = await sql<{ fen: number }>`select coalesce(sum(amount_fen), 0)::bigint as fen
    from (${standingOf(transferId)}) as standing where state = 'confirmed' and not told`.execute(tx);
  return rows[0]!.fen;
}
