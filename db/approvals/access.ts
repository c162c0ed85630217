/** Who may do what: the roles of an account and whether it is open at all. Changes take two administrators (`db/approvals/`). */
import { sql } from 'kysely';
import { Refusal, refuseDefects } from '../../domain/errors.ts';
import type { Role } from '../../domain/roles.ts';
import { toxicPairs } from '../../domain/staff/toxic-roles.ts';
import type { Db, Tx } from '../connection/connection.ts';
import { appendOfficeEvent } from '../ledger/append-event.ts';
import { endSessionsOf } from '../office/sessions.ts';
import { hasOtherActive, isPracticeAccount, readStaff, setRoles, updateStaff } from '../office/staff.ts';

export interface AccessChange {
  readonly staffId: string;
  readonly roles?: readonly Role[];
  readonly active?: boolean;
}

export interface ByWhom {
  readonly officeId: string;
  readonly byStaffId: string;
  /** Undefined: alone, which is marked. */
  readonly confirmedBy?: string;
}

const ACTIVE_WITHIN_DAYS = 30;

/** Is there another administrator who has been here lately? Then nobody acts alone. */
export const hasSecondAdministrator = (db: Db, officeId: string, besidesId: string): Promise<boolean> =>
  isAnotherHere(db, { officeId, besidesId, roles: ['administrator'] });

interface Asked {
  readonly officeId: string;
  readonly besidesId: string | undefined;
  /** One of them is enough. */
  readonly roles: readonly Role[];
}

/** Has somebody else with such a role been here lately? Sign-ins live in real time. */
export async function isAnotherHere(db: Db, { officeId, besidesId, roles }: Asked): Promise<boolean> {
  const { rows } = await sql`select staff.id from staff
    join staff_roles on staff_roles.staff_id = staff.id and staff_roles.role = any(${[...roles]}::text[])
    where staff.office_id = ${officeId} and staff.active and staff.id is distinct from ${besidesId ?? null}::uuid
      and exists (select from logins where logins.staff_id = staff.id and succeeded
        and at > now() - make_interval(days => ${ACTIVE_WITHIN_DAYS}))
    limit 1`.execute(db);
  return rows.length > 0;
}

export function refuseToxicRoles(roles: readonly Role[]): void {
  refuseDefects(
    toxicPairs(roles).map(([one, other]) => ({
      field: 'roles',
      code: 'toxicPair',
      message: `One account never holds ${one} and ${other} together.`,
    })),
  );
}

/** @throws Refusal not-found, invalid; forbidden when nobody would be left who administers */
export async function changeAccess(tx: Tx, change: AccessChange, by: ByWhom): Promise<void> {
  const { staffId, roles, active } = change;
  // Two changes at once do not both find that another administrator is left.
  await sql`select id from offices where id = ${by.officeId} for no key update`.execute(tx);
  const before = await readStaff(tx, by.officeId, staffId);
  if (roles) {
    refuseToxicRoles(roles);
    await setRoles(tx, staffId, roles);
  }
  if (active !== undefined) await updateStaff(tx, staffId, { active });
  const ends =
    before.roles.includes('administrator') && (active === false || roles?.includes('administrator') === false);
  if (ends && !(await hasOtherActive(tx, by.officeId, 'administrator', staffId))) {
    throw new Refusal('forbidden', 'The office would be left without an administrator.');
  }
  // Who lost a role or the account signs in anew; what he holds goes on at the next look (review.ts).
  await endSessionsOf(tx, staffId);
  await tellAccess(tx, 'staffChanged', by, {
    staffId,
    changed: Object.keys(change).filter((name) => name !== 'staffId'),
    ...(roles && { roles }),
    ...(active !== undefined && { active }),
  });
}

/** For somebody else: of use once, and told to nobody but who confirms it. */
export async function giveOneTimePassword(
  tx: Tx,
  { staffId, passwordHash }: { readonly staffId: string; readonly passwordHash: string },
  by: ByWhom,
): Promise<void> {
  await readStaff(tx, by.officeId, staffId);
  // Its holder could not change it any more, and the next visitor and the simulator would stand outside.
  if (await isPracticeAccount(tx, staffId)) {
    throw new Refusal('forbidden', 'The password of a practice account stays as it is.');
  }
  await updateStaff(tx, staffId, { passwordHash, mustChangePassword: true });
  await endSessionsOf(tx, staffId);
  await tellAccess(tx, 'staffChanged', by, { staffId, changed: ['password'] });
}

export function tellAccess(tx: Tx, kind: string, by: ByWhom, about: Record<string, unknown>): Promise<void> {
  const { officeId, byStaffId, confirmedBy } = by;
  const second = confirmedBy === undefined ? { alone: true } : { confirmedBy };
  return appendOfficeEvent(tx, { officeId, kind, byStaffId, payload: { ...about, ...second } });
}
