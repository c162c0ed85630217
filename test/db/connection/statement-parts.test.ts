import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { part, rarePart, statementOf, type Part } from '../../../db/connection/statement-parts.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await sql`create table notes (text text, more text default 'nothing')`.execute(database.db);
});
afterAll(() => database.drop());

interface Note {
  readonly text: string | null;
  readonly more?: string | undefined;
}

let built = 0;
const written = part('written', (_, ...notes: Note[]) => {
  built += 1;
  const rows = notes.map(({ text, more }) => sql`(${text}, ${more ?? 'none'})`);
  return sql<never>`(insert into notes values ${sql.join(rows)} returning text, more)`;
});
const read = part('read', (db, { mark }: { mark: string }) =>
  db.selectNoFrom(sql<string>`(select string_agg(concat(text, ':', more), ${mark}) from written)`.as('all')),
);

const all = (...parts: Part[]) =>
  database.db
    .transaction()
    .execute(async (tx) => (await tx.executeQuery(statementOf<{ all: string }>(tx, parts))).rows[0]?.all);

test('each shape is built once, and sent with the values of each call in their places', async () => {
  expect(await all(written({ text: 'a' }, { text: 'b' }), read({ mark: ', ' }))).toBe('a:none, b:none');
  expect(await all(written({ text: null }, { text: 'd' }), read({ mark: '+' }))).toBe(':none+d:none');
  expect(built).toBe(1);
});

test('another number of rows, or a value that is there or not, is another shape', async () => {
  built = 0;
  expect(await all(written({ text: 'a' }), read({ mark: ', ' }))).toBe('a:none');
  expect(await all(written({ text: 'a', more: 'c' }), read({ mark: ', ' }))).toBe('a:c');
  expect(await all(written({ text: 'a', more: undefined }), read({ mark: ', ' }))).toBe('a:none');
  expect(built).toBe(2);
});

test('with a part that comes seldom it is built for its own values', async () => {
  built = 0;
  const seldom = (text: string) => rarePart('seldom', () => sql<never>`(insert into notes values (${text}))`);
  for (const mark of ['1', '2'])
    expect(await all(seldom(mark), written({ text: 'a' }, { text: 'b' }), read({ mark }))).toBe(`a:none${mark}b:none`);
  expect(built).toBe(2);
});
