/** CSV of banks that write differently, each by its row. */
import { describe, expect, it } from 'vitest';
import type { BankLayout } from '../../../domain/money/bank-layout.ts';
import { readBankStatement } from '../../../imports/bank-statement/read.ts';
import { SHIPPED_LAYOUTS } from '../../builders/bank-layouts.ts';
import { encoded } from '../../builders/files.ts';

const read = (text: string, more: readonly BankLayout[] = [], encoding: 'utf8' | 'gb18030' = 'gb18030') =>
  readBankStatement(encoded(text, { encoding }), [...SHIPPED_LAYOUTS, ...more]);
const brief = (file: ReturnType<typeof read>) =>
  file.accepted.map(({ line, row }) => [
    line,
    row.serial,
    row.bookedOn,
    row.direction,
    row.amountFen,
    row.isReversal,
    row.memo,
  ]);

describe('a bank’s CSV', () => {
  it('may have credits and debits in two columns, under a title, with a time, a balance and an account', () => {
    const text = [
      '账户交易明细,,,,,,,,',
      '账号：,6222000011112222,,,,,,,',
      '交易时间,凭证号,借方发生额（元）,贷方发生额（元）,余额,对方户名,对方账号,摘要,用途',
      '2026-11-26 10:15:00,0001,,"1,001.00","9,001.00",沪市样例中心,0200,跨行汇款,IN20269000001',
      '2026-11-26 11:00:00,0002,12.00,0.00,"8,989.00",,,手续费,',
      '2026-11-26 12:00:00,0003,,-5.00,"8,984.00",沪市样例中心,0200,冲正,',
    ].join('\r\n');
    expect(brief(read(text))).toEqual([
      [4, '0001', '2026-11-26', 'credit', 100_100, false, '跨行汇款 IN20269000001'],
      [5, '0002', '2026-11-26', 'debit', 1200, false, '手续费'],
      [6, '0003', '2026-11-26', 'debit', 500, true, '冲正'],
    ]);
  });

  it('may have a stroke or a zero in whatever writing in the other of two columns', () => {
    const nothing = ['', '-', '--', '—', '－', '/', '0', '0.00', '-0.00', '￥0.00', '0.00元', '０．００'];
    const rows = nothing.map((written, index) => `2026-11-26,${String(index)},${written},7.00,甲`);
    const file = read(['交易时间,凭证号,借方发生额,贷方发生额,摘要', ...rows, '2026-11-26,X,1.00,7.00,甲'].join('\n'));
    expect(file.accepted.map(({ row }) => [row.direction, row.amountFen])).toEqual(nothing.map(() => ['credit', 700]));
    expect(file.refused.map(({ defects }) => defects[0]?.code)).toEqual(['direction']);
  });

  it('of more than a hundred thousand million yuan is no amount', () => {
    const row = (yuan: string) => `A${yuan.length},2026-11-26,贷,${yuan},甲`;
    const file = read(`流水号,记账日期,借贷标志,金额,附言\n${row('100000000000.00')}\n${row('90071992547409.91')}\n`);
    expect(file.accepted.map(({ row: { amountFen } }) => amountFen)).toEqual([10_000_000_000_000]);
    expect(file.refused.map(({ defects }) => defects[0]?.code)).toEqual(['amount']);
  });

  it('may have a column for the sign, and a header in full width', () => {
    const text = [
      '记账日,借／贷,交易金额（元）,对手名称,对手账号,交易流水号,附言',
      '20261126,贷,1001.00,沪市样例中心,0200,J1,IN20269000001',
      '20261126,Ｄ,3.00,,,J2,手续费',
      '20261126,?,3.00,,,J3,手续费',
    ].join('\n');
    const file = read(text);
    expect(brief(file)).toEqual([
      [2, 'J1', '2026-11-26', 'credit', 100_100, false, 'IN20269000001'],
      [3, 'J2', '2026-11-26', 'debit', 300, false, '手续费'],
    ]);
    expect(file.refused[0]?.defects).toMatchObject([{ field: '借／贷', code: 'direction' }]);
  });

  it('writes a red amount with a minus: it takes back what was booked', () => {
    const text = '流水号,记账日期,借贷标志,金额,附言\nA1,2026-11-26,贷,-300.00,红字\nA2,2026-11-26,借,(5.00),红字\n';
    expect(brief(read(text))).toEqual(
      [
        ['A1', 'debit', 30_000],
        ['A2', 'credit', 500],
      ].map(([serial, direction, fen], index) => [index + 2, serial, '2026-11-26', direction, fen, true, '红字']),
    );
  });

  it('of a bank that nobody knew is read by a new row, in its own encoding and with its own separator', () => {
    const taipei: BankLayout = {
      name: '樣例銀行',
      columns: { bookedOn: ['日期'], amount: ['金額'], memo: ['備註'] },
      creditWords: [],
      debitWords: [],
      dateFormats: ['D/M/YYYY'],
      encoding: 'auto',
      delimiter: 'semicolon',
    };
    const file = read('日期;金額;備註\n26/11/2026;1,001.00;轉入\n27/11/2026;-12.00;手續費\n', [taipei], 'utf8');
    expect(brief(file)).toEqual([
      [2, '', '2026-11-26', 'credit', 100_100, false, '轉入'],
      [3, '', '2026-11-27', 'debit', 1200, false, '手續費'],
    ]);
  });

  it('with a time that does not exist is refused by row', () => {
    const header = '流水号,记账日期,借贷标志,金额,附言';
    const sound = ['', ' 9:05', ' 09:05:59', 'T23:59', ' 24:00:00'];
    const wrong = [' 25:99', ' 24:01', ' 12:60', ' 12:00:61'];
    const row = (time: string, index: number) => `A${String(index)},2026-11-26${time},贷,5.00,甲`;
    const file = read([header, ...[...sound, ...wrong].map(row), ''].join('\n'));
    expect(file.accepted.map(({ row: { bookedOn } }) => bookedOn)).toEqual(sound.map(() => '2026-11-26'));
    expect(file.refused.map(({ defects }) => defects.map(({ code }) => code))).toEqual(wrong.map(() => ['date']));
  });

  it('without entries says so', () => {
    const file = read('流水号,记账日期,借贷标志,金额,附言\n');
    expect([file.fileDefects, file.fileWarnings.map(({ code }) => code)]).toEqual([[], ['noEntries']]);
  });

  it.each([
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>',
    '<html><body><table><tr><td>流水号</td></tr></table></body></html>',
    '<table border="1"><tr><td>流水号</td></tr></table>',
  ])('that is a table in markup is no workbook: %s', (text) => {
    expect(read(text, [], 'utf8').fileDefects).toMatchObject([
      { code: 'spreadsheet', reason: expect.stringContaining('.xlsx') as string },
    ]);
  });

  it('that no layout fits says which is nearest, and what it lacks', () => {
    expect(read('流水号,记账日期,金额,附言\nA1,2026-11-26,3.00,甲\n').fileDefects).toMatchObject([
      { code: 'layoutUnknown', reason: expect.stringContaining('流水号与借贷标志') as string },
      { code: 'columnMissing', field: '借贷标志' },
    ]);
  });

  it('without a line of several cells is told apart from an office without layouts', () => {
    const why = (layouts: readonly BankLayout[]) =>
      readBankStatement(Buffer.from('hello\nworld\n'), layouts).fileDefects[0]?.reason;
    expect(why(SHIPPED_LAYOUTS)).toContain('several cells');
    expect(why([])).toContain('has no layout');
  });

  it('with a comma in an amount, or in a memo, and no quotation marks is refused by row', () => {
    const text =
      '流水号,记账日期,借贷标志,金额,对方户名,对方账号,附言\nT1,2026-11-26,贷,12,039.00,甲,0200,IN1\nT2,2026-11-26,贷,5.00,甲,0200,a,b\n';
    expect(read(text).refused.map(({ line, defects }) => [line, defects[0]?.code])).toEqual([
      [2, 'cellCount'],
      [3, 'cellCount'],
    ]);
  });

  it('reads UTF-16 with tabs as spreadsheets write it, when a layout has tabs', () => {
    const tabs: BankLayout = { ...SHIPPED_LAYOUTS[0]!, name: '制表符', delimiter: 'tab' };
    const text = '\uFEFF流水号\t记账日期\t借贷标志\t金额\t附言\r\nA1\t2026/11/26\t贷\t"1,001.00"\t甲\r\n';
    const file = readBankStatement(Buffer.from(text, 'utf16le'), [tabs]);
    expect(brief(file)).toEqual([[2, 'A1', '2026-11-26', 'credit', 100_100, false, '甲']]);
  });
});

describe.each([
  ['tab', '\t'],
  ['semicolon', ';'],
  ['bar', '|'],
] as const)('a bank’s CSV with a %s between its cells', (delimiter, mark) => {
  const layout: BankLayout = { ...SHIPPED_LAYOUTS[0]!, name: delimiter, delimiter };
  const table = (...memos: readonly string[]) =>
    readBankStatement(
      encoded(
        [
          ['流水号', '记账日期', '借贷标志', '金额', '附言'],
          ...memos.map((memo, index) => [`A${String(index)}`, '2026-11-26', '贷', '5.00', memo]),
        ]
          .map((cells) => cells.join(mark))
          .join('\n'),
      ),
      [layout],
    );

  it('loses no row to a quotation mark: one inside of a cell is one, one that is never closed refuses its row', () => {
    const { accepted, refused } = table('5"', '"甲', '"甲" 乙', '丙"', ',');
    expect(accepted.map(({ line, row }) => [line, row.memo])).toEqual([
      [2, '5"'],
      [5, '丙"'],
      [6, ','],
    ]);
    expect(refused.map(({ line, defects }) => [line, defects[0]?.code])).toEqual([
      [3, 'quote'],
      [4, 'quote'],
    ]);
  });

  it('may have a line break in a cell, and a cell too many or too few refuses its row', () => {
    const { accepted, refused } = table('"IN2026900\n0001"', `甲${mark}乙`, '丙');
    expect(accepted.map(({ line, row }) => [line, row.memo])).toEqual([
      [2, 'IN2026900\n0001'],
      [5, '丙'],
    ]);
    expect(refused.map(({ line, defects }) => [line, defects[0]?.code])).toEqual([[4, 'cellCount']]);
  });
});

describe('the balance beside the entries', () => {
  const HEAD = '交易日期,流水号,借方发生额,贷方发生额,余额,摘要,账号';
  const ROWS = [
    '2026-11-24,1,,100.00,600.00,来账,6222',
    '2026-11-25,2,50.00,,550.00,手续费,6222',
    '2026-11-25,3,,50.00,600.00,来账,6222',
    '2026-11-26,5,,-1.00,599.00,冲正,6222',
    '2026-11-26,6,,7.50,"￥606.50",来账,6222',
  ];
  const OTHER = ['2026-11-24,1,,5.00,5.00,来账,7333', '2026-11-26,2,5.00,,0.00,付款,7333'];
  const told = (rows: readonly string[]) =>
    read([HEAD, ...rows].join('\n')).fileWarnings.map(({ field, code, reason }) => [field, code, reason]);

  it('says nothing of a statement without a gap, the oldest or the newest entry first, or of two accounts', () => {
    for (const rows of [ROWS, [...ROWS].reverse(), [...ROWS, ...OTHER], [OTHER[1]!, ...ROWS, OTHER[0]!]])
      expect(told(rows)).toEqual([]);
  });

  it('tells where an entry is missing, or an amount is another', () => {
    const gap = (lines: string) => [
      [
        '余额',
        'balanceDiffers',
        `The balance does not go on from the entry before in line ${lines}: entries may be missing.`,
      ],
    ];
    expect(told(ROWS.toSpliced(1, 1))).toEqual(gap('3'));
    expect(told([...ROWS].reverse().toSpliced(3, 1))).toEqual(gap('4'));
    expect(told(ROWS.with(4, ROWS[4]!.replace(',7.50,', ',75.00,')))).toEqual(gap('6'));
    expect(told([...ROWS, OTHER[0]!, OTHER[1]!.replace('0.00', '1.00')])).toEqual(gap('8'));
    const many = Array.from({ length: 9 }, (_, n) => `2026-11-24,${String(n)},,1.00,${String(n * 5)}.00,来账,6222`);
    expect(told(many)).toEqual(gap('3, 4, 5, 6, 7 and 3 more'));
  });

  it('that is no amount is told as that, and beside a refused entry nothing is said', () => {
    expect(told(ROWS.with(1, ROWS[1]!.replace('550.00', ''))).map(([, code]) => code)).toEqual(['balanceUnread']);
    expect(told(ROWS.with(1, ROWS[1]!.replace('50.00', '五十')))).toEqual([]);
  });
});
