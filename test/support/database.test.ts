import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connect } from '../../db/connection/connection.ts';
import { freshDatabase } from './database.ts';

test('two fresh databases are migrated and know nothing of each other', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
  await sql`create table only_here (id int primary key)`.execute(one.db);
  const found = await sql<{ here: string | null; migrated: string | null }>`
    select to_regclass('only_here')::text as here, to_regclass('office_clock')::text as migrated`.execute(two.db);
  expect(found.rows[0]?.here).toBeNull();
  expect(found.rows[0]?.migrated).not.toBeNull();
  await Promise.all([one.drop(), two.drop()]);
});

test('a dropped database is gone, even with a session left open in it', async () => {
  const watcher = await freshDatabase();
  const fresh = await freshDatabase();
  const left = connect(fresh.url, { onError: () => {} });
  await sql`select 1`.execute(left);
  await fresh.drop();
  const name = new URL(fresh.url).pathname.slice(1);
  const found = await sql`select 1 from pg_database where datname = ${name}`.execute(watcher.db);
  expect(found.rows).toEqual([]);
  await left.destroy();
  await watcher.drop();
});
