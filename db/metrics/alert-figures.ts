/** The figures that operators may be told of. All ages are real seconds. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

export interface AlertFigures {
  readonly violations: number;
  readonly outboxOldestSeconds: number;
  /** Messages of the last hour that the gateway refused, did not answer or could not be reached with. */
  readonly smsFailures: number;
  /** Since the last backup that was read back; before the first one, since this ledger began. */
  readonly backupAgeSeconds: number;
}

const TROUBLE = sql`failure ~ '^(gateway|noAnswer|crashed)'`;

/** Each half along an index of its own: what was ever sent does not matter. */
export const SMS_FAILURES = sql`(select count(*)::integer from notices
    where state in ('failed', 'unknown') and settled_at > office_now() - interval '1 hour' * (select speed from office_clock) and ${TROUBLE})
  + (select count(*)::integer from notices where state = 'queued' and ${TROUBLE})`;

export async function alertFigures(db: Db): Promise<AlertFigures> {
  const { rows } = await sql<AlertFigures>`select
    coalesce((select violations from invariant_checks order by checked_at desc limit 1), 0) as violations,
    (select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::double precision
      from outbox where sent_at is null and not dead) as "outboxOldestSeconds",
    ${SMS_FAILURES} as "smsFailures",
    extract(epoch from clock_timestamp() - coalesce((select max(made_at) from backups), (select min(begun_at) from ledger_epochs)))
      ::double precision as "backupAgeSeconds"`.execute(db);
  return rows[0]!;
}
