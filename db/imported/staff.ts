/** Names of an old ledger: a colleague who is known, or an account that nobody can use. */
import { sql } from 'kysely';
import type { Tx } from '../connection/connection.ts';
import { ownerNow } from '../holding/owners.ts';

export interface NamedStaff {
  readonly id: string;
  readonly active: boolean;
}

export interface ImportedStaff {
  /** Who it was; without a name, the manager. */
  readonly of: (name: string) => NamedStaff;
  /** Holds what nobody active holds. */
  readonly managerId: string;
  /** For what has no name: the clerks in turn, who has least first. */
  readonly nextSteward: () => string;
}

/** Unknown names become inactive accounts without a password. */
export async function resolveStaff(
  tx: Tx,
  officeId: string,
  names: readonly string[],
  today: string,
): Promise<ImportedStaff> {
  const wanted = [...new Set(names.filter((name) => name !== ''))];
  await sql`insert into staff (office_id, username, display_name, active)
    select ${officeId}, name, name, false from unnest(${wanted}::text[]) as name
    where not exists (select from staff where office_id = ${officeId} and (display_name = name or username = name))
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ name: string; id: string; active: boolean }>`
    select distinct on (name) name, staff.id, staff.active from unnest(${wanted}::text[]) as name
    join staff on staff.office_id = ${officeId} and (staff.display_name = name or staff.username = name)
    order by name, staff.active desc, staff.username`.execute(tx);
  const { staffId: managerId } = await ownerNow(tx, officeId, { role: 'manager', on: today });
  const known = new Map(rows.map(({ name, id, active }) => [name, { id, active }]));
  const clerks = await presentClerks(tx, officeId, today);
  let turn = 0;
  return {
    managerId,
    of: (name) => known.get(name) ?? { id: managerId, active: true },
    nextSteward: () => clerks[turn++ % clerks.length] ?? managerId,
  };
}

async function presentClerks(tx: Tx, officeId: string, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select staff.id from staff
    join staff_roles on staff_roles.staff_id = staff.id and staff_roles.role = 'clerk'
    where staff.office_id = ${officeId} and staff.active and not exists (select from absences
      where absences.staff_id = staff.id and ended_at is null and from_day <= ${today}::date
        and (until_day is null or until_day >= ${today}::date))
    order by (select count(*) from transfers where steward_id = staff.id and closed_at is null), staff.username`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
