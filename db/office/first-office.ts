/** The rows that an installation cannot be without: its office, and for practice its people and the offices around it. */
import { PRACTICE_ACCOUNTS, PRACTICE_COUNTERPARTS } from '../../domain/staff/practice.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { lockFirstOffice } from '../connection/locks.ts';
import { findOffice } from './office.ts';
import { startSimulatedClock } from './clock.ts';
import { insertStaff, updateStaff } from './staff.ts';

export interface NewOffice {
  readonly id: string;
  readonly name: string;
  readonly areaCode: string;
  readonly telephone: string;
}

/** Makes the office at the first start; afterwards the stored one counts. */
export function ensureOffice(db: Db, office: NewOffice): Promise<void> {
  return withFirstOffice(db, async (tx) => {
    if (await findOffice(tx)) return;
    await tx
      .insertInto('offices')
      .values({ id: office.id, name: office.name, area_code: office.areaCode, telephone: office.telephone })
      .execute();
  });
}

/** Accounts that anybody may use, flagged as such, and a directory of invented offices. */
export function ensurePracticeOffice(db: Db, officeId: string, passwordHash: string): Promise<void> {
  return withFirstOffice(db, async (tx) => {
    for (const account of PRACTICE_ACCOUNTS) {
      await insertStaff(tx, { ...account, officeId, passwordHash, mustChangePassword: false, practice: true });
    }
    await tx
      .insertInto('counterparts')
      .values(PRACTICE_COUNTERPARTS.map(({ areaCode, ...row }) => ({ ...row, area_code: areaCode })))
      .onConflict((oc) => oc.columns(['area_code', 'valid_from']).doNothing())
      .execute();
  });
}

/** Practice begins on a Monday morning inside the published calendar, once. */
const PRACTICE_BEGINS = new Date('2026-01-05T09:00:00+08:00');

export const ensureSimulatedClock = (db: Db, ceiling: number): Promise<void> =>
  startSimulatedClock(db, PRACTICE_BEGINS, ceiling);

function withFirstOffice<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await lockFirstOffice(tx);
    return work(tx);
  });
}

const FIRST = 'administrator';

/**
 * The first administrator of an office that has nobody; undefined when it has an administrator. One whose password was used once, and
 * who never chose another, is the first still, and gets a new one: nobody else could give it.
 */
export function addFirstAdministrator(db: Db, officeId: string, passwordHash: string): Promise<string | undefined> {
  return withFirstOffice(db, async (tx) => {
    const there = await tx
      .selectFrom('staff')
      .innerJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
      .select(['staff.id', 'username', 'one_time_used_at as usedAt', 'must_change_password as mustChange'])
      .where('staff.office_id', '=', officeId)
      .where('staff.active', '=', true)
      .where('staff_roles.role', '=', 'administrator')
      .execute();
    const [only] = there;
    if (only) {
      const isLockedOut = there.length === 1 && only.username === FIRST && only.mustChange && only.usedAt !== null;
      if (!isLockedOut) return undefined;
      await updateStaff(tx, only.id, { passwordHash });
      return only.id;
    }
    const account = { username: FIRST, displayName: '系统管理员', roles: ['administrator'] as const };
    return insertStaff(tx, { ...account, officeId, passwordHash, mustChangePassword: true });
  });
}
