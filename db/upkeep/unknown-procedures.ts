/** Open transfers that follow a procedure which only a later release knows: nobody here can go on with them, and somebody must know. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { proceduresOf } from '../connection/procedures.ts';
import { askForMending, STUCK } from '../holding/stuck.ts';
import { TransferLedger } from '../ledger/transfer-ledger.ts';

const AT_MOST = 200;

/** One task for each, until it has come to its next step. @returns number of tasks */
export async function askForUnknown(db: Db): Promise<number> {
  const known = proceduresOf(db).all.map(({ key }) => key);
  const { rows } = await sql<{ id: string; steps: number }>`
    select t.id, (select count(*)::integer from steps where transfer_id = t.id) as steps from transfers t
    where t.closed_at is null and t.followed and not ${STUCK}
      and not t.direction || '/' || t.procedure_type || '/' || t.procedure_version = any(${known}::text[])
    order by t.id limit ${AT_MOST}`.execute(db);
  for (const { id, steps } of rows) {
    await db.transaction().execute(async (tx) => {
      const ledger = await TransferLedger.open(tx, id);
      await askForMending(ledger, { ordinal: steps + 1, work: 'follow', failure: 'unknown-procedure' });
      await ledger.write();
    });
  }
  return rows.length;
}
