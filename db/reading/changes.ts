/** Which histories have grown in the last seconds. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

/** A transaction that took longer than this from its entry to its commit is seen at the next look of a page. */
export const LATELY_SECONDS = 10;

/** The office itself, beside its transfers. */
export const OFFICE = 'office';

/** By transfer, and for the office, the number of the newest entry of those seconds. They are real ones; a simulated clock runs faster. */
export async function recentChanges(db: Db, officeId: string): Promise<Map<string, number>> {
  const since = sql`office_now() - make_interval(secs => ${LATELY_SECONDS}) * coalesce((select speed from office_clock), 1)`;
  const { rows } = await sql<{ of: string; newest: number }>`
    select transfer_id::text as of, max(seq) as newest from events
    where office_id = ${officeId} and recorded_at >= ${since} group by transfer_id
    union all
    select ${OFFICE}, max(id)::integer from office_events
    where office_id = ${officeId} and recorded_at >= ${since} having max(id) is not null`.execute(db);
  return new Map(rows.map(({ of, newest }) => [of, newest]));
}
