/** Many open transfers like one that was accepted over the API, written by one statement per table. */
import { ask } from '../measuring/postgres-figures.ts';

/** With their open step, and the message of each acceptance in the outbox: the relay starts their workflows. */
export async function cloneAccepted(databaseUrl: string, transferId: string, count: number, after = 0): Promise<void> {
  await ask(databaseUrl, CLONE, [transferId, after + 1, after + count]);
}

const like = (table: string, row: string, change: string): string =>
  `(jsonb_populate_record(null::${table}, to_jsonb(${row}) || jsonb_build_object(${change}))).*`;

const CLONE = `with clones as materialized (
    select no, gen_random_uuid() as case_id, gen_random_uuid() as transfer_id from generate_series($2::integer, $3::integer) as no
  ), template as (
    select * from transfers where id = $1::uuid
  ), cloned_cases as (
    insert into cases
    select ${like('cases', 'cases', `'id', clones.case_id, 'case_no', 'IN2099' || lpad(clones.no::text, 7, '0')`)}
    from clones, template join cases on cases.id = template.case_id
  ), cloned_transfers as (
    insert into transfers
    select ${like(
      'transfers',
      'template',
      `'id', clones.transfer_id, 'case_id', clones.case_id, 'status_code', upper(substr(md5('clone' || clones.no), 1, 13))`,
    )}
    from clones, template
  ), cloned_events as (
    insert into events
    select ${like('events', 'events', `'transfer_id', clones.transfer_id, 'idempotency_key', null`)}
    from clones, events where events.transfer_id = $1::uuid
  ), cloned_steps as (
    insert into steps
    select ${like('steps', 'steps', `'transfer_id', clones.transfer_id`)}
    from clones, steps where steps.transfer_id = $1::uuid
  ), cloned_responsibilities as (
    insert into responsibilities (transfer_id, kind, ordinal, staff_id, since, why, note)
    select clones.transfer_id, kind, ordinal, staff_id, since, why, note
    from clones, responsibilities where responsibilities.transfer_id = $1::uuid
  )
  insert into outbox (topic, office_id, transfer_id, fact_seq, payload)
  select told.topic, told.office_id, clones.transfer_id, told.fact_seq, told.payload
  from clones, (select * from outbox where transfer_id = $1::uuid order by id limit 1) as told`;
