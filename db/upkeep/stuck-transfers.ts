/** Transfers whose ledger work fails again and again: shown with an owner as long as they stand still. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { closeTasks } from '../holding/task-changes.ts';
import { NEXT_ALARM } from '../procedure/next-alarm.ts';
import { selectSteps } from '../procedure/step-rows.ts';
import { askForMending, type StuckWork } from '../holding/stuck.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

/** @returns whether nobody had been asked yet */
export async function noteStuck(
  db: Db,
  { transferId, ...stuck }: Omit<StuckWork, 'ordinal'> & { readonly transferId: string },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const ledger = await TransferLedger.open(tx, transferId);
    // A run may be far behind: what has to move is the step that stands open, or the one that cannot be opened.
    const steps = await selectSteps(tx, transferId);
    const ordinal = steps.find(({ closed_at: closedAt }) => closedAt === null)?.ordinal ?? steps.length + 1;
    const isNew = await askForMending(ledger, { ...stuck, ordinal });
    await ledger.write();
    return isNew;
  });
}

/** What has gone on meanwhile needs nobody any more. @returns number of tasks */
export async function closeMovedOn(db: Db): Promise<number> {
  let closed = 0;
  for (const { transferId, taskId } of await movedOn(db)) {
    closed += await db.transaction().execute(async (tx) => {
      const ledger = await TransferLedger.open(tx, transferId);
      // It may have got stuck again while nobody held it.
      const still = (await movedOn(tx, taskId)).length > 0;
      const ended = still ? await closeTasks(ledger, { id: taskId }, { note: 'moves again' }) : 0;
      await ledger.write();
      return ended;
    });
  }
  return closed;
}

async function movedOn(db: Db, only?: string): Promise<{ transferId: string; taskId: string }[]> {
  const { rows } = await sql<{ transferId: string; taskId: string }>`
    select k.transfer_id as "transferId", k.id as "taskId" from tasks k join transfers t on t.id = k.transfer_id
    where k.kind = 'stuckTransfer' and k.closed_at is null and (${only ?? null}::uuid is null or k.id = ${only ?? null}::uuid)
      and (t.closed_at is not null or exists (select from steps s
        where s.transfer_id = t.id and s.ordinal >= (k.about ->> 'ordinal')::integer
          and (s.closed_at is not null or ${NEXT_ALARM} > office_now())))
    order by k.transfer_id, k.id`.execute(db);
  return rows;
}
