import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../db/connection/connection.ts';
import { listImportLines } from '../../db/imported/lines.ts';
import { listLetterPage } from '../../db/letters/pages.ts';
import { checkInvariants } from '../../invariants/check.ts';
import { bankRow, camt053, camtEntry } from '../builders/bank-files.ts';
import { type Row } from '../builders/files.ts';
import { countRows, COUNTERPART_ROWS, standInNovember2026, stepsOf, takeIn, transferOf } from '../builders/imports.ts';
import { returned } from '../builders/ledger-changes.ts';
import { ledgerInRow, ledgerOutRow } from '../builders/ledgers.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

let fresh: FreshDatabase;
let db: Db;
let office: TestOffice;

async function begin() {
  fresh = await freshDatabase();
  db = fresh.db;
  office = await anOffice(db);
  await standInNovember2026(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
}
const end = () => fresh.drop();

describe('transfers-out, open transfers and the bank', () => {
  beforeAll(begin);
  afterAll(end);

  const OUT = [
    ledgerOutRow(1),
    ledgerOutRow(2, { 办理进度: '办理中', 办理完结日期: '', 基金划转日期: '', 划转金额: '' }),
    // Over the Dragon Boat holiday: fifteen working days end on 2 July.
    ledgerOutRow(3, {
      收到联系函日期: '2026-06-10',
      信息表发出日期: '2026-06-25',
      基金划转日期: '2026-07-02',
      办理完结日期: '2026-07-02',
    }),
  ];

  test('transfers-out go in with their due dates; the open one has a steward, a step and a workflow', async () => {
    expect(await takeIn(db, office, 'ledgerOut', OUT)).toMatchObject({ accepted: 3 });
    const due = await db
      .selectFrom('transfers_out')
      .select('due_on')
      .orderBy('letter_received_on')
      .orderBy('due_on')
      .execute();
    expect(due.map(({ due_on }) => due_on)).toEqual(['2026-06-10', '2026-07-02']);
    expect(await db.selectFrom('steps').select('due_on').where('closed_at', 'is', null).execute()).toEqual([
      { due_on: '2026-06-10' },
    ]);
    const waiting = await db
      .selectFrom('transfers')
      .selectAll()
      .where('closed_at', 'is', null)
      .executeTakeFirstOrThrow();
    expect(waiting).toMatchObject({ direction: 'out', followed: true, steward_id: office.staff.manager });
    expect(await db.selectFrom('outbox').select('transfer_id').execute()).toEqual([{ transfer_id: waiting.id }]);
    expect(await takeIn(db, office, 'ledgerOut', OUT)).toMatchObject({ unchanged: 3 });
    expect(
      await takeIn(db, office, 'ledgerOut', [ledgerOutRow(2), ledgerOutRow(1, { 划转金额: '1.00' })]),
    ).toMatchObject({ changed: 1, refused: 1 });
    expect(await checkInvariants({ databaseUrl: fresh.url })).toEqual([]);
  });

  const openRow = (number: number, total: string): Row => {
    const { 姓名, 公民身份号码 } = ledgerInRow(number);
    return {
      业务编号: `IN202606${String(number).padStart(5, '0')}`,
      姓名: 姓名!,
      公民身份号码: 公民身份号码!,
      信息表转移基金总额: total,
      原参保地行政区划: '320100',
    };
  };
  const OPEN = [openRow(41, '100.00'), openRow(42, '200.00'), openRow(43, '300.00')];
  const bookings = [
    { serial: 'B0010', yuan: '100.00', memo: '养老转移 IN20260600041' },
    { serial: 'B0009', yuan: '100.00', memo: '养老转移 IN20260600041' },
    { serial: 'B0002', yuan: '80.00', memo: `IN20260600042 个人账户` },
    { serial: 'B0003', yuan: '12.34', memo: '手续费', mark: '借' as const },
  ];

  test('open transfers wait for money, and the bank’s entries are judged in the order of their serial numbers', async () => {
    expect(await takeIn(db, office, 'openTransfers', OPEN)).toMatchObject({ accepted: 3 });
    const taken = await takeIn(db, office, 'bankStatement', bookings.map(bankRow));
    expect(taken).toMatchObject({ accepted: 4, refused: 0 });
    const { items } = await listImportLines(db, taken.id, { after: 0, limit: 10 });
    expect(items.map(({ serial, verdict, cases, amountFen }) => [serial, verdict, cases, amountFen])).toEqual([
      ['B0010', 'paidTwice', ['IN20260600041'], 100_00],
      ['B0009', 'match', ['IN20260600041'], 100_00],
      ['B0002', 'part', ['IN20260600042'], 80_00],
      ['B0003', null, [], 12_34],
    ]);
    expect(items.at(-1)?.warnings).toMatchObject([{ code: 'debit' }]);
    expect(await stepsOf(db, (await transferOf(db, 'IN20260600041')).id)).toContain('formAndFunds 1 agreed');
    expect(await checkInvariants({ databaseUrl: fresh.url })).toEqual([]);
  });

  test('an entry seen before is unchanged, in whichever format; one with another amount is another entry', async () => {
    const xml = new TextEncoder().encode(camt053(bookings.map(camtEntry)));
    expect(await takeIn(db, office, 'bankStatement', xml)).toMatchObject({ unchanged: 4, accepted: 0 });
    const oneLine = new TextEncoder().encode(camt053(bookings.map(camtEntry)).replaceAll('\n', ''));
    expect(await takeIn(db, office, 'bankStatement', oneLine)).toMatchObject({ unchanged: 4, linesTotal: 4 });
    expect(await takeIn(db, office, 'bankStatement', bookings.map(bankRow))).toMatchObject({ unchanged: 4 });
    const other = await takeIn(db, office, 'bankStatement', [bankRow({ ...bookings[0]!, yuan: '999.00' })]);
    expect((await listImportLines(db, other.id, { after: 0, limit: 1 })).items).toMatchObject([
      { result: 'accepted', amountFen: 999_00, warnings: [{ code: 'amountChanged' }] },
    ]);
    expect(await countRows(db, 'credits')).toBe(4);
  });

  test('a corrected total is a newer form', async () => {
    expect(await takeIn(db, office, 'openTransfers', [openRow(43, '333.00')])).toMatchObject({ changed: 1 });
    const paid = await takeIn(db, office, 'bankStatement', [
      bankRow({ serial: 'B0020', yuan: '333.00', memo: 'IN20260600043' }),
    ]);
    expect((await listImportLines(db, paid.id, { after: 0, limit: 1 })).items).toMatchObject([{ verdict: 'match' }]);
  });
});

describe('scans of a file', () => {
  beforeAll(begin);
  afterAll(end);

  const scan = (邮件号: string, 时间: string, 代码: string, 描述 = ''): Row => ({ 邮件号, 时间, 代码, 描述 });
  const waybillOf = (row: Row) => row['第1次EMS单号']!;
  const [known, lost] = [
    ledgerInRow(1),
    ledgerInRow(2, returned(1, 'M03', '2026-05-25', ['2026-05-26', '1000000009002'])),
  ];
  const SCANS = [
    scan(waybillOf(known), '2026-05-18 15:30:00', '704', '妥投 单位收发章'),
    scan(waybillOf(known), '2026-05-15 16:30:00', '203', '收寄计费信息'),
    scan(waybillOf(known), '2026-05-15 16:30:00', '203', '收寄计费信息'),
    scan(waybillOf(lost), '2026-05-16 11:30:00', '306'),
    scan('1999999999999', '2026-05-16 11:30:00', '9Q7', '其他情况'),
  ];
  const shown = async (waybill: string) =>
    (await listLetterPage(db, testKeyring, { officeId: office.officeId, waybill }, { limit: 5 })).items[0];

  test('come before the ledger or after it, and say what became of each letter', async () => {
    const early = await takeIn(db, office, 'courierScans', SCANS);
    expect(early).toMatchObject({ accepted: 4, unchanged: 1, refused: 0 });
    await takeIn(db, office, 'ledgerIn', [known, lost]);
    expect(await takeIn(db, office, 'courierScans', SCANS)).toMatchObject({ unchanged: 5 });
    expect(await shown(waybillOf(known))).toMatchObject({ state: 'delivered', silent: false });
    // The old ledger gave it up as lost; the courier has only fallen silent.
    expect(await shown(waybillOf(lost))).toMatchObject({ state: 'underWay', silent: true });
    const open = await db
      .selectFrom('tasks')
      .select('about')
      .where('kind', '=', 'unknownScan')
      .where('closed_at', 'is', null)
      .execute();
    expect(open).toEqual([{ about: { waybill: '1999999999999' } }]);
    expect(await checkInvariants({ databaseUrl: fresh.url })).toEqual([]);
  });
});
