/** Who is signed in. Only the hash of a token is stored; sessions live in real time, not in the office's. */
import { sql } from 'kysely';
import type { Role } from '../../domain/roles.ts';
import type { Db } from '../connection/connection.ts';

const IDLE_MINUTES = 60;
const LIFETIME_HOURS = 12;

export async function createSession(db: Db, staffId: string, tokenHash: Buffer): Promise<{ expiresAt: Date }> {
  const { expires_at: expiresAt } = await db
    .insertInto('sessions')
    .values({
      token_hash: tokenHash,
      staff_id: staffId,
      expires_at: sql<Date>`now() + make_interval(hours => ${LIFETIME_HOURS})`,
    })
    .returning('expires_at')
    .executeTakeFirstOrThrow();
  return { expiresAt };
}

/** Undefined: unknown, expired, idle for too long, or the account is closed. */
export async function findSession(db: Db, tokenHash: Buffer) {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('staff', 'staff.id', 'sessions.staff_id')
    .select([
      'staff.id',
      'staff.username',
      'staff.display_name as displayName',
      'staff.post',
      'staff.office_id as officeId',
      'staff.must_change_password as mustChangePassword',
      'staff.practice',
    ])
    .select(sql<Role[]>`array(select role from staff_roles where staff_id = staff.id order by role)`.as('roles'))
    .select(sql<boolean>`sessions.last_seen_at < now() - interval '1 minute'`.as('isStale'))
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', sql<Date>`now()`)
    .where('sessions.last_seen_at', '>', sql<Date>`now() - make_interval(mins => ${IDLE_MINUTES})`)
    .where('staff.active', '=', true)
    .executeTakeFirst();
  if (!row) return undefined;
  // Once a minute is enough to tell the idle from the busy.
  if (row.isStale) await touchSession(db, tokenHash);
  const { isStale: _, ...me } = row;
  return me;
}

async function touchSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_seen_at: sql<Date>`now()` })
    .where('token_hash', '=', tokenHash)
    .execute();
}

export async function endSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

/** After a change of password or of the account; `except` is the session that goes on. */
export async function endSessionsOf(db: Db, staffId: string, except?: Buffer): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('staff_id', '=', staffId)
    .$if(except !== undefined, (query) => query.where('token_hash', '<>', except!))
    .execute();
}

export async function recordLogin(
  db: Db,
  login: { officeId: string; staffId: string | null; succeeded: boolean },
): Promise<void> {
  await db
    .insertInto('logins')
    .values({ office_id: login.officeId, staff_id: login.staffId, succeeded: login.succeeded })
    .execute();
}

/** Sessions and counted tries that are over; who was signed in when stays in `logins`. */
export async function pruneSignIns(db: Db): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('expires_at', '<', sql<Date>`now() - interval '1 day'`)
    .execute();
  await db.deleteFrom('login_limits').where('expire', '<', Date.now()).execute();
}
