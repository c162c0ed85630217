import { sql } from 'kysely';

/** Part of a statement over the absences `a`: it is in force today. */
export const IN_FORCE = sql<boolean>`(a.ended_at is null and a.from_day <= office_date(office_now())
  and (a.until_day is null or a.until_day >= office_date(office_now())))`;
