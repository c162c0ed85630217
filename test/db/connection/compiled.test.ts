import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compiledOnce } from '../../../db/connection/compiled.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('a statement is built once and sent with the values of each call, whatever they are', async () => {
  let built = 0;
  const sum = compiledOnce((db, one: number, other: number | null) => {
    built += 1;
    return db
      .selectNoFrom(sql<number>`${one}::integer + coalesce(${other}, 100)`.as('sum'))
      .where(sql<boolean>`${one}::integer > ${0}`);
  });
  expect(await sum(database.db, 1, 2)).toEqual([{ sum: 3 }]);
  expect(await sum(database.db, 5, null)).toEqual([{ sum: 105 }]);
  expect(await sum(database.db, 0, 7)).toEqual([]);
  expect(built).toBe(1);
});
