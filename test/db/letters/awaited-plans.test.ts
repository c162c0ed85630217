/** What is awaited is found from the open steps: how many letters there ever were does not matter. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { awaiting } from '../../../db/letters/awaited.ts';
import { recordedOffice, type RecordedOffice } from '../../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

const TRANSFERS = 20_000;
const OPEN = 20;

let fresh: FreshDatabase;
let office: RecordedOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  office = await recordedOffice(fresh.db);
  await manyLetters();
}, 120_000);
afterAll(() => fresh.drop());

/** A letter of each, and of few an open step; foreign keys and triggers asleep. */
async function manyLetters() {
  await fresh.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db);
    await sql`insert into letters (office_id, transfer_id, attempt, channel, letter_no, waybill, posted_on, state, state_since, sent_by_fact_seq)
      select ${office.officeId}, gen_random_uuid(), 1, 'ems', 'L' || no, 'W' || no, date '2016-01-01' + no / 6,
        case when no % 40 = 0 then 'returned' else 'posted' end, timestamptz '2016-01-01 10:00+08', 2
      from generate_series(1, ${TRANSFERS}::integer) as no`.execute(db);
    await sql`insert into steps (transfer_id, ordinal, office_id, step, attempt, rule_version, owner_id, opened_at, opened_by_fact_seq,
        due_on, due_at, due_explained, closed_at, outcome)
      select transfer_id, 3, office_id, case state when 'returned' then 'liaisonLetter' else 'delivery' end,
        case state when 'returned' then 2 else 1 end, '2010-66', ${office.staffId}::uuid, state_since, 2, posted_on, state_since, '{}',
        case when place > ${OPEN} then state_since end, case when place > ${OPEN} then 'delivered' end
      from (select *, row_number() over (partition by state order by id) as place from letters) as numbered`.execute(
      db,
    );
    await sql`vacuum analyze`.execute(db);
  });
}

test.each(['arrival', 'resending'] as const)('what awaits %s is found along indexes', async (awaits) => {
  const { rows: found } = await sql`select l.id from letters as l where ${awaiting(office.officeId, awaits)}`.execute(
    fresh.db,
  );
  expect(found).toHaveLength(OPEN);
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select l.* from letters as l where l.office_id = ${office.officeId} and ${awaiting(office.officeId, awaits)}
    order by l.posted_on, l.id limit 51`.execute(fresh.db);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).not.toMatch(/Seq Scan on (letters|steps)|letters_by_posting/);
  expect(plan).toContain('letters_envelope_once');
  expect(plan).toContain('letters_pkey');
});
