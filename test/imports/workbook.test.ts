import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openBankStatement } from '../../imports/bank-statement/read.ts';
import { courierScanRows } from '../../imports/courier-scans/read.ts';
import { ledgerInRows } from '../../imports/ledger-in/read.ts';
import { SHIPPED_LAYOUTS } from '../builders/bank-layouts.ts';
import { csvFile, type Row } from '../builders/files.ts';
import { DIRECTORY, ledgerInRow } from '../builders/ledgers.ts';
import { readWhole } from '../builders/read-whole.ts';
import { oldOffice, serialOf, sheetOf, workbookFile, type Cell } from '../builders/workbook.ts';

const ROWS = [1, 2, 3].map((number) => ledgerInRow(number));
const HEADER = Object.keys(ROWS[0]!);
const read = (file: Uint8Array) => readWhole(file, ledgerInRows, DIRECTORY);
const told = (found: readonly { field: string; code: string }[] = []) =>
  found.map(({ field, code }) => `${field} ${code}`.trim());
const sentence = async (file: Uint8Array) => {
  const { fileDefects, accepted, refused } = await read(file);
  expect([accepted, refused, fileDefects.length]).toEqual([[], [], 1]);
  return [fileDefects[0]!.code, fileDefects[0]!.reason];
};
/** Days as days, amounts and waybills as numbers: as somebody types them. */
const typed =
  (day: (value: string) => Cell) =>
  (column: string, value: string): Cell => {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
    return /金额|EMS单号|手机号码|行政区划/.test(column) && value !== '' ? Number(value) : value;
  };

describe('a workbook', () => {
  it.each(['shared', 'inline'] as const)('of texts (%s) is read as the same table in CSV', async (texts) => {
    expect(await read(workbookFile([sheetOf(ROWS)], { texts }))).toEqual(await read(csvFile(ROWS)));
  });

  it('of days and numbers says what the CSV says, without a word', async () => {
    const file = workbookFile([
      sheetOf(
        ROWS,
        typed((value) => ({ day: serialOf(value) })),
      ),
    ]);
    const [{ accepted, refused }, csv] = [await read(file), await read(csvFile(ROWS))];
    expect(refused).toEqual([]);
    expect(accepted.map(({ row, read }) => [row, read])).toEqual(csv.accepted.map(({ row, read }) => [row, read]));
    expect(accepted.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  it('that counts from 1904 says the same days, also where they are plain numbers, and keeps them as days', async () => {
    const shifted = (value: string) => serialOf(value) - 1_462;
    const days = workbookFile(
      [
        sheetOf(
          ROWS,
          typed((value) => ({ day: shifted(value) })),
        ),
      ],
      { is1904: true },
    );
    const numbers = workbookFile([sheetOf(ROWS, typed(shifted))], { is1904: true });
    for (const file of [days, numbers])
      expect((await read(file)).accepted.map(({ row }) => row)).toEqual(
        (await read(csvFile(ROWS))).accepted.map(({ row }) => row),
      );
    expect((await read(numbers)).accepted[0]!.cells['受理日期']).toBe('2026-05-11');
  });

  it('gives the last results of formulas, and refuses one that was never computed', async () => {
    const cell = (xml: string) => (column: string, value: string) => (column === '应到金额' ? { xml } : value);
    const result = await read(workbookFile([sheetOf(ROWS, cell('<c><f>1+1</f><v>34206.440000000002</v></c>'))]));
    expect(result.accepted.map(({ row }) => row.expectedFen)).toEqual([3_420_644, 3_420_644, 3_420_644]);
    expect(told(result.fileWarnings)).toEqual(['formulas']);
    const none = await read(workbookFile([sheetOf(ROWS.slice(0, 1), cell('<c><f>1+1</f></c>'))]));
    expect(none.refused.map(({ defects }) => told(defects))).toEqual([['应到金额 formula']]);
    expect(told(none.fileWarnings)).toEqual(['formulas', '应到金额 formula']);
  });

  it('refuses numbers that lost digits, and cells that hold an error', async () => {
    const { refused, fileWarnings } = await read(
      workbookFile([
        sheetOf(ROWS.slice(0, 2), (column, value) => {
          if (column === '公民身份号码') return Number('110102196809186358');
          return column === '业务编号' ? { xml: '<c t="e"><v>#REF!</v></c>' } : value;
        }),
      ]),
    );
    expect(told(refused[0]!.defects).sort()).toEqual(['业务编号 spreadsheetError', '公民身份号码 scientific'].sort());
    expect(fileWarnings.map(({ reason }) => reason.slice(0, 7))).toEqual(['2 cells', '2 cells']);
  });

  it('refuses rows whose cells are merged with another’s, and no title above the header', async () => {
    const { rows } = sheetOf(ROWS);
    const merged = (cells: string[], above: number) =>
      read(workbookFile([{ rows: [...Array<Cell[]>(above).fill(['2026年转移台账']), ...rows], merged: cells }]));
    const areas = await merged(['J2:J3'], 0);
    expect(areas.refused.map(({ line, defects }) => [line, ...told(defects)])).toEqual([
      [3, '原参保地行政区划 merged'],
    ]);
    expect(areas.accepted).toHaveLength(2);
    expect(told(areas.fileWarnings)).toEqual(['merged']);
    expect(await merged(['A1:AJ1'], 1)).toMatchObject({ refused: [], fileWarnings: [{ code: 'rowsAboveHeader' }] });
  });

  it('of two sheets is read where the header is, and not at all where it is twice', async () => {
    const notes = { rows: [['说明'], ['某年某月']] };
    const one = await read(workbookFile([notes, sheetOf(ROWS), { ...sheetOf(ROWS), isHidden: true }]));
    expect(one.accepted).toHaveLength(3);
    expect(told(one.fileWarnings)).toEqual(['otherSheets']);
    expect(await sentence(workbookFile([sheetOf(ROWS), sheetOf(ROWS)]))).toEqual([
      'severalSheets',
      'The sheets 1, 2 all have the header; send one file for each.',
    ]);
  });

  it('keeps the numbers of the rows, whatever is empty between them', async () => {
    const [header, first, second] = sheetOf(ROWS).rows;
    const rows = [[], header!, [], first!, ['', ' '], second!];
    expect((await read(workbookFile([{ rows }]))).accepted.map(({ line }) => line)).toEqual([4, 6]);
  });

  it('of a courier has times', async () => {
    const cells: Cell[][] = [
      ['邮件号', '时间', '代码'],
      [1155157994784, { day: serialOf('2026-11-26') + 8 / 24 + 5 / 1440 }, 306],
    ];
    const { accepted } = await readWhole(workbookFile([{ rows: cells }]), courierScanRows, undefined);
    expect(accepted[0]!.row).toMatchObject({
      waybill: '1155157994784',
      scannedAt: '2026-11-26T00:05:00.000Z',
      code: '306',
    });
  });

  it('of a bank is read by the layout that its header shows', async () => {
    const cells: Cell[][] = [
      ['账户明细'],
      ['流水号', '记账日期', '借贷标志', '金额', '对方户名', '对方账号', '附言'],
      ['S1', { day: serialOf('2026-06-15') }, '贷', 66845.69, '杭州样例中心', 1.2345678901234567e18, 'IN20260600007'],
      ['S2', 20260616, '借', 5, '', '', ''],
    ];
    const { accepted, refused } = await openBankStatement(workbookFile([{ rows: cells }]), SHIPPED_LAYOUTS);
    expect(refused).toEqual([]);
    expect(accepted.map(({ line, row }) => [line, row.serial, row.bookedOn, row.direction, row.amountFen])).toEqual([
      [3, 'S1', '2026-06-15', 'credit', 6_684_569],
      [4, 'S2', '2026-06-16', 'debit', 500],
    ]);
    expect(told(accepted[0]!.warnings)).toEqual(['对方账号 scientific']);
    const none = await openBankStatement(workbookFile([{ rows: [['甲', '乙']] }]), SHIPPED_LAYOUTS);
    expect(none.fileDefects[0]).toMatchObject({ code: 'layoutUnknown' });
  });
});

describe('what is no table is told in a sentence', () => {
  const sound = workbookFile([sheetOf(ROWS)]);
  const withPart = (name: string, xml: string) => workbookFile([sheetOf(ROWS)], { more: { [name]: strToU8(xml) } });

  it.each<[string, Uint8Array, string, RegExp]>([
    ['a password', oldOffice('EncryptedPackage'), 'password', /without one/],
    ['an old .xls', oldOffice('Workbook'), 'spreadsheet', /\.xlsx/],
    ['a macro', workbookFile([], { more: { 'xl/vbaProject.bin': randomBytes(9) } }), 'macro', /\.xlsx/],
    ['an .xlsb', workbookFile([], { more: { 'xl/workbook.bin': randomBytes(9) } }), 'spreadsheet', /\.xlsb/],
    ['an .ods', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('x') }), 'spreadsheet', /\.ods/],
    ['a zip of a table', zipSync({ 'a.csv': csvFile(ROWS) }), 'zip', /unpack it/],
    ['a zip in a zip', zipSync({ 'a.zip': zipSync({ 'a.csv': csvFile(ROWS) }) }), 'zipInZip', /unpack both/],
    ['half a workbook', sound.subarray(0, sound.length / 2), 'zip', /cut off/],
    ['half a sheet', withPart('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row r="1">'), 'damaged', /damaged/],
    ['entities', withPart('xl/workbook.xml', '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'), 'damaged', /damaged/],
    ...['1048577', '99999999999', '2.5', '-2'].map((line): [string, Uint8Array, string, RegExp] => [
      `a row with the number ${line}`,
      withPart('xl/worksheets/sheet1.xml', `<worksheet><sheetData><row r="${line}"/></sheetData></worksheet>`),
      'damaged',
      /damaged/,
    ]),
    [
      'merged cells in heaps',
      workbookFile([{ ...sheetOf(ROWS), merged: Array<string>(501).fill('A2:A600') }]),
      'damaged',
      /damaged/,
    ],
    ['a text that is not in the list', withPart('xl/sharedStrings.xml', '<sst/>'), 'damaged', /damaged/],
    ['no row', workbookFile([{ rows: [] }]), 'emptyFile', /No sheet/],
    ['no header', workbookFile([{ rows: [['甲', '乙']] }]), 'columnMissing', /None of the first 40/],
    ['600 columns', workbookFile([{ rows: [HEADER, Array<Cell>(600).fill('x')] }]), 'tooLarge', /500 columns/],
  ])('%s', async (_, file, code, words) => {
    expect(await sentence(file)).toEqual([code, expect.stringMatching(words)]);
  });

  it('a changed byte of a cell', async () => {
    const stored = storedWorkbook(ROWS);
    const at = stored.indexOf('34206.44');
    stored.write('94206.44', at);
    expect(await sentence(stored)).toEqual(['damaged', expect.any(String)]);
  });

  it('a bomb, unpacked no further than it may be', async () => {
    const before = process.memoryUsage().rss;
    const bomb = withPart('xl/sharedStrings.xml', `<sst>${' '.repeat(200_000_000)}</sst>`);
    expect(await sentence(bomb)).toEqual(['tooLarge', expect.stringMatching(/160 MB/)]);
    const long = workbookFile([{ rows: [[{ xml: `<c t="str"><v>${'x'.repeat(40_000_000)}</v></c>` }]] }]);
    expect(await sentence(long)).toEqual(['damaged', expect.any(String)]);
    expect(process.memoryUsage().rss - before).toBeLessThan(1_500_000_000);
  });
});

/** Not packed, so that a byte of it can be changed. */
function storedWorkbook(rows: readonly Row[]): Buffer {
  return Buffer.from(workbookFile([sheetOf(rows)], { texts: 'inline', level: 0 }));
}
