/** What the ledger holds of one transfer, as its rows stand. */
import type { Db } from '../../db/connection/connection.ts';

export const transferRowOf = (db: Db, transferId: string) =>
  db.selectFrom('transfers').selectAll().where('id', '=', transferId).executeTakeFirstOrThrow();

export const stepRowsOf = (db: Db, transferId: string) =>
  db.selectFrom('steps').selectAll().where('transfer_id', '=', transferId).orderBy('ordinal').execute();

export const openStepOf = (db: Db, transferId: string) =>
  db
    .selectFrom('steps')
    .selectAll()
    .where('transfer_id', '=', transferId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();

export async function seqOf(db: Db, transferId: string, kind: string): Promise<number> {
  const { seq } = await db
    .selectFrom('events')
    .select('seq')
    .where('transfer_id', '=', transferId)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return seq;
}
