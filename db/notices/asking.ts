/** Messages whose gateway must be asked what became of them: soon at first, then less often, and not for ever. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';

export interface NoticeToAsk {
  readonly reference: string;
  readonly gatewayRef: string | null;
}

const AT_ONCE = 20;

/** Taken with the time of the next question already set: a worker that dies asks again then. */
export async function claimNoticesToAsk(db: Db, officeId: string): Promise<NoticeToAsk[]> {
  const { rows } = await sql<NoticeToAsk>`
    with due as (
      select id from notices where office_id = ${officeId} and state in ('sent', 'unknown') and ask_at <= office_now()
      order by ask_at limit ${AT_ONCE} for update skip locked)
    update notices n set ask_at = case when since.waited < interval '10 days'
        then office_now() + greatest(interval '10 minutes', least(since.waited, interval '1 day')) end
    from due, lateral (select office_now() - coalesce(other.sent_at, other.settled_at, office_now()) as waited
      from notices other where other.id = due.id) as since
    where n.id = due.id
    returning n.id as reference, n.gateway_ref as "gatewayRef"`.execute(db);
  return rows;
}

export async function nextToAsk(db: Db, officeId: string) {
  const { rows } = await sql<{ next: Date | null; now: Date; clockSpeed: number }>`
    select (select min(ask_at) from notices where office_id = ${officeId} and state in ('sent', 'unknown')) as next,
      office_now() as now, (select speed from office_clock) as "clockSpeed"`.execute(db);
  return rows[0]!;
}
