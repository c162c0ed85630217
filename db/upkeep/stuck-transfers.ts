/** Transfers whose ledger work fails again and again: shown with an owner as long as they stand still. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { closeTasksOf } from '../holding/task-changes.ts';
import { NEXT_ALARM } from '../procedure/next-alarm.ts';
import { openTask } from '../holding/tasks.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

/** The work of the transfer `t` fails again and again, and somebody was asked to look at it. */
export const STUCK = sql<boolean>`exists (select from tasks k
  where k.transfer_id = t.id and k.kind = 'stuckTransfer' and k.closed_at is null)`;

export interface StuckWork {
  readonly transferId: string;
  readonly ordinal: number;
  /** Which work fails, and the class of the failure: ids and codes only. */
  readonly work: string;
  readonly failure: string;
}

/** One task for the administrator, however often it fails. @returns whether it is new */
export async function noteStuck(db: Db, { transferId, ordinal, work, failure }: StuckWork): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.open(tx, transferId);
    const there = await sql`select from tasks
      where transfer_id = ${transferId} and kind = 'stuckTransfer' and closed_at is null`.execute(tx);
    if (there.rows.length > 0) return false;
    await openTask(ledger, {
      kind: 'stuckTransfer',
      owner: { role: 'administrator' },
      about: { ordinal, work, failure },
      naturalKey: `stuckTransfer:${transferId}:${String(ordinal)}:${ledger.now.toISOString()}`,
    });
    await ledger.write();
    return true;
  });
}

/** What has gone on meanwhile needs nobody any more. @returns number of tasks */
export async function closeMovedOn(db: Db): Promise<number> {
  const { rows } = await sql<{ transferId: string }>`select distinct k.transfer_id as "transferId"
    from tasks k join transfers t on t.id = k.transfer_id
    where k.kind = 'stuckTransfer' and k.closed_at is null
      and (t.closed_at is not null or exists (select from steps s
        where s.transfer_id = t.id and s.ordinal >= (k.about ->> 'ordinal')::integer
          and (s.closed_at is not null or ${NEXT_ALARM} > office_now())))`.execute(db);
  let closed = 0;
  for (const { transferId } of rows) {
    closed += await db
      .transaction()
      .execute((tx) => closeTasksOf(tx, transferId, { kind: 'stuckTransfer' }, { note: 'moves again' }));
  }
  return closed;
}
