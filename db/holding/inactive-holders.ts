/** Work that is held by somebody who does not work here any more, whoever had taken him out. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { moveOpenWork } from './hand-over.ts';

interface Holder {
  readonly staffId: string;
  readonly officeId: string;
}

/** Everything goes to the manager at one instant, as when an account is deactivated at the counter. @returns number of steps */
export async function takeFromInactive(db: Db): Promise<number> {
  let moved = 0;
  for (const { staffId, officeId } of await inactiveHolders(db)) {
    moved += await db.transaction().execute((tx) =>
      moveOpenWork(tx, {
        officeId,
        fromStaffId: staffId,
        toManager: true,
        stewardships: true,
        why: 'reassigned',
        repairs: 'holder was inactive',
      }),
    );
  }
  return moved;
}

async function inactiveHolders(db: Db): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select staff.id as "staffId", staff.office_id as "officeId" from staff
    where not staff.active and (
      exists (select from steps where steps.owner_id = staff.id and steps.closed_at is null)
      or exists (select from transfers where transfers.steward_id = staff.id and transfers.closed_at is null)
      or exists (select from tasks where tasks.owner_id = staff.id and tasks.closed_at is null)
      or exists (select from credit_parts where credit_parts.owner_id = staff.id
        and credit_parts.state in ('suspense', 'proposed')))
    order by staff.id`.execute(db);
  return rows;
}
