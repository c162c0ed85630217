import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../../../db/connection/connection.ts';
import { StatementNames } from '../../../db/connection/prepared-statements.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const prepared = (on: Db) =>
  sql<{ statement: string }>`select statement from pg_prepared_statements`
    .execute(on)
    .then(({ rows }) => rows.map(({ statement }) => statement));

test('a statement with values is prepared once and used again', async () => {
  const texts = await database.db.connection().execute(async (one) => {
    for (const day of ['2026-01-05', '2026-01-06']) await sql`select ${day}::date as tuesday`.execute(one);
    return prepared(one);
  });
  expect(texts.filter((text) => text.includes('tuesday'))).toHaveLength(1);
});

test('a table may gain a column while statements about it are prepared', async () => {
  const read = () => database.db.selectFrom('steps').selectAll().where('ordinal', '=', 1).execute();
  for (let time = 0; time < 7; time++) await read();
  await sql`alter table steps add column later text`.execute(database.db);
  expect(await read()).toEqual([]);
});

test('texts without end are sent as they are', () => {
  const names = new StatementNames();
  const texts = Array.from({ length: 600 }, (_, no) => `select ${String(no)} as one where $1 = 1`);
  expect(texts.filter((text) => names.of(text) === undefined).length).toBe(100);
});
