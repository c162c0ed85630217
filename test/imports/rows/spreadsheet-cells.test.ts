import { describe, expect, it } from 'vitest';
import { readBankStatement } from '../../../imports/bank-statement/read.ts';
import { courierScanRows } from '../../../imports/courier-scans/read.ts';
import { ledgerInRows } from '../../../imports/ledger-in/read.ts';
import { SHIPPED_LAYOUTS } from '../../builders/bank-layouts.ts';
import { csvFile, csvText, encoded, type Row } from '../../builders/files.ts';
import { DIRECTORY, ledgerInRow } from '../../builders/ledgers.ts';
import { aPerson, seeded } from '../../builders/persons.ts';
import { readWhole } from '../../builders/read-whole.ts';

const read = (...rows: Row[]) => readWhole(csvFile(rows), ledgerInRows, DIRECTORY);
const readText = (text: string) => readWhole(encoded(text), ledgerInRows, DIRECTORY);
const told = (found: readonly { field: string; code: string }[]) => found.map(({ field, code }) => `${field} ${code}`);
const one = async (changes: Row) => {
  const { accepted, refused } = await read(ledgerInRow(1, changes));
  return {
    row: accepted[0]?.row,
    warnings: told(accepted[0]?.warnings ?? []),
    defects: told(refused[0]?.defects ?? []),
  };
};
const SOUND = ledgerInRow(1);

describe('a cell as a spreadsheet writes it', () => {
  it.each<[string, string, string, string, object]>([
    ['a date with slashes', '受理日期', '2026/5/11', 'dateWritten', { acceptedOn: '2026-05-11' }],
    ['a compact date', '受理日期', '20260511', 'dateWritten', { acceptedOn: '2026-05-11' }],
    ['the number behind a date', '受理日期', '46153', 'dateWritten', { acceptedOn: '2026-05-11' }],
    [
      'a protected number',
      '公民身份号码',
      `="${SOUND['公民身份号码']!}"`,
      'marksLeftOut',
      { idNumber: SOUND['公民身份号码'] },
    ],
    [
      'an apostrophe before a number',
      '业务编号',
      `'${SOUND['业务编号']!}`,
      'marksLeftOut',
      { caseNumber: SOUND['业务编号'] },
    ],
    [
      'characters that nobody sees',
      '业务编号',
      `\u200B${SOUND['业务编号']!}\uFEFF`,
      'marksLeftOut',
      { caseNumber: SOUND['业务编号'] },
    ],
    [
      'a protected number in full width',
      '业务编号',
      `＝＂${SOUND['业务编号']!}＂`,
      'marksLeftOut',
      { caseNumber: SOUND['业务编号'] },
    ],
    ['full-width digits', '业务编号', 'ＩＮ２０２６０５００００１', 'numberWritten', { caseNumber: 'IN20260500001' }],
    ['small letters', '业务编号', 'in 20260500001', 'numberWritten', { caseNumber: 'IN20260500001' }],
    ['a shortened telephone', '手机号码', '1.38E+10', 'scientific', { mobile: '' }],
    ['decimals behind an area code', '原参保地行政区划', '320100.0', 'numberWritten', { areaCode: '320100' }],
  ])('%s is read, and told', async (_, field, value, code, row) => {
    const read = await one({ [field]: value });
    expect(read.defects).toEqual([]);
    expect(read.row).toMatchObject(row);
    expect(read.warnings).toContain(`${field} ${code}`);
  });

  it.each(['34206.44', '34,206.44', '34206.440', '￥34206.44', '34206.44元', '３４２０６．４４', '\u00A034206.44'])(
    'reads an amount written %s',
    async (written) => {
      expect((await one({ 应到金额: written })).row?.expectedFen).toBe(3_420_644);
    },
  );

  it.each([
    ['公民身份号码', '1.10102E+17', 'scientific'],
    ['业务编号', '2.02601E+17', 'scientific'],
    ['业务编号', '2E+17', 'scientific'],
    ['原参保地行政区划', '3.2E+05', 'scientific'],
    ['应到金额', '3.42E+04', 'scientific'],
    ['姓名', '#N/A', 'spreadsheetError'],
    ['业务编号', '#REF!', 'spreadsheetError'],
    ['受理日期', '########', 'narrowColumn'],
  ])('refuses %s %s by what happened to it', async (field, value, code) => {
    expect((await one({ [field]: value })).defects).toEqual([`${field} ${code}`]);
  });

  it('reads a telephone without the decimals that a program has put behind it', async () => {
    expect(await one({ 手机号码: '13800138000.0' })).toMatchObject({ row: { mobile: '13800138000' }, warnings: [] });
  });

  it('names damage for the file too', async () => {
    const { fileWarnings } = await read(
      ledgerInRow(1, { 业务编号: '2.02601E+17' }),
      ledgerInRow(2, { 业务编号: '2.02602E+17' }),
      ledgerInRow(3),
    );
    expect(fileWarnings).toMatchObject([{ field: '业务编号', code: 'scientific' }]);
    expect(fileWarnings[0]!.reason).toMatch(/^2 cells/);
  });
});

describe('numbers that a spreadsheet has cut to 15 digits', () => {
  /** Valid all the same: the check digit of such a number is 0. */
  const CUT = [
    { 公民身份号码: '110102197001016000' },
    { 公民身份号码: '110102197002019000' },
    { 公民身份号码: '110102197003126000' },
  ];

  it('are refused where many end in zeros, and the file says so', async () => {
    const { accepted, refused, fileWarnings } = await read(
      ...CUT.map((changes, index) => ledgerInRow(index + 1, { ...changes, 性别: '' })),
      ledgerInRow(7),
    );
    expect(refused.map(({ line, defects }) => [line, ...told(defects)])).toEqual([
      [2, '公民身份号码 cut'],
      [3, '公民身份号码 cut'],
      [4, '公民身份号码 cut'],
    ]);
    expect(accepted.map(({ line }) => line)).toEqual([5]);
    expect(told(fileWarnings)).toEqual(['公民身份号码 cut']);
  });

  it('one alone among others goes in with a word: there are such people', async () => {
    const others = Array.from({ length: 9 }, (_, index) => ledgerInRow(index + 10));
    const { accepted, refused, fileWarnings } = await read(ledgerInRow(1, { ...CUT[0], 性别: '' }), ...others);
    expect([refused, fileWarnings]).toEqual([[], []]);
    expect(told(accepted[0]!.warnings)).toEqual(['公民身份号码 mayBeCut']);
  });
});

describe('long numbers of a bank’s table', () => {
  const statement = (numbers: readonly { ref: string; account: string }[]) =>
    readBankStatement(
      csvFile(
        numbers.map(({ ref, account }) => ({
          流水号: ref,
          记账日期: '2026-11-26',
          借贷标志: '贷',
          金额: '5.00',
          附言: '甲',
          本方账号: account,
        })),
      ),
      SHIPPED_LAYOUTS,
    );
  const refs = (...ends: string[]) => ends.map((end) => ({ ref: `20261126000000${end}`, account: '6222' }));

  it.each(['1234567890123450', '0200000000000000000'])(
    'take our own account %s, which stands in every row',
    (account) => {
      const { accepted, refused } = statement(['A1', 'A2', 'A3'].map((ref) => ({ ref, account })));
      expect(refused).toEqual([]);
      expect(accepted.map(({ row }) => row.account)).toEqual([account, account, account]);
    },
  );

  it('may be numbered by tens: references go in with a word', () => {
    expect(statement(refs('10', '13', '20', '24', '31')).refused).toEqual([]);
    const { accepted, refused } = statement(refs('10', '20', '30'));
    expect(refused).toEqual([]);
    expect(accepted.map(({ warnings }) => told(warnings))).toEqual(Array(3).fill(['流水号 mayBeCut']));
  });

  it('that lost several digits were cut, references too', () => {
    expect(statement(refs('1000', '2000', '3000')).refused).toHaveLength(3);
  });

  it('are cut where only one digit may be, too, when their row is known by nothing else', async () => {
    const numbers = ['2026050000000010', '2026050000000020', '2026050000000030'];
    const rows = numbers.map((业务编号, index) => ledgerInRow(index + 1, { 业务编号 }));
    expect((await read(...rows)).refused).toHaveLength(3);
  });
});

describe('the header of a real sheet', () => {
  const text = (change: (header: string) => string, rows = [SOUND]) => {
    const [header = '', ...below] = csvText(rows).split('\r\n');
    return [change(header), ...below].join('\r\n');
  };
  const NARROW: readonly [string, string] = ['第1次联系函日期,第1次EMS单号', '第１次 联系函日期,第一次EMS单号'];

  it.each<[string, (header: string) => string]>([
    ['a star', (header) => header.replace('姓名', '*姓名')],
    ['full-width digits and Chinese ones', (header) => header.replace(NARROW[0], NARROW[1])],
    ['a unit and a colon', (header) => header.replace('应到金额', '应到金额（元）').replace('性别', '性别：')],
    ['a line break in a word', (header) => header.replace('公民身份号码', '"公民身份\n号码"')],
    ['characters that nobody sees', (header) => header.replace('姓名', '\u200B姓名\u00A0')],
  ])('is known with %s', async (_, change) => {
    const { accepted, refused, fileDefects } = await readText(text(change));
    expect([fileDefects, refused]).toEqual([[], []]);
    expect(accepted[0]?.row).toMatchObject({ caseNumber: 'IN20260500001', acceptedOn: '2026-05-11' });
  });

  it('stands below a title, which is told', async () => {
    const titled = `2026年转移台账${','.repeat(35)}\r\n\r\n制表人,某\r\n${csvText([SOUND])}`;
    const { accepted, fileWarnings } = await readText(titled);
    expect(accepted.map(({ line }) => line)).toEqual([5]);
    expect(fileWarnings).toMatchObject([{ code: 'rowsAboveHeader' }]);
  });

  it('may have two columns of one name that nobody reads, and keeps both', async () => {
    const { accepted, fileDefects } = await readText(
      text((header) => `${header},备注,备注`).replace(/(2026-06-12)\r\n/, '$1,a,b\r\n'),
    );
    expect(fileDefects).toEqual([]);
    expect(accepted[0]!.cells).toMatchObject({ 备注: 'a', '备注 (2)': 'b' });
  });

  it('says in one sentence what is in the way', async () => {
    const lacking = await readText(text((header) => header.replace('姓名', '名').replace('性别', '别')));
    expect(lacking.fileDefects).toEqual([
      { code: 'columnMissing', field: '姓名, 性别', reason: 'The header in row 1 lacks these columns.' },
    ]);
    const twice = await readText(text((header) => header.replace('性别', '*姓名')).replace('姓名', '姓名'));
    expect(twice.fileDefects).toHaveLength(1);
    expect((await readText('甲,乙\r\n1,2\r\n')).fileDefects).toMatchObject([{ code: 'columnMissing' }]);
  });
});

it('a courier’s times are read however they are written', async () => {
  const times = ['2026-11-26 08:00:00.0', '2026/11/26 8:05', '2026-11-26T08:10:00+08:00', '46352.34375'];
  const rows = times.map((时间) => ({ 邮件号: '1155157994784', 时间, 代码: '306', 描述: '途中' }));
  const { accepted, refused } = await readWhole(csvFile(rows), courierScanRows, undefined);
  expect(refused).toEqual([]);
  expect(accepted.map(({ row }) => row.scannedAt.slice(11, 16))).toEqual(['00:00', '00:05', '00:10', '00:15']);
  expect(accepted.map(({ warnings }) => told(warnings)[0])).toEqual(Array(4).fill('时间 timeWritten'));
});

it('a name in two widths of blanks and dots is one name when rows are compared', async () => {
  const { accepted } = await read(ledgerInRow(1, { 姓名: '买买提·阿不都' }), ledgerInRow(2, { 姓名: '买买提•阿不都' }));
  expect(accepted[0]!.read['姓名']).toBe(accepted[1]!.read['姓名']);
  expect(aPerson(seeded(1)).name).toBe(SOUND['姓名']);
});
