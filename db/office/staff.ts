/** Accounts of the office: roles, load, absence. An account is never deleted; it becomes inactive. */
import { sql } from 'kysely';
import { Refusal } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { IN_FORCE } from './in-force.ts';

/** How a person of the office is named wherever one is shown. */
export interface StaffRef {
  readonly id: string;
  readonly displayName: string;
  readonly post: string;
}

export const staffRef = (id: string, displayName: string, post: string): StaffRef => ({ id, displayName, post });

const OPEN_STEPS = sql<number>`(select count(*)::integer from steps where owner_id = staff.id and closed_at is null)`;
const ABSENT = sql<boolean>`exists (select from absences a where a.staff_id = staff.id and ${IN_FORCE})`;

function selectStaff(db: Db, officeId: string) {
  return db
    .selectFrom('staff')
    .select(['id', 'username', 'display_name as displayName', 'post', 'telephone', 'active'])
    .select([
      sql<Role[]>`array(select role from staff_roles where staff_id = staff.id order by role)`.as('roles'),
      OPEN_STEPS.as('openSteps'),
      ABSENT.as('absent'),
    ])
    .where('office_id', '=', officeId);
}

export const listStaff = (db: Db, officeId: string) => selectStaff(db, officeId).orderBy('username').execute();

export async function readStaff(db: Db, officeId: string, id: string) {
  const row = await selectStaff(db, officeId).where('id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'There is no such account.');
  return row;
}

export async function rolesOf(db: Db, staffId: string): Promise<Role[]> {
  const rows = await db.selectFrom('staff_roles').select('role').where('staff_id', '=', staffId).execute();
  return rows.map(({ role }) => role as Role);
}

export async function isActive(db: Db, staffId: string): Promise<boolean> {
  const row = await db.selectFrom('staff').select('active').where('id', '=', staffId).executeTakeFirst();
  return row?.active === true;
}

export interface NewStaff {
  readonly officeId: string;
  readonly username: string;
  readonly displayName: string;
  readonly post?: string;
  readonly telephone?: string;
  readonly roles: readonly Role[];
  /** Absent: nobody can sign in with it yet. */
  readonly passwordHash?: string;
  readonly mustChangePassword: boolean;
  readonly practice?: boolean;
}

/** Undefined when the username is taken. */
export async function insertStaff(tx: Db, staff: NewStaff): Promise<string | undefined> {
  const row = await tx
    .insertInto('staff')
    .values({
      office_id: staff.officeId,
      username: staff.username,
      display_name: staff.displayName,
      post: staff.post ?? '',
      telephone: staff.telephone ?? '',
      password_hash: staff.passwordHash ?? null,
      must_change_password: staff.mustChangePassword,
      practice: staff.practice ?? false,
    })
    .onConflict((oc) => oc.columns(['office_id', 'username']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row) await setRoles(tx, row.id, staff.roles);
  return row?.id;
}

export async function setRoles(tx: Db, staffId: string, roles: readonly Role[]): Promise<void> {
  await tx.deleteFrom('staff_roles').where('staff_id', '=', staffId).execute();
  if (roles.length === 0) return;
  await tx
    .insertInto('staff_roles')
    .values(roles.map((role) => ({ staff_id: staffId, role })))
    .execute();
}

export interface StaffChange {
  readonly displayName?: string;
  readonly post?: string;
  readonly telephone?: string;
  readonly active?: boolean;
  readonly passwordHash?: string;
  readonly mustChangePassword?: boolean;
}

export async function updateStaff(tx: Tx | Db, id: string, change: StaffChange): Promise<void> {
  const values = {
    display_name: change.displayName,
    post: change.post,
    telephone: change.telephone,
    active: change.active,
    password_hash: change.passwordHash,
    must_change_password: change.mustChangePassword,
    // Another password has not been used yet.
    ...(change.passwordHash !== undefined && { one_time_used_at: null }),
  };
  if (Object.values(values).every((value) => value === undefined)) return;
  await tx.updateTable('staff').set(values).where('id', '=', id).execute();
}

/** For the sign-in alone; the hash goes nowhere else. */
export function findCredentials(db: Db, officeId: string, username: string) {
  return db
    .selectFrom('staff')
    .select(['id', 'password_hash as passwordHash', 'active', 'must_change_password as isOneTime'])
    .where('office_id', '=', officeId)
    .where('username', '=', username)
    .executeTakeFirst();
}

/** A one-time password opens one session. False: it has done so. */
export async function useOneTimePassword(db: Db, staffId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('staff')
    .set({ one_time_used_at: sql<Date>`clock_timestamp()` })
    .where('id', '=', staffId)
    .where('one_time_used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function passwordHashOf(db: Db, staffId: string): Promise<string | null> {
  const row = await db.selectFrom('staff').select('password_hash').where('id', '=', staffId).executeTakeFirstOrThrow();
  return row.password_hash;
}

/** Is there another active account with the role? The last administrator may not lock everybody out. */
export async function hasOtherActive(db: Db, officeId: string, role: Role, besidesId: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .innerJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
    .select('staff.id')
    .where('staff.office_id', '=', officeId)
    .where('staff.active', '=', true)
    .where('staff_roles.role', '=', role)
    .where('staff.id', '<>', besidesId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function isPracticeAccount(db: Db, id: string): Promise<boolean> {
  const row = await db.selectFrom('staff').select('practice').where('id', '=', id).executeTakeFirst();
  return row?.practice ?? false;
}

export async function listPracticeAccounts(db: Db, officeId: string) {
  return selectStaff(db, officeId)
    .where('practice', '=', true)
    .where('active', '=', true)
    .orderBy('username')
    .execute();
}
