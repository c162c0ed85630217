/** What XML allows in a statement and banks write: nothing of it may be read as something else, or left out without a word. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { uploadDefect } from '../../../imports/upload-defect.ts';
import { readBankStatement } from '../../../imports/bank-statement/read.ts';
import { encoded } from '../../builders/files.ts';
import { entryXml, statementXml } from '../../builders/statements.ts';

const read = (content: string | Uint8Array) =>
  readBankStatement(typeof content === 'string' ? encoded(content, { encoding: 'utf8' }) : content, []);
const withMemo = (memo: string) => statementXml([{ ref: 'E1', yuan: '1.23', memo, payer: '样例中心' }]);
const memoOf = (memo: string) => read(withMemo(memo)).accepted[0]?.row.memo;
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n`;
const entryWith = (change: (entry: string) => string) =>
  read(statementXml([]).replace('</Stmt>', `${change(entryXml({ ref: 'E1', yuan: '1.23' }))}</Stmt>`));

describe('a reference', () => {
  it.each(['&#xD842;', '&#xD842;&#xDFB7;', '&#55362;', '&#0;', '&#x1F;', '&#x85;', '&#xFFFE;', '&#x110000;', '&#;'])(
    'that stands for no character (%s) is not left out',
    (reference) => {
      const file = read(withMemo(`张${reference}三`));
      expect([file.accepted, file.fileDefects]).toMatchObject([
        [],
        [{ code: 'xml', reason: expect.stringMatching(/line 5 stands for no character/) as string }],
      ]);
    },
  );

  it('by a name that XML does not have is not taken as it is written', () => {
    for (const memo of ['张&nbsp;三', '张&eacute;三', '张&own;三'])
      expect(read(withMemo(memo)).fileDefects).toMatchObject([
        { code: 'xml', reason: expect.stringMatching(/line 5 XML does not know/) as string },
      ]);
    expect(read(withMemo('x').replace('Ccy="CNY"', 'Ccy="&own;"')).fileDefects).toMatchObject([{ code: 'xml' }]);
  });

  it('of any other kind is read once, and none inside of CDATA or a comment', () => {
    expect(memoOf('&#x20BB7;&#26679;&#x4F8B; A&amp;B &lt;&#38;#65;&#x9;')).toBe('𠮷样例 A&B <&#65;');
    expect(memoOf('甲<![CDATA[&#xD842;&own;]]>乙<!-- &#0; &own; -->')).toBe('甲&#xD842;&own;乙');
  });
});

describe('a value', () => {
  it('keeps the blank beside CDATA and a comment', () => {
    expect(memoOf('\n IN2026 <![CDATA[ 0001 ]]> 12<!-- x --> 34\n')).toBe('IN2026  0001  12 34');
    expect(read(withMemo('x').replace('1.23', '1.<!-- 9 -->23')).accepted[0]?.row.amountFen).toBe(123);
  });

  it('that stands twice is no value, because the second would be lost', () => {
    const twice = (element: string) =>
      entryWith((entry) => entry.replace('<Sts>', `${element}<Sts>`)).refused.map(({ defects }) =>
        defects.map(({ field, code }) => [field, code]),
      );
    expect(twice('<Amt Ccy="CNY">9.99</Amt>')).toEqual([[['Amt', 'repeated']]]);
    expect(twice('<CdtDbtInd>DBIT</CdtDbtInd>')).toEqual([[['CdtDbtInd', 'repeated']]]);
  });

  it('of a day that nobody says is asked for in the words of a notification', () => {
    const dayless = entryWith((entry) => entry.replace(/<BookgDt>.*<\/BookgDt>/, ''));
    expect(dayless.refused[0]?.defects).toMatchObject([
      { field: 'BookgDt', code: 'missing', reason: expect.stringContaining('camt.053') as string },
    ]);
  });
});

describe('an entry', () => {
  it('has its own line, whatever a comment above it holds', () => {
    const text = statementXml([{ ref: 'E1', yuan: '1.00' }]).replace('<Ntry>', '<!--\n<Ntry></Ntry>\n-->\n<Ntry>');
    expect(read(text).accepted[0]?.line).toBe(8);
  });

  it('outside of a statement is not booked, and said', () => {
    const report = '<BkToCstmrAcctRpt><Rpt><Ntry><Amt Ccy="CNY">5</Amt></Ntry></Rpt></BkToCstmrAcctRpt>';
    const file = read(`<Messages>${statementXml([{ ref: 'E1', yuan: '1.00' }])}${report}</Messages>`);
    expect(file.accepted.map(({ row }) => row.amountFen)).toEqual([100]);
    expect(file.fileWarnings).toMatchObject([
      { code: 'entriesElsewhere', reason: expect.stringContaining('not read: 1.') as string },
    ]);
  });

  it('of the first version of the message is refused in those words', () => {
    const first = (root: string) => read(statementXml([]).replaceAll('BkToCstmrStmt', root)).fileDefects;
    for (const root of ['BkToCstmrStmtV01', 'BkToCstmrDbtCdtNtfctnV01'])
      expect(first(root)).toMatchObject([
        { code: 'unsupportedMessage', reason: expect.stringContaining('version 1') as string },
      ]);
    expect(first('BkToCstmrAcctRptV01')).toMatchObject([{ code: 'intraday' }]);
  });
});

describe('a file', () => {
  const text = withMemo('转移');
  const utf16 = (order: 'utf-16le' | 'utf-16be', addBOM: boolean) => iconv.encode(text, order, { addBOM });

  it('in UTF-16 is read with a mark and without', async () => {
    for (const order of ['utf-16le', 'utf-16be'] as const)
      for (const mark of [true, false]) {
        expect(read(utf16(order, mark)).accepted[0]?.row).toMatchObject({ memo: '转移', payerName: '样例中心' });
        expect(await uploadDefect('bankStatement', utf16(order, mark))).toBeUndefined();
      }
  });

  it.each(['GBK', 'gb2312', 'GB18030', 'UTF-8'])('in GB18030 is read whatever it calls that (%s)', (encoding) => {
    expect(read(iconv.encode(declared(encoding) + text, 'gb18030')).accepted[0]?.row.memo).toBe('转移');
  });

  it('in another encoding is read as it declares, and is UTF-8 when its bytes are', () => {
    const foreign = withMemo('Überweisung für Zoë');
    const bytes = iconv.encode(declared('ISO-8859-1') + foreign.replaceAll('样例中心', 'Müller'), 'latin1');
    expect(read(bytes).accepted[0]?.row).toMatchObject({ memo: 'Überweisung für Zoë', payerName: 'Müller' });
    expect(read(iconv.encode(declared('Big5') + withMemo('轉移'), 'big5')).accepted[0]?.row.memo).toBe('轉移');
    expect(read(declared('ISO-8859-1') + text).accepted[0]?.row.memo).toBe('转移');
  });

  it('in an encoding that nobody knows, or other than it declares, is refused in those words', () => {
    for (const encoding of ['x-own', 'US-ASCII', 'UTF-16', 'Shift_JIS'])
      expect(read(iconv.encode(declared(encoding) + text, 'gb18030')).fileDefects).toMatchObject([
        { code: 'notText', reason: expect.stringContaining('declares') as string },
      ]);
  });
});
