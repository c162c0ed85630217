/** The files of the simulated bank and courier are read by the office's own readers, line by line. */
import { expect, test } from 'vitest';
import { readBankStatement } from '../../imports/bank-statement/read.ts';
import { courierScanRows } from '../../imports/courier-scans/read.ts';
import { counterpartRows } from '../../imports/counterparts/read.ts';
import { PRACTICE_COUNTERPARTS } from '../../domain/staff/practice.ts';
import { statementFile } from '../../simulator/play/bank.ts';
import { EXPENDITURE_ACCOUNT, paymentsFile } from '../../simulator/play/expenditure-account.ts';
import { directoryFile } from '../../simulator/plan/counterparts.ts';
import { SHIPPED_LAYOUTS } from '../builders/bank-layouts.ts';
import { readWhole } from '../builders/read-whole.ts';
import { at } from '../../simulator/outside/office-time.ts';
import { scanFile } from '../../simulator/play/post-office.ts';

const lines = [
  { payer: '沈阳市社会保险事业服务中心', memo: '转移基金-阿依古丽·买买提-00151X IN20260100007', amountFen: 7_302_939 },
  { payer: '样例付款单位', memo: '往来款 <A&B>, "甲"', amountFen: 100 },
].map((line, index) => ({ ...line, serial: `S7020260112${index + 1}`, bookedOn: '2026-01-09', shares: [] }));

test.each(['2026-01-12', '2026-01-13'])('the statement of %s tells every credit, in the format of that day', (day) => {
  const { content } = statementFile(day, lines);
  const read = readBankStatement(content, SHIPPED_LAYOUTS);
  expect(read).toMatchObject({ refused: [], fileDefects: [] });
  expect(read.accepted.map(({ row }) => row)).toMatchObject(
    lines.map(({ serial, bookedOn, amountFen, payer, memo }) => ({
      serial,
      bookedOn,
      amountFen,
      memo,
      payerName: payer,
      direction: 'credit',
    })),
  );
});

test.each(['2026-01-12', '2026-01-13'])('the account that pays tells on %s what left and what came back', (day) => {
  const entry = { bookedOn: '2026-01-09', amountFen: 7_302_939, payer: '上海市社会保险事业管理中心', payment: '1-1' };
  const more = { ...entry, otherAccount: '621731000000001' };
  const { content } = paymentsFile(day, [
    { ...more, serial: 'Z70202601120001', memo: '养老保险关系转移 HK2601000001', isDebit: true },
    { ...more, serial: 'Z70202601120002', memo: '退汇 HK2601000001', isDebit: false },
  ]);
  const read = readBankStatement(content, SHIPPED_LAYOUTS);
  expect(read).toMatchObject({ refused: [], fileDefects: [] });
  const both = { account: EXPENDITURE_ACCOUNT, payerAccount: more.otherAccount, payerName: more.payer };
  expect(read.accepted.map(({ row }) => row)).toMatchObject([
    { ...both, direction: 'debit', amountFen: 7_302_939 },
    { ...both, direction: 'credit', memo: '退汇 HK2601000001' },
  ]);
});

test('two days in a row have different formats', () => {
  expect(statementFile('2026-01-12', lines).name).toMatch(/\.(csv|xml)$/);
  expect(statementFile('2026-01-12', lines).name.slice(-3)).not.toBe(statementFile('2026-01-13', lines).name.slice(-3));
});

test('the courier’s file tells every scan with its second', async () => {
  const scannedAt = at('2026-01-12', 16 * 60 + 5) + 7000;
  const scan = { waybill: '1007312345678', at: scannedAt, code: '705', text: '未妥投 收件人拒收' };
  const { accepted } = await readWhole(scanFile([scan]), courierScanRows, undefined);
  expect(accepted.map(({ row }) => row)).toEqual([
    { waybill: scan.waybill, scannedAt: new Date(scannedAt).toISOString(), code: '705', text: scan.text },
  ]);
});

test('an empty directory is filled with every office', async () => {
  const read = await readWhole(new TextEncoder().encode(directoryFile()), counterpartRows, undefined);
  expect(read.refused).toEqual([]);
  expect(read.accepted.map(({ row }) => row.areaCode)).toEqual(PRACTICE_COUNTERPARTS.map(({ areaCode }) => areaCode));
});
