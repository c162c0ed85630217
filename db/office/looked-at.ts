import type { Db } from '../connection/connection.ts';

/** Who looked for or at whom: kinds and ids, never what was typed. */
export async function recordLookUp(
  db: Db,
  lookUp: { officeId: string; staffId: string; kind: string; transferIds: readonly string[] },
): Promise<void> {
  await db
    .insertInto('look_ups')
    .values({
      office_id: lookUp.officeId,
      staff_id: lookUp.staffId,
      kind: lookUp.kind,
      transfer_ids: [...lookUp.transferIds],
    })
    .execute();
}
