/** What the reconciler compares with the running workflows. */
import { sql } from 'kysely';
import type { Closing } from '../../domain/facts/closings.ts';
import type { Db } from '../connection/connection.ts';
import { NEXT_ALARM } from '../procedure/next-alarm.ts';
import { STUCK } from '../holding/stuck.ts';

export interface OpenTransfer {
  readonly id: string;
  readonly factSeq: number;
  /** Facts wait in the outbox, or left it less than ten seconds ago. */
  readonly young: boolean;
  /** An alarm of the open step passed more than a real minute ago, and nobody was woken for it in the last minutes. */
  readonly late: boolean;
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Keyset pages by id. */
export async function openTransfersPage(db: Db, after: string | null, most: number): Promise<OpenTransfer[]> {
  // Whatever left just now is little: looked at once, not for each transfer.
  const { rows } = await sql<OpenTransfer>`
    with just_sent as materialized (
      select transfer_id from outbox where sent_at > statement_timestamp() - interval '10 seconds' and transfer_id is not null
    )
    select t.id, t.last_fact_seq as "factSeq",
      exists (select from outbox o where o.transfer_id = t.id and o.sent_at is null and not o.dead)
        or t.id in (select transfer_id from just_sent) as young,
      coalesce(${NEXT_ALARM} < office_now() - interval '60 seconds' * (select speed from office_clock)
        and not ${STUCK}
        and not exists (select from events e where e.transfer_id = t.id and e.kind = 'repaired'
          and e.real_at > clock_timestamp() - interval '5 minutes'), false) as late
    from transfers t left join steps s on s.transfer_id = t.id and s.closed_at is null
    where t.closed_at is null and t.followed and t.id > ${after ?? BEFORE_ALL}::uuid
    order by t.id limit ${most}`.execute(db);
  return rows;
}

/** Those that are closed, and of which nothing is on its way any more. */
export async function closedAmong(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; closing: Closing; factSeq: number }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string; closing: Closing; factSeq: number }>`
    select id, closing, last_fact_seq as "factSeq" from transfers
    where id = any(${[...ids]}::uuid[]) and closed_at < office_now() and closing is not null
      and not exists (select from outbox where outbox.transfer_id = transfers.id and sent_at is null and not dead)`.execute(
    db,
  );
  return rows;
}

export interface LateSleeper {
  readonly id: string;
  readonly factSeq: number;
  /** A message waits to be told. */
  readonly onTheWay: boolean;
}

/** Open transfers whose next alarm passed more than `realSeconds` ago. */
export async function lateSleepers(db: Db, realSeconds: number, most: number): Promise<LateSleeper[]> {
  const { rows } = await sql<LateSleeper>`
    select t.id, t.last_fact_seq as "factSeq",
      exists (select from outbox o where o.transfer_id = t.id and o.sent_at is null and not o.dead) as "onTheWay"
    from steps s join transfers t on t.id = s.transfer_id
    where s.closed_at is null and t.followed
      and ${NEXT_ALARM} < office_now() - interval '1 second' * ${realSeconds} * (select speed from office_clock)
    order by s.due_at limit ${most}`.execute(db);
  return rows;
}

/** Those that this ledger has never heard of. */
export async function unknownAmong(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select asked.id from unnest(${[...ids]}::uuid[]) as asked(id)
    where not exists (select from transfers where transfers.id = asked.id)`.execute(db);
  return rows.map(({ id }) => id);
}
