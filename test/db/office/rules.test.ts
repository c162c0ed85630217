/** A process keeps the rules that it has read; what changes them makes it read again, whoever has changed them. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCalendar } from '../../../db/office/calendar.ts';
import { changeCalendar } from '../../../db/office/calendar-changes.ts';
import type { Db } from '../../../db/connection/connection.ts';
import { rulesNow, rulesOn, settingOn } from '../../../db/office/rules.ts';
import { TransferLedger } from '../../../db/ledger/transfer-ledger.ts';
import { anOffice, type TestOffice } from '../../builders/office.ts';
import { anAcceptedTransfer } from '../../builders/walk.ts';
import { freshDatabase, type FreshDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';

let fresh: FreshDatabase;
let db: Db;
let office: TestOffice;
let transferId: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  office = await anOffice(db);
  transferId = await anAcceptedTransfer(db, office);
});
afterAll(() => fresh.drop());

const rules = () => db.transaction().execute(async (tx) => (await TransferLedger.open(tx, transferId)).rules());
const setLimit = (by: Db, days: number) =>
  sql`update limits set working_days = ${days} where name = 'accept' and procedure_type = 'employee'`.execute(by);

test('rules that nobody has changed are read once', async () => {
  expect(await rules()).toMatchObject({ limits: { accept: 15 } });
  expect((await rules()).calendar).toBe((await rules()).calendar);
});

test('who asks for nothing but the calendar gets the one that is kept', async () => {
  expect(await loadCalendar(db)).toBe((await rules()).calendar);
});

test('a day before every version stands under the first one', async () => {
  const { rules: book } = await rulesNow(db);
  const of = { direction: 'in', procedureType: 'employee', areaCode: '110000' };
  expect(rulesOn(book, '1999-01-04', of)).toEqual(rulesOn(book, '2026-01-05', of));
  expect(rulesOn(book, '1999-01-04', of)).toMatchObject({ ruleVersion: '2010-66' });
});

test('a changed limit, day or year is in force in the next transaction', async () => {
  await setLimit(db, 14);
  expect(await rules()).toMatchObject({ limits: { accept: 14 } });
  await sql`insert into calendar_days (day, kind, source) values ('2026-12-24', 'rest', 'test')`.execute(db);
  expect((await rules()).calendar.days.get('2026-12-24')).toBe('rest');
  await sql`delete from calendar_days where day = '2026-12-24'`.execute(db);
  expect((await rules()).calendar.days.has('2026-12-24')).toBe(false);
  await sql`insert into calendar_years (year, notice) values (2031, 'test')`.execute(db);
  expect((await rules()).calendar.publishedUntil).toBe('2031-12-31');
});

test('where the office has promised less, the smallest region that it lies in says it, and nothing of others', async () => {
  const regional = (region: string, days: number) =>
    sql`insert into limits (rule_version, direction, procedure_type, region, name, working_days, source)
      values ('2010-66', 'in', 'employee', ${region}, 'accept', ${days}, 'test')`.execute(db);
  const before = (await rules()).limits;
  await regional('11', 9);
  expect((await rules()).limits).toEqual({ ...before, accept: 9 });
  await regional('1101', 7);
  await regional('31', 3);
  expect((await rules()).limits).toEqual({ ...before, accept: 7 });
  await sql`delete from limits where region <> ''`.execute(db);
  expect((await rules()).limits).toEqual(before);
});

test('so is a changed setting', async () => {
  const silentAfter = async () => {
    const { today, rules: book } = await rulesNow(db);
    return settingOn(book, today, 'silentAfterWorkingDays');
  };
  expect(await silentAfter()).toBe(3);
  await sql`update rules set value = '4' where name = 'silentAfterWorkingDays'`.execute(db);
  expect(await silentAfter()).toBe(4);
});

test('a version begins on its day, and what it does not say stays as it was', async () => {
  await sql`insert into rule_versions (version, valid_from, note) values
    ('soon', '2099-01-01', 'a test'), ('later', '2099-02-01', 'a test')`.execute(db);
  await sql`insert into rules (rule_version, name, value, source)
    values ('soon', 'silentAfterWorkingDays', '6', 'a test')`.execute(db);
  const { rules: book } = await rulesNow(db);
  expect(settingOn(book, '2098-12-31', 'silentAfterWorkingDays')).toBe(4);
  expect(settingOn(book, '2099-01-01', 'silentAfterWorkingDays')).toBe(6);
  expect(settingOn(book, '2099-02-01', 'silentAfterWorkingDays')).toBe(6);
});

test('a change that is taken back leaves nothing behind, even where the next one follows it', async () => {
  const undone = db.transaction().execute(async (tx) => {
    await setLimit(tx, 3);
    expect(await (await TransferLedger.open(tx, transferId)).rules()).toMatchObject({ limits: { accept: 3 } });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await rules()).toMatchObject({ limits: { accept: 14 } });
  await setLimit(db, 13);
  expect(await rules()).toMatchObject({ limits: { accept: 13 } });
});

test('a notice waits for whoever computes with the rules that he has kept', async () => {
  await rules();
  let change: Promise<void> | undefined;
  await db.transaction().execute(async (tx) => {
    await (await TransferLedger.open(tx, transferId)).rules();
    change = db
      .transaction()
      .execute((other) => changeCalendar(other, { year: 2027, notice: 'n', rest: [], work: [] }, null));
    await eventually(async () => {
      const { rows } =
        await sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`.execute(
          db,
        );
      expect(rows).toHaveLength(1);
    });
  });
  await change;
});
