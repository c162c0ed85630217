/** What the reconciler compares with the running workflows. */
import { sql } from 'kysely';
import type { Closing } from '../domain/steps.ts';
import type { Db } from './connection.ts';

export interface OpenTransfer {
  readonly id: string;
  readonly factSeq: number;
  /** Facts wait in the outbox, or left it less than ten seconds ago. */
  readonly young: boolean;
  /** An alarm passed more than a real minute ago, or no step is open although the relay is done. */
  readonly late: boolean;
}

/** Keyset pages by id. */
export async function openTransfersPage(db: Db, after: string | null, most: number): Promise<OpenTransfer[]> {
  const { rows } = await sql<OpenTransfer>`
    select t.id, t.last_fact_seq as "factSeq",
      exists (select from outbox o where o.transfer_id = t.id
        and (o.sent_at is null and not o.dead or o.sent_at > clock_timestamp() - interval '10 seconds')) as young,
      coalesce(
        least(case when s.held_since is null and s.reminded_at is null then s.reminder_at end, s.next_escalation_at)
          < office_now() - interval '60 seconds' * (select speed from office_clock),
        true) as late
    from transfers t left join steps s on s.transfer_id = t.id and s.closed_at is null
    where t.closed_at is null and t.followed and (${after}::uuid is null or t.id > ${after}::uuid)
    order by t.id limit ${most}`.execute(db);
  return rows;
}

export async function closedAmong(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; closing: Closing; factSeq: number }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; closing: Closing; factSeq: number }>`
    select id, closing, last_fact_seq as "factSeq" from transfers
    where id = any(${[...ids]}::uuid[]) and closed_at < office_now() and closing is not null`.execute(db);
  return rows;
}
