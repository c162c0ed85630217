import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Db } from '../../db/connection/connection.ts';
import { listImportLines } from '../../db/imported/lines.ts';
import type { Row } from '../builders/files.ts';
import { COUNTERPART_ROWS, countRows, standInNovember2026, takeIn } from '../builders/imports.ts';
import { ledgerInRow, ledgerOutRow } from '../builders/ledgers.ts';
import { anOffice, type TestOffice } from '../builders/office.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let db: Db;
let office: TestOffice;
let events: number;

const IN = [1, 2, 3].map((number) => ledgerInRow(number, { 应到金额: '12039.00', 实到金额: '12039.00' }));

beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  office = await anOffice(db);
  await standInNovember2026(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
  expect(await takeIn(db, office, 'ledgerIn', IN)).toMatchObject({ accepted: 3 });
  expect(await takeIn(db, office, 'ledgerOut', [ledgerOutRow(1)])).toMatchObject({ accepted: 1 });
});
afterAll(() => fresh.drop());
beforeEach(async () => {
  events = await countRows(db, 'events');
});

const slashed = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1/$2/$3')]),
  );

test('a ledger that a spreadsheet has saved again says what it said', async () => {
  const again = IN.map((row) => ({
    ...slashed(row),
    业务编号: row['业务编号']!.toLowerCase(),
    手机号码: `${row['手机号码']!}.0`,
    应到金额: '12039',
    实到金额: '12,039.00',
  }));
  const taken = await takeIn(db, office, 'ledgerIn', again);
  expect(taken).toMatchObject({ unchanged: 3, changed: 0, refused: 0 });
  const { items } = await listImportLines(db, taken.id, { after: 0, limit: 9 });
  expect(items[0]!.warnings).toContainEqual({
    field: '受理日期',
    code: 'dateWritten',
    message: 'Written in another way, read as 2026-05-11.',
  });
  expect(await countRows(db, 'events')).toBe(events);
});

test('rows that are numbered anew and sorted otherwise write nothing', async () => {
  const numbered = (rows: readonly Row[]) => rows.map((row, index) => ({ 序号: String(index + 1), ...row }));
  expect(await takeIn(db, office, 'ledgerIn', numbered(IN))).toMatchObject({ unchanged: 3 });
  expect(await takeIn(db, office, 'ledgerIn', numbered([...IN].reverse()))).toMatchObject({ unchanged: 3 });
  expect(await countRows(db, 'events')).toBe(events);
});

test('a ledger of transfers-out too, and what does say something else is still a change', async () => {
  const again = {
    ...slashed(ledgerOutRow(1)),
    划转金额: '12000',
    更正次数: '0.0',
    公民身份号码: `="${ledgerOutRow(1)['公民身份号码']!}"`,
  };
  expect(await takeIn(db, office, 'ledgerOut', [again])).toMatchObject({ unchanged: 1 });
  const contradicting = { ...again, 划转金额: '12000.01' };
  expect(await takeIn(db, office, 'ledgerOut', [contradicting])).toMatchObject({ refused: 1, unchanged: 0 });
  const more = { ...slashed(IN[0]!), 存在问题: '已电话告知' };
  expect(await takeIn(db, office, 'ledgerIn', [more])).toMatchObject({ changed: 1 });
});
