/** Until when a task is due: by the rules in force on the day on which it opens. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../../db/connection/connection.ts';
import { openOfficeTask, openTaskOf, type TaskKind } from '../../../db/holding/tasks.ts';
import { anOffice, type TestOffice } from '../../builders/office.ts';
import { anAcceptedTransfer } from '../../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let db: Db;
let office: TestOffice;
let transferId: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  office = await anOffice(db);
  transferId = await anAcceptedTransfer(db, office);
  await sql`insert into rule_versions (version, valid_from, note) values ('later', '2026-06-01', 'a test')`.execute(db);
  await sql`insert into limits (rule_version, direction, procedure_type, name, working_days, source)
    select 'later', direction, procedure_type, name, case when name in ('task', 'tellPerson') then 2 else working_days end, source
    from limits`.execute(db);
  // A type that comes later, with limits of its own.
  await sql`insert into limits (rule_version, direction, procedure_type, name, working_days, source)
    select rule_version, direction, 'annuity', name, 30, source from limits where procedure_type = 'employee'`.execute(
    db,
  );
});
afterAll(() => fresh.drop());

let number = 0;
async function dueOn(
  openedOn: string,
  kind: TaskKind = 'parkedFact',
  of: string | null = transferId,
  direction?: 'in' | 'out',
): Promise<string> {
  const naturalKey = `a test:${String(++number)}`;
  const task = { kind, naturalKey, owner: office.staff.clerk, openedAt: new Date(`${openedOn}T10:00:00+08:00`) };
  await db
    .transaction()
    .execute((tx) => (of === null ? openOfficeTask(tx, office.officeId, task, direction) : openTaskOf(tx, of, task)));
  const row = await db
    .selectFrom('tasks')
    .select('due_on')
    .where('natural_key', '=', naturalKey)
    .executeTakeFirstOrThrow();
  return row.due_on;
}

test('a version that is not in force yet limits nothing', async () => {
  expect(await dueOn('2026-05-25')).toBe('2026-06-01');
  expect(await dueOn('2026-05-25', 'tellPerson')).toBe('2026-06-01');
});

test('from its first day on it does, whatever version the case was opened under', async () => {
  expect(await dueOn('2026-06-01')).toBe('2026-06-03');
  expect(await dueOn('2026-06-01', 'phoneNotice')).toBe('2026-06-03');
});

test('the limits of another procedure type are not asked', async () => {
  await sql`update transfers set procedure_type = 'annuity'`.execute(db);
  expect(await dueOn('2026-05-25')).toBe('2026-07-07');
  expect(await dueOn('2026-05-25', 'unknownScan', null)).toBe('2026-06-01');
});

test('a transfer of a type that nobody knows gets its task all the same: it is how somebody hears of it', async () => {
  await sql`update transfers set procedure_type = 'unheardOf'`.execute(db);
  expect(await dueOn('2026-05-25', 'stuckTransfer')).toBe('2026-06-01');
});

test('what may belong to a transfer-out stands under the limits of transfers-out', async () => {
  await sql`update limits set working_days = 4 where direction = 'out' and name = 'task'`.execute(db);
  expect(await dueOn('2026-05-25', 'incomingPaper', null, 'out')).toBe('2026-05-29');
  expect(await dueOn('2026-05-25', 'incomingPaper', null)).toBe('2026-06-01');
  await sql`update transfers set direction = 'out'`.execute(db);
  expect(await dueOn('2026-05-25', 'stuckTransfer')).toBe('2026-05-29');
  await sql`update transfers set direction = 'in'`.execute(db);
});

test('a version that says nothing of limits leaves the earlier ones in force', async () => {
  await sql`insert into rule_versions (version, valid_from, note) values ('silent', '2026-07-01', 'a test')`.execute(
    db,
  );
  expect(await dueOn('2026-07-01', 'unknownScan', null)).toBe('2026-07-03');
});
