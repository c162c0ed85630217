import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db, Tx } from '../../../db/connection/connection.ts';
import { alone, lockFirstOffice, lockPerson, lockReceipts, lockWaybills } from '../../../db/connection/locks.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let db: Db;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
});
afterAll(() => fresh.drop());

/** The first number of each advisory lock that is held in this database; of a lock of one number, all of it. */
async function held(): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select case when objsubid = 2 then classid::text else objid::text end as key
    from pg_locks where locktype = 'advisory' and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db);
  return rows.map(({ key }) => key);
}

const LOCKS: [string, (tx: Tx) => Promise<void>][] = [
  ['a person', (tx) => lockPerson(tx, 1)],
  ['waybills', (tx) => lockWaybills(tx, ['1234567890123'])],
  ['the receipts of a notice', (tx) => lockReceipts(tx, ['1234567890123'])],
  ['the first office', lockFirstOffice],
];

test('no two kinds of lock share a number', async () => {
  const keys: string[] = [];
  for (const [, lock] of LOCKS) {
    await db.transaction().execute(async (tx) => {
      await lock(tx);
      keys.push(...(await held()));
    });
  }
  for (const what of ['imports', 'backup'] as const) await alone(db, what, async () => keys.push(...(await held())));
  expect(keys).toHaveLength(6);
  expect(new Set(keys).size).toBe(6);
});

test.each(LOCKS)('whoever comes second to %s waits', async (_, lock) => {
  await db.transaction().execute(async (first) => {
    await lock(first);
    const second = db.transaction().execute(async (tx) => {
      await sql`set local lock_timeout = '50ms'`.execute(tx);
      await lock(tx);
    });
    await expect(second).rejects.toThrow('lock timeout');
  });
});

test('several numbers are taken in one order, whoever names them how', async () => {
  const numbers = Array.from({ length: 40 }, (_, index) => `number ${String(index)}`);
  const taken = (waybills: string[]) => db.transaction().execute((tx) => lockWaybills(tx, waybills));
  await Promise.all([1, 2, 3, 4].map((turn) => taken(turn % 2 ? numbers : [...numbers].reverse())));
});

test('what one does alone another leaves, and may do afterwards, also when it has failed', async () => {
  const failed = alone(db, 'imports', async () => {
    expect(await alone(db, 'imports', () => Promise.resolve('both'))).toBeUndefined();
    throw new Error('on the way');
  });
  await expect(failed).rejects.toThrow('on the way');
  expect(await alone(db, 'imports', () => Promise.resolve('done'))).toBe('done');
});

test('every advisory lock of db/ stands in the file that names them', () => {
  const folder = join(import.meta.dirname, '../../../db');
  const locking = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /pg_(try_)?advisory/.test(readFileSync(join(folder, file), 'utf8')));
  expect(locking).toEqual([join('connection', 'locks.ts')]);
});
