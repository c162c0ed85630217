import type { Db } from '../../db/connection/connection.ts';
import { anAcceptedTransfer, aResidentId } from './walk.ts';
import type { TestOffice } from './office.ts';

/** A transfer whose person has 13912345678, and the code of its status page. */
export async function aTransferWithCode(
  db: Db,
  office: TestOffice,
  change: object = {},
): Promise<{ id: string; code: string }> {
  const person = { name: '特别的名', idNumber: aResidentId(), mobile: '13912345678' };
  const id = await anAcceptedTransfer(db, office, { person, ...change });
  const row = await db.selectFrom('transfers').select('status_code').where('id', '=', id).executeTakeFirstOrThrow();
  return { id, code: row.status_code };
}
