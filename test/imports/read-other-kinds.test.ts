import { describe, expect, it } from 'vitest';
import { counterpartRows } from '../../imports/counterparts/read.ts';
import { courierScanRows } from '../../imports/courier-scans/read.ts';
import { ledgerOutRows } from '../../imports/ledger-out/read.ts';
import { openTransferRows } from '../../imports/open-transfers/read.ts';
import type { ReadFile } from '../../imports/tables/row-files.ts';
import { csvFile, type Row } from '../builders/files.ts';
import { DIRECTORY, ledgerOutRow } from '../builders/ledgers.ts';
import { residentId } from '../builders/persons.ts';
import { readWhole } from '../builders/read-whole.ts';

const refusals = (read: ReadFile<unknown>) =>
  read.refused.map(({ line, defects }) => [line, ...defects.map(({ field, code }) => `${field} ${code}`)]);
const warningCodes = (read: ReadFile<unknown>) => read.accepted.map(({ warnings }) => warnings.map(({ code }) => code));

describe('the ledger of transfers-out', () => {
  const read = (...rows: Row[]) => readWhole(csvFile(rows), ledgerOutRows, DIRECTORY);

  it('takes a sound row without a word', async () => {
    expect((await read(ledgerOutRow(1))).accepted[0]).toMatchObject({
      warnings: [],
      row: {
        caseNumber: 'OUT2026060001',
        letterReceivedOn: '2026-05-20',
        infoFormIssuedOn: '2026-06-01',
        remittedOn: '2026-06-02',
        reissues: 0,
        amountFen: 1_200_000,
        closedOn: '2026-06-02',
        areaCode: '330100',
      },
    });
  });

  it.each<[string, Row, string]>([
    ['no receipt of the letter', { 收到联系函日期: '' }, '收到联系函日期 missing'],
    ['an unknown area', { 转入地行政区划: '110000' }, '转入地行政区划 areaUnknown'],
    ['an amount that is none', { 划转金额: '一万' }, '划转金额 amount'],
    ['a count in a word', { 更正次数: '一' }, '更正次数 count'],
    ['a count with a word', { 更正次数: '1次' }, '更正次数 count'],
    ['a count below zero', { 更正次数: '-1' }, '更正次数 count'],
    ['an end before the letter came', { 办理完结日期: '2026-05-19' }, '办理完结日期 closedBeforeAccepted'],
  ])('refuses %s', async (_, changes, defect) => {
    expect(refusals(await read(ledgerOutRow(1, changes)))).toEqual([[2, defect]]);
  });

  it.each<[string, Row, string]>([
    ['a form issued before the letter came', { 信息表发出日期: '2026-05-19' }, 'dateOrder'],
    ['an empty count, which is none', { 更正次数: '' }, 'missing'],
    ['an end without a date', { 办理完结日期: '' }, 'endDateMissing'],
    ['an office known by another name', { 转入地社保机构名称: '别名' }, 'officeName'],
  ])('takes %s, with a warning', async (_, changes, code) => {
    expect(warningCodes(await read(ledgerOutRow(1, changes)))).toEqual([[code]]);
  });
});

describe('the directory of offices', () => {
  const OFFICE: Row = {
    行政区划: '320100',
    机构名称: '南京样例中心',
    邮寄方式: 'EMS',
    地址: '样例路1号',
    邮编: '210000',
    电话: '025-1234567',
  };
  const read = (...rows: Row[]) => readWhole(csvFile(rows), counterpartRows, undefined);

  it('tells offices by post from those on the platform', async () => {
    const { accepted } = await read(
      OFFICE,
      { ...OFFICE, 行政区划: '330100', 邮寄方式: '全国平台' },
      { ...OFFICE, 行政区划: '340100', 邮寄方式: '鸽' },
    );
    expect(accepted.map(({ row, warnings }) => [row.areaCode, row.channel, warnings.length])).toEqual([
      ['320100', 'ems', 0],
      ['330100', 'platform', 0],
      ['340100', 'ems', 1],
    ]);
  });

  it('refuses an office without code or name, and a code given twice', async () => {
    expect(
      refusals(await read(OFFICE, { ...OFFICE, 行政区划: '' }, { ...OFFICE, 行政区划: '33010', 机构名称: '' }, OFFICE)),
    ).toEqual([
      [3, '行政区划 missing'],
      [4, '行政区划 areaCode', '机构名称 missing'],
      [5, '行政区划 repeated'],
    ]);
  });

  it.each(['320100.0', '３２０１００', '="320100"'])('refuses the same code written as %s', async (written) => {
    const again = { ...OFFICE, 行政区划: written, 机构名称: '另一样例中心' };
    expect(refusals(await read(OFFICE, again))).toEqual([[3, '行政区划 repeated']]);
  });
});

describe('transfers that wait for money', () => {
  const WAITING: Row = {
    业务编号: 'IN20260600001',
    姓名: '甲·子',
    公民身份号码: residentId('1990-01-01', 7),
    信息表转移基金总额: '73029.39',
    原参保地行政区划: '320100',
  };

  it('reads what they wait for', async () => {
    const read = await readWhole(
      csvFile([WAITING, { ...WAITING, 业务编号: 'IN20260600002', 信息表转移基金总额: '' }]),
      openTransferRows,
      DIRECTORY,
    );
    expect(read.accepted.map(({ row }) => row.expectedFen)).toEqual([7_302_939]);
    expect(refusals(read)).toEqual([[3, '信息表转移基金总额 missing']]);
    const pictured = csvFile([{ ...WAITING, 姓名: '甲🧧子' }]);
    expect(refusals(await readWhole(pictured, openTransferRows, DIRECTORY))).toEqual([[2, '姓名 character']]);
  });
});

describe('courier scans', () => {
  const SCAN: Row = { 邮件号: '1155157994784', 时间: '2026-05-20 04:30:00', 代码: '463', 描述: '安排投递' };
  const read = (...rows: Row[]) => readWhole(csvFile(rows), courierScanRows, undefined);

  it('takes every scan, also twice and with a code that nobody knows', async () => {
    const { accepted, refused } = await read(SCAN, SCAN, { ...SCAN, 代码: '9Q7', 时间: '2026-05-20T04:30' });
    expect(refused).toEqual([]);
    expect(accepted.map(({ row }) => [row.scannedAt, row.code])).toEqual([
      ['2026-05-19T20:30:00.000Z', '463'],
      ['2026-05-19T20:30:00.000Z', '463'],
      ['2026-05-19T20:30:00.000Z', '9Q7'],
    ]);
  });

  it('refuses a scan of nothing, at no time, or without a code', async () => {
    const rows = [
      { ...SCAN, 邮件号: '' },
      { ...SCAN, 邮件号: 'X' },
      { ...SCAN, 时间: '2026-05-20 24:30:00' },
      { ...SCAN, 代码: '' },
    ];
    expect(refusals(await read(...rows))).toEqual([
      [2, '邮件号 missing'],
      [3, '邮件号 waybill'],
      [4, '时间 time'],
      [5, '代码 missing'],
    ]);
  });
});
