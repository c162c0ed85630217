import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrateToLatest, migrationNames } from '../../../db/connection/migrate.ts';
import { isReady } from '../../../db/connection/readiness.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());

/** As a release that this one does not know would have left it. */
async function alreadyApplied(name: string): Promise<void> {
  await sql`insert into kysely_migration (name, timestamp) values (${name}, '2027-01-01T00:00:00.000Z')`.execute(
    fresh.db,
  );
  await sql`insert into migration_checksums (name, sha256) values (${name}, 'unknown')`.execute(fresh.db);
}

test('after a rollback the older release starts on the newer schema', async () => {
  await alreadyApplied('9998_of_the_next_release');
  await alreadyApplied('9999_of_the_one_after');
  expect(await migrateToLatest(fresh.url)).toEqual({ applied: [], total: migrationNames().length });
  expect(await isReady(fresh.db)).toBe(true);
});

test('a migration between ours that is not ours is refused by name', async () => {
  await alreadyApplied('0001_a_stranger');
  await expect(migrateToLatest(fresh.url)).rejects.toThrow('0001_a_stranger');
});
