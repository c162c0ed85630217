/** The figures that alarms watch are read every minute: they walk along indexes, however much was ever sent. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alertFigures, SMS_FAILURES } from '../../../db/metrics/alert-figures.ts';
import { recordedOffice } from '../../builders/recorded-cases.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  const { officeId } = await recordedOffice(fresh.db);
  await fresh.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db);
    await sql`insert into notices (office_id, transfer_id, notice_key, kind, recipient, channel, state, failure, not_before, settled_at)
      select ${officeId}, gen_random_uuid(), 'n' || no, 'acceptance', 'person', 'sms',
        case when no < 4 then 'queued' when no % 50 = 0 then 'failed' else 'delivered' end,
        case when no < 3 or no % 50 = 0 then 'noAnswer' when no = 3 then 'noGateway' else '' end,
        office_now(), case when no > 3 then office_now() - no * interval '10 minutes' end
      from generate_series(1, 20000) as no`.execute(db);
    await sql`vacuum analyze`.execute(db);
  });
}, 120_000);
afterAll(() => fresh.drop());

test('messages that the gateway refused in the last hour or puts off are counted, none of before', async () => {
  expect((await alertFigures(fresh.db)).smsFailures).toBe(2);
  await sql`update notices set settled_at = office_now() where notice_key in ('n50', 'n100')`.execute(fresh.db);
  expect((await alertFigures(fresh.db)).smsFailures).toBe(4);
});

test('they are found along indexes', async () => {
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select ${SMS_FAILURES}`.execute(fresh.db);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).not.toContain('Seq Scan on notices');
  expect(plan).toContain('notices_gone_wrong');
  expect(plan).toContain('notices_waiting');
});
