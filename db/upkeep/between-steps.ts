/** Transfers that stand between two steps although nothing is on its way to their workflow any more. */
import { sql } from 'kysely';
import type { Db } from '../connection/connection.ts';
import { STUCK } from './stuck-transfers.ts';

export interface TransferBetweenSteps {
  readonly id: string;
  readonly factSeq: number;
}

/** The next step opens well within a second of the last event; whom that did not help an hour ago is asked more and more rarely. */
const SETTLED_SECONDS = 10;
const LONGER_PER_REPAIR_SECONDS = 60;

export async function transfersBetweenSteps(
  db: Db,
  { atMost, only }: { atMost: number; only?: string },
): Promise<TransferBetweenSteps[]> {
  const { rows } = await sql<TransferBetweenSteps>`
    select t.id, t.last_fact_seq as "factSeq" from transfers t
    where t.closed_at is null and t.followed and (${only ?? null}::uuid is null or t.id = ${only ?? null}::uuid)
      and not exists (select from steps s where s.transfer_id = t.id and s.closed_at is null)
      and not exists (select from outbox o where o.transfer_id = t.id and o.sent_at is null and not o.dead)
      and not ${STUCK}
      and (select max(e.real_at) + interval '1 second' * ${LONGER_PER_REPAIR_SECONDS} * count(*) filter (
            where e.kind = 'repaired' and e.real_at > clock_timestamp() - interval '1 hour')
          from events e where e.transfer_id = t.id)
        < clock_timestamp() - interval '1 second' * ${SETTLED_SECONDS}
    order by t.id limit ${atMost}`.execute(db);
  return rows;
}
