/** The figures of a month walk along indexes: what else the ledger holds does not matter to them. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseStandings } from '../../../db/metrics/case-standings.ts';
import { recordedOffice, type RecordedOffice } from '../../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

const TRANSFERS = 6_000;
const DAYS = 3_600;

let fresh: FreshDatabase;
let office: RecordedOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  office = await recordedOffice(fresh.db);
  await tenYears();
}, 120_000);
afterAll(() => fresh.drop());

/** Enough events of ten years that the planner would not read them all for one month; foreign keys and triggers asleep. */
async function tenYears() {
  await fresh.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db);
    await sql`insert into transfers (office_id, case_id, direction, procedure_type, rule_version, counterpart_id, status_code,
        steward_id, accepted_at, last_seq, last_fact_seq)
      select ${office.officeId}, gen_random_uuid(), 'in', 'employee', '2010-66', ${office.counterpartId}::uuid,
        lpad(no::text, 13, '0'), ${office.staffId}::uuid,
        timestamptz '2016-01-01 10:00+08' + no * ${DAYS}::integer / ${TRANSFERS}::double precision * interval '1 day', 17, 2
      from generate_series(1, ${TRANSFERS}::integer) as no`.execute(db);
    await sql`insert into events (transfer_id, seq, fact_seq, office_id, kind, closes, source, occurred_at, recorded_at)
      select transfers.id, seq, case when seq < 3 then seq end, transfers.office_id,
        case seq when 1 then 'accepted' when 2 then 'letterSent' else 'reminded' end, seq = 2, 'staff', at, at
      from transfers, generate_series(1, 17) as seq, lateral (select accepted_at + seq * interval '1 day' as at) as moment
      order by at`.execute(db);
    await sql`insert into attempts (transfer_id, attempt, started_at, started_by_fact_seq)
      select id, 1, accepted_at, 2 from transfers`.execute(db);
    await sql`vacuum analyze`.execute(db);
  });
}

test('completion of a month finds the accepted by day and their facts in the index of the rates', async () => {
  const question = {
    officeId: office.officeId,
    from: '2020-05-01',
    to: '2020-05-31',
    asOf: '2026-11-20',
    knownAt: null,
  };
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain with ${caseStandings(question, 45)} select count(*) from standings`.execute(fresh.db);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/using events_by_kind|on events_by_kind/);
  expect(plan).toContain('using events_of_rates');
  expect(plan).not.toContain('Seq Scan on events');
});

test('what was handled in a month is counted in the index of the facts', async () => {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select count(*) from events
    where office_id = ${office.officeId} and fact_seq is not null and source in ('staff', 'import')
      and occurred_at >= '2020-05-01' and occurred_at < '2020-06-01'`.execute(fresh.db);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('Index Only Scan using events_of_facts');
});
