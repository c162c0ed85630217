/** Whoever waits for a transfer that an import changes waits for fifty at most, and never in a circle. */
import { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPool, type Database, type Db } from '../../db/connection/connection.ts';
import { LedgerDialect } from '../../db/connection/procedures.ts';
import { bankRow } from '../builders/bank-files.ts';
import type { Row } from '../builders/files.ts';
import { COUNTERPART_ROWS, standInNovember2026, takeIn } from '../builders/imports.ts';
import { anOffice, type TestOffice } from '../builders/office.ts';
import { aResidentId } from '../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

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

test('rows that change transfers, and money that finds them', async () => {
  await takeIn(db, office, 'openTransfers', openRows('100.00'));
  const changed = await lockedBy('openTransfers', openRows('200.00').reverse());
  expect(new Set(changed.flat()).size).toBe(CASES);
  expectInOrder(changed);
  const bookings = persons.map((_, at) =>
    bankRow({ serial: `B${String(1000 + at)}`, yuan: '200.00', memo: caseNo(at), bookedOn: '2026-11-19' }),
  );
  const paid = await lockedBy('bankStatement', bookings);
  expect(new Set(paid.flat()).size).toBe(CASES);
  expectInOrder(paid);
});
