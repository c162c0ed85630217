import { sql, type Insertable } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database, Db } from '../../../db/connection/connection.ts';
import { insertMany } from '../../../db/connection/insert-many.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let db: Db;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
});
afterAll(() => fresh.drop());

const insert = <T extends keyof Database>(table: T, rows: readonly Insertable<Database[T]>[]) =>
  db.transaction().execute((tx) => insertMany(tx, table, rows));

const DAYS = '{"2026-01-01":"rest"}';

test('what goes into a json column is json, in whatever table', async () => {
  await insert('calendar_changes', [{ year: 2026, notice: 'a test', before: '{}', after: DAYS }]);
  await insert('invariant_checks', [{ violations: 1, findings: '[{"invariant":"a test","count":1}]' }]);
  await insert('rules', [{ rule_version: '2010-66', name: 'a test', value: '{"male":50}', source: 'a test' }]);
  const { rows } = await sql<{ type: string }>`
    select jsonb_typeof(before) as type from calendar_changes union all
    select jsonb_typeof(after) from calendar_changes union all
    select jsonb_typeof(findings) from invariant_checks union all
    select jsonb_typeof(value) from rules where name = 'a test'`.execute(db);
  expect(rows.map(({ type }) => type)).toEqual(['object', 'object', 'array', 'object']);
});

test('a text that looks like json stays the text that it is', async () => {
  await insert('calendar_changes', [{ year: 2025, notice: '{"a":1}', before: '{}', after: '{}' }]);
  const row = await db
    .selectFrom('calendar_changes')
    .select('notice')
    .where('year', '=', 2025)
    .executeTakeFirstOrThrow();
  expect(row.notice).toBe('{"a":1}');
});
