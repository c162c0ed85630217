import { describe, expect, it } from 'vitest';
import { byBooking, type BankEntry } from '../../../imports/bank-statement/entry.ts';
import { LARGEST_STATEMENT_BYTES, readBankStatement } from '../../../imports/bank-statement/read.ts';
import type { BankFile } from '../../../imports/bank-statement/camt.ts';
import type { ReadFile } from '../../../imports/tables/row-files.ts';
import { SHIPPED_LAYOUTS } from '../../builders/bank-layouts.ts';
import { bankRow, camt053, camt054, camtEntry, type Booking } from '../../builders/bank-files.ts';
import { csvFile, encoded } from '../../builders/files.ts';

const BOOKINGS: Booking[] = [
  { serial: 'S0009', yuan: '1,234.50', memo: '养老转移 甲·子 IN20260600001', payer: '南京样例中心' },
  { serial: 'S0010', yuan: '80.00', memo: '退 & 款', mark: '借' },
];
const readFile = (bytes: Uint8Array): BankFile => readBankStatement(bytes, SHIPPED_LAYOUTS);
const xml = (text: string): BankFile => readFile(encoded(text, { encoding: 'utf8' }));
const escaped = BOOKINGS.map((booking) => camtEntry({ ...booking, memo: booking.memo.replace('&', '&amp;') }));
const rows = (read: ReadFile<BankEntry>) => read.accepted.map(({ row }) => row);
const refusals = (read: ReadFile<BankEntry>) =>
  read.refused.map(({ line, defects }) => [line, ...defects.map(({ field, code }) => `${field} ${code}`)]);

describe('a bank statement', () => {
  it('is the same in CSV, camt.053 and camt.054', () => {
    const csv = readFile(csvFile(BOOKINGS.map(bankRow)));
    expect(rows(csv)).toEqual([
      {
        account: '',
        serial: 'S0009',
        bookedOn: '2026-06-15',
        direction: 'credit',
        amountFen: 123_450,
        payerName: '南京样例中心',
        payerAccount: '0200000000000000000',
        memo: '养老转移 甲·子 IN20260600001',
        isReversal: false,
        details: [],
        twin: 1,
      },
      {
        account: '',
        serial: 'S0010',
        bookedOn: '2026-06-15',
        direction: 'debit',
        amountFen: 8000,
        payerName: '样例付款单位',
        payerAccount: '0200000000000000000',
        memo: '退 & 款',
        isReversal: false,
        details: [],
        twin: 1,
      },
    ]);
    for (const text of [camt053(escaped), camt054(escaped)]) expect(rows(xml(text))).toEqual(rows(csv));
  });

  it('gives the line of each row', () => {
    expect(readFile(csvFile(BOOKINGS.map(bankRow))).accepted.map(({ line }) => line)).toEqual([2, 3]);
    expect(xml(camt053(escaped)).accepted.map(({ line }) => line)).toEqual([3, 4]);
  });

  it('is judged as it was booked: by day, then by reference with figures as figures, money in before money out', () => {
    const booking = (bookedOn: string, serial: string, direction: BankEntry['direction']) => ({
      bookedOn,
      serial,
      direction,
    });
    const rows = [
      booking('2026-06-16', '1', 'credit'),
      booking('2026-06-15', 'S10', 'debit'),
      booking('2026-06-15', 'S10', 'credit'),
      booking('2026-06-15', 'S9', 'debit'),
    ];
    expect(rows.sort(byBooking).map(({ bookedOn, serial, direction }) => `${bookedOn} ${serial} ${direction}`)).toEqual(
      ['2026-06-15 S9 debit', '2026-06-15 S10 credit', '2026-06-15 S10 debit', '2026-06-16 1 credit'],
    );
  });
});

describe('the bank’s CSV', () => {
  it('refuses rows without serial, amount, day or direction, and reads on', () => {
    const [sound] = BOOKINGS as [Booking];
    const spoilt = [{ serial: '' }, { yuan: '12,34.5.6' }, { bookedOn: '2026-06-31' }, { mark: '?' as '贷' }];
    const read = readFile(csvFile([...spoilt.map((fault) => ({ ...sound, ...fault })), sound].map(bankRow)));
    expect(refusals(read)).toEqual([
      [2, '流水号 missing'],
      [3, '金额 amount'],
      [4, '记账日期 date'],
      [5, '借贷标志 direction'],
    ]);
    expect(read.accepted).toHaveLength(1);
  });

  it('keeps a serial number that comes twice: whether it is unchanged is decided with what is stored', () => {
    expect(readFile(csvFile([...BOOKINGS, ...BOOKINGS].map(bankRow))).accepted).toHaveLength(4);
  });
});

describe('camt messages', () => {
  const [first] = escaped as [string];
  const spoil = (from: string | RegExp, to: string) => xml(camt053([first.replace(from, to), first]));

  it.each<[string, string | RegExp, string, string]>([
    ['another currency', 'Ccy="CNY"', 'Ccy="USD"', 'Ccy currency'],
    ['an entry not booked yet', '<Cd>BOOK</Cd>', '<Cd>PDNG</Cd>', 'Sts notBooked'],
    ['no direction', 'CRDT', 'XXXX', 'CdtDbtInd direction'],
    ['no amount', '>1234.50<', '><', 'Amt missing'],
    ['a fraction of a fen', '1234.50', '1234.505', 'Amt amount'],
    ['an impossible day', '2026-06-15', '2026-06-31', 'BookgDt date'],
    ['lost characters', '甲', '\uFFFD', 'Ustrd characters'],
  ])('refuse %s, and read on', (_, from, to, defect) => {
    const read = spoil(from, to);
    expect(refusals(read)).toEqual([[3, defect]]);
    expect(read.accepted).toHaveLength(1);
  });

  it('take prefixed names, older versions, moments and several lines of memo', () => {
    const older = first
      .replace(/<\/?Pty>/g, '')
      .replace('<Sts><Cd>BOOK</Cd></Sts>', '<Sts>BOOK</Sts>')
      .replace('<Dt>2026-06-15</Dt>', '<DtTm>2026-06-15T18:00:00Z</DtTm>')
      .replace('</Ustrd>', '</Ustrd><Ustrd>个人账户</Ustrd>');
    const prefixed = camt053([older])
      .replace(/<(\/?)([A-Z])/g, '<$1ns:$2')
      .replace('xmlns=', 'xmlns:ns=');
    expect(rows(xml(prefixed))).toMatchObject([
      { bookedOn: '2026-06-16', payerName: '南京样例中心', memo: '养老转移 甲·子 IN20260600001\n个人账户' },
    ]);
  });

  it('read a rare name that is written as a number', () => {
    expect(rows(xml(camt053([first.replace('甲·子', '郭&#x2C2F6;')])))[0]?.memo).toContain('郭\u{2C2F6}');
  });

  it('keep one entry whole, whatever details it has, and fall back to other words for the memo', () => {
    const details = /<TxDtls>.*<\/TxDtls>/.exec(first)?.[0] ?? '';
    const batch = first.replace(details, details + details.replace('IN20260600001', 'IN20260600002'));
    expect(rows(xml(camt053([batch])))).toMatchObject([
      { amountFen: 123_450, memo: expect.stringContaining('IN20260600002') as string },
    ]);
    const wordless = first
      .replace(/<RmtInf>.*<\/RmtInf>/, '')
      .replace('</NtryDtls>', '</NtryDtls><AddtlNtryInf>IN20260600003</AddtlNtryInf>');
    expect(rows(xml(camt053([wordless])))).toMatchObject([{ memo: 'IN20260600003' }]);
  });

  it('warn about a reversal, and when the balances say that entries are missing', () => {
    const reversed = xml(camt053([first.replace('<Sts>', '<RvslInd>true</RvslInd><Sts>')]));
    expect(reversed.accepted[0]).toMatchObject({ row: { isReversal: true }, warnings: [{ code: 'reversal' }] });
    const balances = (closing: string) =>
      xml(camt053(escaped, { opening: '100.00', closing })).fileWarnings.map(({ code }) => code);
    expect([balances('1254.50'), balances('1254.51')]).toEqual([[], ['balanceDiffers']]);
  });

  it.each([
    [
      'a bomb of entities',
      camt053([first]).replace('<Document', '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><Document'),
      'doctype',
    ],
    [
      'an entity from outside',
      camt053([first]).replace('<Document', '<!DOCTYPE d SYSTEM "file:///etc/passwd"><Document'),
      'doctype',
    ],
    ['a message that breaks off', camt053([first]).slice(0, -40), 'xml'],
    ['another message', '<Document><CstmrCdtTrfInitn/></Document>', 'unsupportedMessage'],
    ['a web page', '<html><body>x</body></html>', 'unsupportedMessage'],
    ['elements without end', '<a>'.repeat(5000), 'xml'],
  ])('refuse %s', (_, text, code) => {
    expect(xml(text)).toMatchObject({ accepted: [], fileDefects: [{ code }] });
  });

  it('refuse more than can be held in memory', () => {
    expect(readFile(new Uint8Array(LARGEST_STATEMENT_BYTES + 1)).fileDefects).toMatchObject([{ code: 'tooLarge' }]);
  });
});
