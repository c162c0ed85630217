import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { executeLast } from '../../../db/connection/travelling-begin.ts';
import { countedDatabase, type CountedDatabase } from '../../support/counted.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let counted: CountedDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
  counted = countedDatabase(fresh.url);
  await sql`create table notes (text text unique)`.execute(fresh.db);
});
afterAll(async () => {
  await counted.db.destroy();
  await fresh.drop();
});

const note = (text: unknown) => sql<{ text: string }>`insert into notes values (${text}) returning text`;
const notes = async () =>
  (await sql<{ text: string }>`select text from notes order by text`.execute(fresh.db)).rows.map(({ text }) => text);

test('a transaction without a statement asks nothing', async () => {
  const { statements } = await counted.of(() => counted.db.transaction().execute(() => Promise.resolve()));
  expect(statements).toEqual([]);
});

test.each(['select 1 as first', "insert into notes values ('a')"])(
  'a transaction begins before “%s”',
  async (first) => {
    const { statements } = await counted.of(() =>
      counted.db
        .transaction()
        .execute(async (tx) => {
          await sql.raw(first).execute(tx);
          await note('b').execute(tx);
          throw new Error('no');
        })
        .catch(() => undefined),
    );
    expect(statements.map((text) => text.slice(0, 8))).toEqual(['begin', first.slice(0, 8), 'insert i', 'rollback']);
    expect(await notes()).toEqual([]);
  },
);

test('it ends with its last statement, and takes no other after it', async () => {
  const { statements, result } = await counted.of(() =>
    counted.db.transaction().execute(async (tx) => {
      await sql`select 1 as first`.execute(tx);
      const [row] = await executeLast(tx, note('last').compile(tx));
      await expect(note('too late').execute(tx)).rejects.toThrow('has ended');
      return row;
    }),
  );
  expect(result).toEqual({ text: 'last' });
  expect(statements.at(-1)).toBe('commit');
  expect(await notes()).toEqual(['last']);
});

test('a connection that is held on to can be asked, and begin again, after such a transaction', async () => {
  const { statements } = await counted.of(() =>
    counted.db.connection().execute(async (held) => {
      for (const text of ['one', 'two']) {
        await held.transaction().execute(async (tx) => {
          await sql`select 1 as first`.execute(tx);
          await executeLast(tx, sql`select ${text}::text as last`.compile(tx));
        });
        await sql`select 2 as between`.execute(held);
      }
    }),
  );
  const each = ['begin', 'select 1 as first', 'select $1::text as last', 'commit', 'select 2 as between'];
  expect(statements).toEqual([each, each].flat());
});

test.each([
  ['PostgreSQL refuses', 'last'],
  [
    'cannot be put on the wire',
    {
      toPostgres: () => {
        throw new Error('not like this');
      },
    },
  ],
])('of a last statement that %s nothing stays, nor of what was written before', async (_why, value) => {
  const failing = counted.db.transaction().execute(async (tx) => {
    await note('before').execute(tx);
    await executeLast(tx, note(value).compile(tx));
  });
  await expect(failing).rejects.toThrow();
  expect(await notes()).toEqual(['last']);
  // The connection is as good as before.
  const after = await counted.db.transaction().execute((tx) => sql`select text from notes`.execute(tx));
  expect(after.rows).toEqual([{ text: 'last' }]);
});
