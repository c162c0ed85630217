/** Who works here, in which roles, and who is away. A process keeps what it has read until the ledger says that it has changed. */
import { sql } from 'kysely';
import type { Colleague } from '../../domain/staff/owner-choice.ts';
import type { Db } from '../connection/connection.ts';

export interface Roster {
  readonly revision: string;
  /** Those of the office, in the order of their usernames. */
  of(officeId: string): readonly Colleague[];
}

interface RosterRow {
  readonly revision: string;
  readonly colleagues: readonly (Colleague & { readonly officeId: string })[];
}

let latest: Roster | undefined;

/** The revision has been read in this transaction, and after its locks: nobody who left before is chosen. */
export async function rosterOf(db: Db, revision: string): Promise<Roster> {
  if (latest?.revision === revision) return latest;
  return (latest = await readRoster(db));
}

export async function rosterNow(db: Db): Promise<Roster> {
  const { revision } = await db.selectFrom('roster_revision').select('revision').executeTakeFirstOrThrow();
  return rosterOf(db, revision);
}

/** In one statement, so that what is kept under a revision is who was here under it. */
async function readRoster(db: Db): Promise<Roster> {
  const { rows } = await sql<RosterRow>`select revision,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'officeId', office_id, 'post', post,
      'roles', (select coalesce(jsonb_agg(role order by role), '[]') from staff_roles where staff_id = staff.id),
      'absences', (select coalesce(jsonb_agg(jsonb_build_object('from', from_day, 'until', until_day,
          'standInId', stand_in_id, 'deputyId', deputy_id) order by from_day, id), '[]')
        from absences where staff_id = staff.id and ended_at is null)) order by username), '[]')
      from staff where active) as colleagues
    from roster_revision`.execute(db);
  const { revision, colleagues } = rows[0]!;
  return { revision, of: (officeId) => colleagues.filter((one) => one.officeId === officeId) };
}
