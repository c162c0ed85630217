/** Who has work with a person now: whoever has must reach them, and sees their numbers without asking. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { inCareOf } from '../holding/in-care.ts';

/** Owner of an open step or task of any of the person's transfers, or steward of an open one, or in the place of a steward who is away. */
export async function hasWorkWith(db: Db, transferId: string, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (
    select from transfers asked join cases c on c.id = asked.case_id join cases own on own.person_id = c.person_id
    join transfers t on t.case_id = own.id and t.office_id = asked.office_id
    where asked.id = ${transferId} and (
      (t.closed_at is null and ${inCareOf(staffId)})
      or exists (select from steps s where s.transfer_id = t.id and s.closed_at is null and s.owner_id = ${staffId})
      or exists (select from tasks k where k.transfer_id = t.id and k.closed_at is null and k.owner_id = ${staffId}))
  ) as has`.execute(db);
  return rows[0]!.has;
}
