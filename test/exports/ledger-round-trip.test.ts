/** What came in as a ledger goes out as one, and coming in again it changes nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../db/connection/connection.ts';
import { LEDGER_IN_COLUMNS, LEDGER_OUT_COLUMNS } from '../../domain/ledgers/columns.ts';
import { EXPORT_FORMATS } from '../../domain/exported.ts';
import { csvFile, type Row } from '../builders/files.ts';
import { bytesOf, makeNext, rowsIn, takeOut } from '../builders/exported.ts';
import { COUNTERPART_ROWS, countRows, standInNovember2026, takeIn, transferOf } from '../builders/imports.ts';
import { ledgerInRow, ledgerOutRow } from '../builders/ledgers.ts';
import { ODD_TEXTS } from '../builders/odd-texts.ts';
import { anOffice, testKeyring, type TestOffice } from '../builders/office.ts';
import { freshDatabase, type FreshDatabase } from '../support/database.ts';

const NEVER_SENT = {
  第1次联系函日期: '',
  第1次EMS单号: '',
  信息表收到日期: '',
  基金到账日期: '',
  应到金额: '',
  实到金额: '',
};
const OPEN = {
  信息表收到日期: '',
  基金到账日期: '',
  应到金额: '',
  实到金额: '',
  办理进度: '等待信息表和资金',
  办理完结日期: '',
};
const RETURNED = {
  第1次退回原因: 'M01',
  第1次退回日期: '2026-05-20',
  第2次联系函日期: '2026-05-22',
  第2次EMS单号: '1000000900001',
};

/** The four columns that our own export adds. */
const FOUR = { 联系函发送人: '', 信息表录入人: '', 复核人: '', 通知发送日期: '' };

/** As offices write them: odd days, odd amounts, a stray remark, what a spreadsheet would take for a formula. */
const ROWS: readonly Row[] = [
  ledgerInRow(1),
  ledgerInRow(2, RETURNED),
  ledgerInRow(3, OPEN),
  ledgerInRow(4, { ...NEVER_SENT, 办理进度: '不予受理', 不予受理原因: 'A02', 办理完结日期: '2026-05-13' }),
  ledgerInRow(5, { 受理日期: '2026/5/11', 应到金额: '12,039.00', 实到金额: '12039', 办理进度: '差一个章' }),
  ledgerInRow(6, { 存在问题: '=HYPERLINK("http://example.org")', 单位名称: '\'@样例,单位"甲"' }),
  ledgerInRow(7, { 类别标识: '定额缴费 补缴', 手机号码: '', 管家: '', 受理人: '' }),
  ledgerInRow(8, { ...OPEN, 第1次EMS单号: '', 存在问题: 'L12' }),
  ledgerInRow(9, { 办理完结日期: '' }),
  ledgerInRow(10, { 原参保地行政区划: '330100', 原参保地社保机构名称: '杭州中心（旧名）', 第1次EMS单号: '' }),
  ledgerInRow(11, { 姓名: '㐀龦𠮷', 单位名称: ' 前后有空格 ' }),
  ledgerInRow(12, { 姓名: '阿卜杜热合曼·艾力', 受理人: '阿•力', 管家: 'Ａ．Ｂ' }),
  ledgerInRow(13, { 姓名: '麦麦提．吐尔逊', 单位联系电话: '0571-00123456', 手机号码: '013900000001' }),
  ledgerInRow(14, { 姓名: 'Ö. Ñandú-O’Neill', 性别: '', 险种类型: '', 手机号码: '不详' }),
  ledgerInRow(15, { 受理日期: '2026年5月11日', 信息表收到日期: '20260601', 基金到账日期: '46176' }),
  ledgerInRow(16, { 应到金额: '0.10', 实到金额: '00000.10', 办理完结日期: '2026-06-12 00:00:00' }),
  ledgerInRow(17, { 应到金额: '9999999999.99', 实到金额: '９９９９９９９９９９.９９' }),
  ledgerInRow(18, { 联系函发送人: '经办09', 信息表录入人: '=1+1', 复核人: '王·五', 通知发送日期: '2026-06-15' }),
  ledgerInRow(19, { 通知发送日期: '2026-02-30', 复核人: '0012', 公民身份号码: wide(19) }),
  ledgerInRow(20, { 受理日期: '2026-05-12', 第1次EMS单号: '0000000000017', 原参保地行政区划: '３２０１００' }),
  // The same person again, by another name: each row keeps its own.
  ledgerInRow(21, { 姓名: '样例乙', 公民身份号码: ledgerInRow(20)['公民身份号码']! }),
  ledgerInRow(22, {
    存在问题: Array.from({ length: 60 }, (_, at) => `第${String(at + 1)}次联系："无人",再打`).join('\n'),
  }),
  ...ODD_TEXTS.map((text, index) => ledgerInRow(30 + index, { 单位名称: text, 存在问题: `${text}。`, 交接日期: '' })),
];
const IN: readonly Row[] = ROWS.map((row) => ({ ...row, ...FOUR, ...row }));
const OUT: readonly Row[] = [
  ledgerOutRow(1),
  ledgerOutRow(2, { 信息表发出日期: '', 基金划转日期: '', 划转金额: '', 办理进度: '办理中', 办理完结日期: '' }),
  ledgerOutRow(3, { 更正次数: '2', 转入地社保机构名称: '-杭州' }),
  ledgerOutRow(4, { 姓名: '古丽·𠮷', 更正次数: '007', 划转金额: '12,000.5', 经办人: '=经办' }),
  ledgerOutRow(5, { 收到联系函日期: '2026/5/20', 信息表发出日期: '20260601', 更正次数: '１', 经办人: '甲\n乙' }),
  ledgerOutRow(6, { 收到联系函日期: '2026-05-21', 复核人: '王·五', 划转金额: '0' }),
].map((row) => ({ 复核人: '', ...row }));

/** Full-width, with a small x, as some input methods write it. */
function wide(number: number): string {
  const digits = ledgerInRow(number)['公民身份号码']!;
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).replace('X', 'x');
}

let fresh: FreshDatabase;
let db: Db;
let office: TestOffice;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  office = await anOffice(db);
  await standInNovember2026(db);
  await takeIn(db, office, 'counterparts', COUNTERPART_ROWS);
  expect(await takeIn(db, office, 'ledgerIn', csvFile(IN, { encoding: 'utf8' }))).toMatchObject({
    accepted: IN.length,
    refused: 0,
  });
  expect(await takeIn(db, office, 'ledgerOut', OUT)).toMatchObject({ accepted: OUT.length, refused: 0 });
});
afterAll(() => fresh.drop());

const columnsOf = { ledgerIn: LEDGER_IN_COLUMNS, ledgerOut: LEDGER_OUT_COLUMNS };

test.each(EXPORT_FORMATS)(
  'both ledgers go out as %s with all their columns, and come in again unchanged',
  async (format) => {
    for (const [what, came] of [
      ['ledgerIn', IN],
      ['ledgerOut', OUT],
    ] as const) {
      const events = await countRows(db, 'events');
      const { file, state, rows } = await takeOut(db, office, { what, format });
      expect({ state, rows }).toEqual({ state: 'done', rows: came.length });
      const titles = [...columnsOf[what].required, ...columnsOf[what].optional];
      const written = await rowsIn(file, titles);
      expect(Object.keys(written[0]!)).toEqual(titles);
      expect(written.map((row) => row['业务编号']).sort()).toEqual(came.map((row) => row['业务编号']).sort());
      const again = await takeIn(db, office, what, file);
      expect(again).toMatchObject({
        state: 'done',
        unchanged: came.length,
        accepted: 0,
        changed: 0,
        refused: 0,
        warnings: [],
      });
      expect(await countRows(db, 'events')).toBe(events);
    }
  },
);

/** Anything but a header, and nothing that was not there. */
async function comesBackUnchanged(what: 'ledgerIn' | 'ledgerOut', file: Buffer, rows: number): Promise<void> {
  const events = await countRows(db, 'events');
  const again = await takeIn(db, office, what, file);
  expect(again).toMatchObject({ state: 'done', unchanged: rows, accepted: 0, changed: 0, refused: 0, heldRows: 0 });
  expect(await countRows(db, 'events')).toBe(events);
}

describe.each(EXPORT_FORMATS)('as %s', (format) => {
  test.each(['ledgerIn', 'ledgerOut'] as const)('%s that was cut off is begun anew, and is whole', async (what) => {
    const rows = what === 'ledgerIn' ? IN.length : OUT.length;
    const { id, file: first } = await takeOut(db, office, { what, format });
    // The process ends behind the last piece, before it says that all of them are there.
    await db.updateTable('exports').set({ state: 'running', finished_at: null }).where('id', '=', id).execute();
    await makeNext(db);
    const file = await bytesOf(db, id);
    expect(file).toHaveLength(first.length);
    await comesBackUnchanged(what, file, rows);
  });

  test('of one row it is one, and of none a header', async () => {
    for (const [what, day] of [
      ['ledgerIn', '2026-05-12'],
      ['ledgerOut', '2026-05-21'],
    ] as const) {
      const one = await takeOut(db, office, { what, format, filter: { from: day, to: day } });
      expect(one.rows).toBe(1);
      await comesBackUnchanged(what, one.file, 1);
      const none = await takeOut(db, office, { what, format, filter: { from: '2025-01-01', to: '2025-01-02' } });
      expect(none.rows).toBe(0);
      await comesBackUnchanged(what, none.file, 0);
    }
  });
});

test('in an empty office the file tells the same, cell by cell', async () => {
  const first = await takeOut(db, office, { what: 'ledgerIn', format: 'csvUtf8' });
  const other = await freshDatabase();
  try {
    const there = await anOffice(other.db);
    await standInNovember2026(other.db);
    await takeIn(other.db, there, 'counterparts', COUNTERPART_ROWS);
    expect(await takeIn(other.db, there, 'ledgerIn', first.file)).toMatchObject({ accepted: IN.length });
    const second = await takeOut(other.db, there, { what: 'ledgerIn', format: 'csvUtf8' });
    const titles = [...LEDGER_IN_COLUMNS.required, ...LEDGER_IN_COLUMNS.optional];
    const sorted = (rows: Record<string, string>[]) =>
      rows.toSorted((a, b) => (a['业务编号']! < b['业务编号']! ? -1 : 1));
    expect(sorted(await rowsIn(second.file, titles))).toEqual(sorted(await rowsIn(first.file, titles)));
  } finally {
    await other.drop();
  }
});

test('a row to whose transfer something has happened here says what is known here', async () => {
  const { id } = await transferOf(db, IN[2]!['业务编号']!);
  await db
    .insertInto('info_forms')
    .values({
      ...EMPTY_FORM,
      office_id: office.officeId,
      transfer_id: id,
      attempt: 1,
      received_on: '2026-11-19',
      fact_seq: 90,
    })
    .execute();
  await db
    .insertInto('events')
    .values({
      transfer_id: id,
      seq: 90,
      office_id: office.officeId,
      kind: 'reminded',
      source: 'staff',
      occurred_at: new Date(),
    })
    .execute();
  const { file } = await takeOut(db, office, { what: 'ledgerIn' });
  const row = (await rowsIn(file, LEDGER_IN_COLUMNS.required)).find((one) => one['业务编号'] === IN[2]!['业务编号']);
  expect(row).toMatchObject({
    信息表收到日期: '2026-11-19',
    应到金额: '123.45',
    办理进度: '信息表已收到',
    类别标识: '',
  });
});

const EMPTY_FORM = {
  personal_before_1998_fen: 0,
  account_until_last_year_fen: 0,
  account_this_year_fen: 0,
  account_total_fen: 0,
  pooled_fund_fen: 12_345,
  total_fen: 12_345,
};

test('a name that was put right counts, wherever that was done', async () => {
  const caseNo = IN[0]!['业务编号']!;
  const { id, case_id: caseId } = await transferOf(db, caseNo);
  const { person_id: personId } = await db
    .selectFrom('cases')
    .select('person_id')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  await db
    .updateTable('persons')
    .set({ name_sealed: testKeyring.seal('欧阳更正') })
    .where('id', '=', personId)
    .execute();
  await db
    .insertInto('person_changes')
    .values({ person_id: personId, transfer_id: id, field: 'name', by_staff_id: office.staff.manager })
    .execute();
  for (const what of ['ledgerIn', 'ledgerOut'] as const) {
    const { file } = await takeOut(db, office, { what, format: 'csvGb18030' });
    const rows = await rowsIn(file, columnsOf[what].required);
    // Both ledgers tell of the same person.
    const found = rows.filter((row) => row['公民身份号码'] === IN[0]!['公民身份号码']);
    expect(found.map((row) => row['姓名'])).toEqual(['欧阳更正']);
  }
});

test('of a span of days only what was accepted in it goes out, and of an empty one a header alone', async () => {
  const some = await takeOut(db, office, { what: 'ledgerIn', filter: { from: '2026-05-11', to: '2026-05-11' } });
  expect(some.rows).toBe(IN.length - 1);
  const none = await takeOut(db, office, { what: 'ledgerIn', filter: { from: '2025-01-01', to: '2025-12-31' } });
  expect(none).toMatchObject({ state: 'done', rows: 0 });
  expect(await rowsIn(none.file, LEDGER_IN_COLUMNS.required)).toEqual([]);
});
