/** Rules as data: limits of a rule version and the calendar, in one round trip. */
import { sql } from 'kysely';
import type { Limit } from '../domain/steps.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';
import { asCalendar, type CalendarRow } from './calendar.ts';
import type { Db } from './connection.ts';

export interface RulesInForce {
  readonly limits: Readonly<Record<Limit, number>>;
  readonly calendar: WorkingCalendar;
}

interface RuleRow extends CalendarRow {
  limits: Record<Limit, number> | null;
}

/** Throws when the version or the procedure type has no limits: a case could get no deadline. */
export async function loadRules(db: Db, ruleVersion: string, procedureType: string): Promise<RulesInForce> {
  const { rows } = await sql<RuleRow>`select
    (select jsonb_object_agg(name, working_days) from limits
      where rule_version = ${ruleVersion} and procedure_type = ${procedureType}) as limits,
    (select jsonb_object_agg(day, kind) from calendar_days) as days,
    (select max(year) from calendar_years) as year`.execute(db);
  const row = rows[0]!;
  if (!row.limits) throw new Error(`no limits for ${procedureType} under ${ruleVersion}`);
  return { limits: row.limits, calendar: asCalendar(row) };
}

/** The version in force on the day; a case keeps the one it was accepted under. */
export async function ruleVersionOn(db: Db, day: string): Promise<string> {
  const row = await db
    .selectFrom('rule_versions')
    .select('version')
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .executeTakeFirstOrThrow();
  return row.version;
}
