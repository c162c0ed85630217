/** Rates taken apart, and the bureau's sheet, of an old ledger of which every row is known. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listBucket } from '../../../db/metrics/completion-cases.ts';
import { readCompletionGroups } from '../../../db/metrics/completion-groups.ts';
import { readMonthSheet } from '../../../db/metrics/month-sheet.ts';
import { COUNTERPART_ROWS, standInNovember2026, takeIn } from '../../builders/imports.ts';
import { ledgerInRow, ledgerOutRow } from '../../builders/ledgers.ts';
import { anOffice, testKeyring, type TestOffice } from '../../builders/office.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let office: TestOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  office = await anOffice(fresh.db);
  await standInNovember2026(fresh.db);
  await takeIn(fresh.db, office, 'counterparts', COUNTERPART_ROWS);
  await takeIn(fresh.db, office, 'ledgerIn', [
    ledgerInRow(1, { 类别标识: '4050、补缴' }),
    ledgerInRow(2, { 类别标识: '4050' }),
    ledgerInRow(3, { 类别标识: '张三的表弟' }),
    ledgerInRow(4),
    ledgerInRow(5, { 受理日期: '2026-04-30' }),
  ]);
  await takeIn(fresh.db, office, 'ledgerOut', [ledgerOutRow(1)]);
});
afterAll(() => fresh.drop());

const question = (direction: 'in' | 'out' = 'in') => ({
  officeId: office.officeId,
  direction,
  from: '2026-04-01',
  to: '2026-06-30',
  asOf: '2026-11-20',
});

async function sizes(by: Parameters<typeof readCompletionGroups>[3]) {
  const groups = await readCompletionGroups(fresh.db, testKeyring, question(), by);
  return groups.map(({ key, attempts }) => [key, attempts?.cohort, attempts?.closedWithin[1]]);
}

test('a case with two marks of category is in both groups, and words of its own leave no trace', async () => {
  expect(await sizes('category')).toEqual([['4050', 2, 2], ['none', 2, 2], ['other', 1, 1], ['补缴', 1, 1]]); // prettier-ignore
});

test('a group lists the cases that it counts, and no others', async () => {
  const of = (group: string) =>
    listBucket(fresh.db, question(), 'closedWithin1', {
      limit: 10,
      among: { keyring: testKeyring, by: 'category', group },
    });
  expect([(await of('4050'))?.count, (await of('other'))?.count, (await of('张三的表弟'))?.count]).toEqual([2, 1, 0]);
});

test('a month without a case is a point without a rate', async () => {
  expect(await sizes('month')).toEqual([['2026-04', 1, 1], ['2026-05', 4, 4], ['2026-06', 0, 0]]); // prettier-ignore
  const [, , june] = await readCompletionGroups(fresh.db, testKeyring, question(), 'month');
  expect(june?.attempts?.rates[1]).toBeNull();
});

test('other offices have their names', async () => {
  const groups = await readCompletionGroups(fresh.db, testKeyring, question('out'), 'counterpart');
  expect(groups.map(({ key, periods }) => [key, periods?.due])).toEqual([['330100', 1]]);
  expect(groups[0]?.name).not.toBeNull();
});

test('the sheet of May and of June go on from each other', async () => {
  const sheet = (from: string, to: string) =>
    readMonthSheet(fresh.db, { officeId: office.officeId, direction: 'in', from, to });
  const may = await sheet('2026-05-01', '2026-05-31');
  const june = await sheet('2026-06-01', '2026-06-30');
  expect([may.opening, may.accepted, may.completed, may.inTransit]).toEqual([1, 4, 0, 5]);
  expect([june.opening, june.accepted, june.completed, june.inTransit]).toEqual([5, 0, 5, 0]);
  expect([june.withinPromise, june.acrossProvinces, may.meanWorkingDays]).toEqual([5, 5, null]);
  // To 12 June from 11 May 24 working days, from 30 April 29: 1 to 5 May are rest days, Saturday the 9th is worked.
  expect(june.meanWorkingDays).toBe('25.0');
});
