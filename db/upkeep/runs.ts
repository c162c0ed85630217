/** How each job of upkeep went the last time. */
import { sql } from 'kysely';
import type { Found, UpkeepJob } from '../../domain/upkeep.ts';
import type { Db } from '../connection/connection.ts';

export interface UpkeepRun {
  readonly job: UpkeepJob;
  readonly tookMs: number;
  /** Why it failed; undefined when it went well. */
  readonly reason?: string | undefined;
  /** Absent: as the run before has found. */
  readonly found?: Found | undefined;
}

const LONGEST_REASON = 300;

/** One that fails keeps what was found when it last went well. */
export async function noteRun(db: Db, { job, tookMs, reason, found }: UpkeepRun): Promise<void> {
  const failed = reason !== undefined;
  await sql`
    insert into upkeep_runs as r (job, ended_at, took_ms, failing_since, reason, found)
    values (${job}, clock_timestamp(), ${Math.round(tookMs)}, case when ${failed}::boolean then clock_timestamp() end,
      ${reason?.slice(0, LONGEST_REASON) ?? ''}, coalesce(${found ? JSON.stringify(found) : null}::jsonb, '{}'::jsonb))
    on conflict (job) do update set ended_at = excluded.ended_at, took_ms = excluded.took_ms, reason = excluded.reason,
      failing_since = case when ${failed}::boolean then coalesce(r.failing_since, excluded.failing_since) end,
      found = case when ${found === undefined}::boolean then r.found else excluded.found end`.execute(db);
}
