import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

/** What was changed of the person of a transfer, at whichever of their transfers; the values themselves stay sealed. */
export async function listPersonChanges(db: Db, transferId: string) {
  const { rows } = await sql<{
    field: 'mobile' | 'address' | 'name' | 'idNumber' | 'person';
    changedAt: Date;
    byName: string;
    confirmedByName: string | null;
  }>`
    select changed.field, changed.changed_at as "changedAt", who.display_name as "byName", second.display_name as "confirmedByName"
    from transfers t join cases c on c.id = t.case_id join person_changes changed on changed.person_id = c.person_id
    join staff who on who.id = changed.by_staff_id left join staff second on second.id = changed.confirmed_by
    where t.id = ${transferId} order by changed.changed_at, changed.id`.execute(db);
  return rows.map(({ changedAt, ...row }) => ({ ...row, changedAt: changedAt.toISOString() }));
}
