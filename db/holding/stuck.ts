/** Transfers whose ledger work fails: shown with an owner as long as they stand still. */
import { sql } from 'kysely';
import type { TransferLedger } from '../ledger/transfer-ledger.ts';
import { openTask } from './tasks.ts';

/** The work of the transfer `t` fails again and again, and somebody was asked to look at it. */
export const STUCK = sql<boolean>`exists (select from tasks k
  where k.transfer_id = t.id and k.kind = 'stuckTransfer' and k.closed_at is null)`;

export interface StuckWork {
  readonly ordinal: number;
  /** Which work fails, and the class of the failure: ids and codes only. */
  readonly work: string;
  readonly failure: string;
}

/** One task for the administrator, however often it fails. @returns whether it is new */
export async function askForMending(ledger: TransferLedger, { ordinal, work, failure }: StuckWork): Promise<boolean> {
  const { tx, transfer, now } = ledger;
  const there = await sql`select from transfers t where t.id = ${transfer.id} and ${STUCK}`.execute(tx);
  if (there.rows.length > 0) return false;
  await openTask(ledger, {
    kind: 'stuckTransfer',
    owner: { role: 'administrator' },
    about: { ordinal, work, failure },
    naturalKey: `stuckTransfer:${transfer.id}:${String(ordinal)}:${now.toISOString()}`,
  });
  return true;
}
