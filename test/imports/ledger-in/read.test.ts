import { describe, expect, it } from 'vitest';
import { ledgerInRows } from '../../../imports/ledger-in/read.ts';
import { csvFile, type Row } from '../../builders/files.ts';
import { open } from '../../builders/ledger-changes.ts';
import { DIRECTORY, ledgerInRow } from '../../builders/ledgers.ts';
import { residentId, wrongCheckDigit } from '../../builders/persons.ts';
import { readWhole } from '../../builders/read-whole.ts';

const read = (...rows: Row[]) => readWhole(csvFile(rows), ledgerInRows, DIRECTORY);
const refusals = async (...rows: Row[]) =>
  (await read(...rows)).refused.map(({ line, defects }) => [
    line,
    ...defects.map(({ field, code }) => `${field} ${code}`),
  ]);
const warnings = async (changes: Row) =>
  (await read(ledgerInRow(1, changes))).accepted[0]?.warnings.map(({ field, code }) => `${field} ${code}`);
const SOUND = ledgerInRow(1);

describe('the ledger of transfers-in', () => {
  it('takes a sound row without a word', async () => {
    const { accepted, refused, fileWarnings } = await read(SOUND);
    expect([refused, fileWarnings, accepted[0]?.warnings]).toEqual([[], [], []]);
    expect(accepted[0]).toMatchObject({
      line: 2,
      cells: SOUND,
      row: {
        caseNumber: 'IN20260500001',
        name: SOUND['姓名'],
        idNumber: SOUND['公民身份号码'],
        areaCode: '320100',
        acceptedOn: '2026-05-11',
        expectedFen: 3_420_644,
        receivedFen: 3_420_644,
        problem: undefined,
        letters: [{ number: 1, sentOn: '2026-05-15', waybill: '1000000000001', returnReason: undefined }],
        ending: { how: 'completed', on: '2026-06-12', reason: undefined },
      },
    });
  });

  it('takes the 40 columns of its own export', async () => {
    const exported = { ...SOUND, 联系函发送人: '经办01', 信息表录入人: '', 复核人: '', 通知发送日期: '' };
    expect(await read(exported)).toMatchObject({ refused: [], fileWarnings: [], accepted: [{ warnings: [] }] });
  });

  it.each<[string, string, string, string]>([
    ['no case number', '业务编号', '', 'missing'],
    ['no name', '姓名', ' ', 'missing'],
    ['no ID number', '公民身份号码', '', 'missing'],
    ['no day of acceptance', '受理日期', '', 'missing'],
    ['no area', '原参保地行政区划', '', 'missing'],
    ['an ID number that is too short', '公民身份号码', '11010219991231035', 'length'],
    ['letters in the ID number', '公民身份号码', '11010219991231O357', 'form'],
    ['an impossible birth date', '公民身份号码', residentId('1987-02-30', 1), 'birthDate'],
    ['somebody born after the request', '公民身份号码', residentId('2026-05-12', 1), 'birthDate'],
    ['a wrong check digit', '公民身份号码', wrongCheckDigit(residentId('1987-02-03', 1)), 'checkDigit'],
    ['an area that nobody knows', '原参保地行政区划', '999999', 'areaUnknown'],
    ['an area code that is none', '原参保地行政区划', '3201', 'areaCode'],
    ['an impossible date', '信息表收到日期', '2026-02-30', 'date'],
    ['a date whose day may be its month', '交接日期', '05/06/2026', 'date'],
    ['a picture in a name', '姓名', '张😀三', 'character'],
    ['a name with a place where no character is', '姓名', '张\u0378三', 'character'],
    ['a name with a digit', '姓名', '张三２', 'character'],
    ['a control character in a name', '姓名', '张\u0007三', 'controlCharacter'],
    ['an impossible day of acceptance', '受理日期', '2026-13-40', 'date'],
    ['an impossible letter date', '第2次联系函日期', '2026-06-31', 'date'],
    ['an amount that is none', '应到金额', '12,34.5.6', 'amount'],
    ['an amount in words', '实到金额', '三万', 'amount'],
    ['a waybill number that is none', '第1次EMS单号', 'ABC', 'waybill'],
    ['a waybill number as a spreadsheet spoils it', '第1次EMS单号', '1.25134E+12', 'scientific'],
    ['an unknown reason of return', '第1次退回原因', 'Z99', 'reasonCode'],
    ['an unknown reason of refusal', '不予受理原因', '其他', 'reasonCode'],
    ['an unknown code as problem', '存在问题', 'Z9', 'reasonCode'],
    ['an end before the beginning', '办理完结日期', '2026-05-10', 'closedBeforeAccepted'],
    ['an end before the letter left', '办理完结日期', '2026-05-13', 'endedBeforeLast'],
    ['a booking before its money came', '办理完结日期', '2026-06-02', 'endedBeforeLast'],
  ])('refuses %s', async (_, field, value, code) => {
    expect(await refusals(ledgerInRow(1, { [field]: value }))).toEqual([[2, `${field} ${code}`]]);
  });

  it('takes an end before form and money of a case that ended otherwise, but not before its letter', async () => {
    const withdrawn = { 办理进度: '申请人撤回', 存在问题: 'W01' };
    expect(await refusals(ledgerInRow(1, { ...withdrawn, 办理完结日期: '2026-05-20' }))).toEqual([]);
    expect(await refusals(ledgerInRow(1, { ...withdrawn, 办理完结日期: '2026-05-14' }))).toEqual([
      [2, '办理完结日期 endedBeforeLast'],
    ]);
  });

  it('refuses a case number that an earlier row had, even a refused one', async () => {
    expect(await refusals(ledgerInRow(1, { 姓名: '' }), ledgerInRow(2), SOUND)).toEqual([
      [2, '姓名 missing'],
      [4, '业务编号 repeated'],
    ]);
  });

  it('names every defect of a row at once, without repeating its values', async () => {
    const { refused } = await read(
      ledgerInRow(1, { 姓名: '', 公民身份号码: '123', 实到金额: 'secret', 第1次EMS单号: 'X' }),
    );
    expect(refused[0]?.defects.map(({ field }) => field).sort()).toEqual(
      ['公民身份号码', '姓名', '实到金额', '第1次EMS单号'].sort(),
    );
    expect(JSON.stringify(refused[0]?.defects)).not.toMatch(/123|secret/);
    expect(refused[0]?.cells['实到金额']).toBe('secret');
  });

  it.each<[string, Row, string]>([
    ['an office known by another name', { 原参保地社保机构名称: '别名' }, '原参保地社保机构名称 officeName'],
    ['an unknown category', { 类别标识: '其他' }, '类别标识 category'],
    ['another sex than the ID number says', { 性别: SOUND['性别'] === '男' ? '女' : '男' }, '性别 sexDiffers'],
    ['a number that takes no SMS', { 手机号码: '010-12345678' }, '手机号码 phoneNoSms'],
    ['no number', { 手机号码: '' }, '手机号码 phoneMissing'],
    ['a name of one character', { 姓名: '样' }, '姓名 name'],
    ['a remark in the place of a code', { 存在问题: '等对方来电' }, '存在问题 remark'],
    ['another amount than was due', { 实到金额: '1.00' }, '实到金额 amountDiffers'],
    ['words nobody knows', { 办理进度: '进行中吧' }, '办理进度 progress'],
    ['a letter by post without a waybill', { 第1次EMS单号: '' }, '第1次EMS单号 waybillMissing'],
    ['a letter sent before the request', { 第1次联系函日期: '2026-05-10' }, '第1次联系函日期 dateOrder'],
    ['a return before the sending', { 第1次退回原因: 'L02', 第1次退回日期: '2026-05-14' }, '第1次退回日期 dateOrder'],
    ['a return without a date', { 第1次退回原因: 'L02' }, '第1次退回原因 returnIncomplete'],
    [
      'a second letter without a first',
      { 第1次联系函日期: '', 第1次EMS单号: '', 第2次联系函日期: '2026-05-20', 第2次EMS单号: '1000000000002' },
      '第2次联系函日期 letterOrder',
    ],
    [
      'a notice of what is not completed',
      open({ 办理进度: '联系函已发出', 通知发送日期: '2026-06-15' }),
      '通知发送日期 noticeWithoutEnd',
    ],
    ['a notice before the end', { 通知发送日期: '2026-06-11' }, '通知发送日期 dateOrder'],
    ['a notice on a day that never was', { 通知发送日期: '2026-02-30' }, '通知发送日期 date'],
    ['a waybill without its letter', { 第2次EMS单号: '1000000000002' }, '第2次联系函日期 letterDateMissing'],
    ['an end without a date', { 办理完结日期: '' }, '办理完结日期 endDateMissing'],
    ['an end of something still open', { 办理进度: '等待信息表和资金' }, '办理完结日期 endDateOdd'],
    ['a closing without money', { 基金到账日期: '' }, '办理进度 closedWithoutBoth'],
    ['a small code', { 第1次退回原因: 'l02', 第1次退回日期: '2026-05-20' }, '第1次退回原因 codeWritten'],
    ['an ID number of 15 digits', { 公民身份号码: '360426910101007', 性别: '男' }, '公民身份号码 legacyId'],
  ])('takes %s, with a warning', async (_, changes, warning) => {
    expect((await read(ledgerInRow(1, changes))).refused).toEqual([]);
    expect(await warnings(changes)).toEqual([warning]);
  });

  it('needs no waybill for an office on the national platform', async () => {
    const platform = { 原参保地行政区划: '330100', 原参保地社保机构名称: '杭州样例中心', 第1次EMS单号: '' };
    expect(await warnings(platform)).toEqual([]);
  });

  it.each([
    ['不予受理', 'A01', 'refused'],
    ['申请人撤回', 'W01', 'withdrawn'],
    ['已终止', 'L06', 'closedWithoutTransfer'],
  ])('ends as %s for %s: %s', async (progress, reason, how) => {
    const column = progress === '已终止' ? '存在问题' : '不予受理原因';
    const { row } = (await read(ledgerInRow(1, { 办理进度: progress, [column]: reason }))).accepted[0]!;
    expect(row.ending).toEqual({ how, on: '2026-06-12', reason });
  });

  it('lets the other columns decide where the words are unknown', async () => {
    const how = async (changes: Row) =>
      (await read(ledgerInRow(1, { 办理进度: '完', ...changes }))).accepted[0]?.row.ending?.how;
    const changes: Row[] = [{}, { 不予受理原因: 'A02' }, { 不予受理原因: 'W01' }, { 基金到账日期: '' }];
    expect(await Promise.all(changes.map(how))).toEqual(['completed', 'refused', 'withdrawn', 'closedWithoutTransfer']);
  });

  it('reads three letters with their returns', async () => {
    const { accepted } = await read(
      ledgerInRow(1, {
        第1次退回原因: 'M01',
        第1次退回日期: '2026-05-20',
        第2次联系函日期: '2026-05-22',
        第2次EMS单号: '1000000000002',
        第2次退回原因: 'L10',
        第2次退回日期: '2026-05-28',
        第3次联系函日期: '2026-05-29',
        第3次EMS单号: 'EE473124829CN',
      }),
    );
    expect(
      accepted[0]!.row.letters.map(({ sentOn, returnReason, returnedOn }) => [sentOn, returnReason, returnedOn]),
    ).toEqual([
      ['2026-05-15', 'M01', '2026-05-20'],
      ['2026-05-22', 'L10', '2026-05-28'],
      ['2026-05-29', undefined, undefined],
    ]);
  });

  it('reads UTF-8 with a BOM the same', async () => {
    const again = await readWhole(csvFile([SOUND], { encoding: 'utf8-bom' }), ledgerInRows, DIRECTORY);
    expect(again).toEqual(await read(SOUND));
  });
});
