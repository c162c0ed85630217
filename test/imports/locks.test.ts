/** Whoever waits for a transfer that an import changes waits for fifty at most, and never in a circle. */
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool, type Database, type Db, type Tx } from '../../db/connection/connection.ts';
import { LedgerDialect } from '../../db/connection/procedures.ts';
import { bankRow } from '../builders/bank-files.ts';
import type { Row } from '../builders/files.ts';
import { COUNTERPART_ROWS, standInNovember2026, takeIn } from '../builders/imports.ts';
import { anOffice, type TestOffice } from '../builders/office.ts';
import { aResidentId } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

let fresh: FreshDatabase;
let office: TestOffice;
let db: Db;
/** Ids of the transfers that were locked, by transaction: each ends with what notes the progress of the file. */
let locked: string[][] = [[]];

beforeAll(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  await standInNovember2026(fresh.db);
  db = new Kysely<Database>({
    dialect: new LedgerDialect(createPool(fresh.url)),
    log: ({ query: { sql, parameters } }) => {
      if (/for update of "transfers"/.test(sql)) locked.at(-1)!.push(String(parameters[0]));
      if (/update imports set lines_done/.test(sql)) locked.push([]);
    },
  });
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
});
afterAll(async () => {
  await db.destroy();
  await fresh.drop();
});

const CASES = 55;
const persons = Array.from({ length: CASES }, () => aResidentId());
const caseNo = (at: number): string => `IN202606${String(at).padStart(5, '0')}`;
const openRows = (total: string): Row[] =>
  persons.map((idNumber, at) => ({
    业务编号: caseNo(at),
    姓名: '样例甲',
    公民身份号码: idNumber,
    信息表转移基金总额: total,
    原参保地行政区划: '320100',
  }));

async function lockedBy(kind: 'openTransfers' | 'bankStatement', rows: readonly Row[]): Promise<string[][]> {
  locked = [[]];
  await takeIn(db, office, kind, rows);
  return locked.filter((ids) => ids.length > 0);
}

/** Each transfer by its first lock: to lock again what one holds is no waiting. */
function expectInOrder(transactions: readonly string[][]): void {
  for (const ids of transactions) {
    const first = [...new Set(ids)];
    expect(first.length).toBeLessThanOrEqual(50);
    expect(first).toEqual([...first].sort());
  }
}

test('rows that change transfers', async () => {
  await takeIn(db, office, 'openTransfers', openRows('100.00'));
  const changed = await lockedBy('openTransfers', openRows('200.00').reverse());
  expect(new Set(changed.flat()).size).toBe(CASES);
  expectInOrder(changed);
});

test('money that finds transfers in another order than somebody who waits for both', async () => {
  const { rows } = await sql<{ id: string; case_no: string }>`select t.id, c.case_no from transfers t
    join cases c on c.id = t.case_id where c.case_no = any(${persons.map((_, at) => caseNo(at))}::text[]) order by t.id`.execute(
    fresh.db,
  );
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const lock = (tx: Tx, { id }: { id: string }) => sql`select from transfers where id = ${id} for update`.execute(tx);
  // The bank speaks of the last one first: who locked it for that and then waited for the first one would close the circle.
  const bookings = [last, ...rows.slice(1, -1), first].map(({ case_no }, at) =>
    bankRow({ serial: `B${String(1000 + at)}`, yuan: '200.00', memo: case_no, bookedOn: '2026-11-19' }),
  );
  let importing: Promise<unknown> | undefined;
  await fresh.db.transaction().execute(async (tx) => {
    await lock(tx, first);
    importing = lockedBy('bankStatement', [bookings[0]!, bookings.at(-1)!]);
    await eventually(async () => {
      const { rows: waiting } = await sql`select from pg_stat_activity where datname = current_database()
        and wait_event_type = 'Lock' and state = 'active'`.execute(db);
      return waiting.length > 0;
    });
    // Whoever stands in a circle would be let out after a second.
    await sql`set local lock_timeout = '500ms'`.execute(tx);
    await lock(tx, last);
  });
  await importing;
  const paid = await lockedBy('bankStatement', bookings);
  expect(new Set(paid.flat()).size).toBe(CASES - 2);
  expect(Math.max(...paid.map((ids) => new Set(ids).size))).toBe(25);
});
