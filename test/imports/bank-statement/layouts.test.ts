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

  it('that no layout fits says which is nearest, and what it lacks', () => {
    expect(read('流水号,记账日期,金额,附言\nA1,2026-11-26,3.00,甲\n').fileDefects).toMatchObject([
      { code: 'layoutUnknown', reason: expect.stringContaining('流水号与借贷标志') as string },
      { code: 'columnMissing', field: '借贷标志' },
    ]);
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
