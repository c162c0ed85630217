/** The dated rule under which the completion figures of a period are made. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

export interface RateRule {
  readonly version: string;
  /** Whether a letter posted again after M01–M03 is a new attempt. Each case keeps the answer it was opened under. */
  readonly postalFailureIsAttempt: boolean;
  readonly matureAfterWorkingDays: number;
}

/** The version in force on the day; before the first one, the first. */
export async function ruleOfRates(db: Db, day: string): Promise<RateRule> {
  const { rows } = await sql<RateRule>`
    select version,
      coalesce((select value = 'true'::jsonb from rules
        where rule_version = version and name = 'postalFailureIsAttempt'), true) as "postalFailureIsAttempt",
      coalesce((select value::integer from rules
        where rule_version = version and name = 'matureAfterWorkingDays'), 45) as "matureAfterWorkingDays"
    from rule_versions
    order by valid_from <= ${day}::date desc, case when valid_from <= ${day}::date then valid_from end desc, valid_from
    limit 1`.execute(db);
  return rows[0]!;
}
