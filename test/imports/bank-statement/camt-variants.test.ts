/** camt as banks really write it: versions, envelopes, zips, and what is no statement at all. */
import { describe, expect, it } from 'vitest';
import { openBankStatement, readBankStatement } from '../../../imports/bank-statement/read.ts';
import { entryXml, statementXml, zipOf } from '../../builders/statements.ts';
import { encoded } from '../../builders/files.ts';

const read = (content: string | Uint8Array) =>
  readBankStatement(typeof content === 'string' ? encoded(content, { encoding: 'utf8' }) : content, []);
const defects = (content: string | Uint8Array) => read(content).fileDefects.map(({ code }) => code);
const ONE = { ref: 'E1', yuan: '1.00', memo: '来账' };
const entry = (content: string) => read(statementXml([]).replace('</Stmt>', `${content}</Stmt>`)).accepted[0];

describe('a message', () => {
  it.each(['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'])('of version %s is read', (version) => {
    const notification = statementXml([ONE], { message: `camt.054.001.${version}` })
      .replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')
      .replaceAll('Stmt>', 'Ntfctn>');
    for (const text of [statementXml([ONE], { message: `camt.053.001.${version}` }), notification])
      expect(read(text)).toMatchObject({ accepted: [{ row: { serial: 'E1', amountFen: 100 } }], fileWarnings: [] });
  });

  it('of a version that nobody has seen is read, and says so', () => {
    const file = read(statementXml([ONE], { message: 'camt.053.001.13' }));
    expect([file.accepted.length, file.fileWarnings.map(({ code }) => code)]).toEqual([1, ['versionUnknown']]);
  });

  it('may stand in an envelope, beside its header, and more than one in it', () => {
    const header = '<AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02"><BizMsgIdr>1</BizMsgIdr></AppHdr>';
    const enveloped = `<BizMsgEnvlp>${header}${statementXml([ONE])}${statementXml([{ ...ONE, ref: 'E2' }])}</BizMsgEnvlp>`;
    expect(read(enveloped).accepted.map(({ row }) => row.serial)).toEqual(['E1', 'E2']);
  });

  it('with several statements has the account of each', () => {
    const [first, second] = [statementXml([ONE], { account: '6222 1' }), statementXml([ONE], { account: '62222' })];
    const two = first.replace('</BkToCstmrStmt>', `${/<Stmt>[\s\S]*<\/Stmt>/.exec(second)![0]}</BkToCstmrStmt>`);
    expect(read(two).accepted.map(({ row }) => row.account)).toEqual(['62221', '62222']);
  });

  it('that is intraday, another one, or without a statement is refused in those words', () => {
    const intraday = statementXml([ONE], { message: 'camt.052.001.08' })
      .replaceAll('BkToCstmrStmt', 'BkToCstmrAcctRpt')
      .replaceAll('Stmt>', 'Rpt>');
    expect(read(intraday).fileDefects).toMatchObject([
      { code: 'intraday', reason: expect.stringMatching(/intraday.*not booked/) as string },
    ]);
    for (const empty of ['<BkToCstmrStmt/>', '<BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr></BkToCstmrStmt>'])
      expect(read(`<Document>${empty}</Document>`).fileDefects).toMatchObject([{ code: 'noStatement' }]);
    expect(defects('<Document><CstmrCdtTrfInitn/></Document>')).toEqual(['unsupportedMessage']);
  });
});

describe('a zip', () => {
  const file = (ref: string) => statementXml([{ ...ONE, ref }]);

  it('gives the entries of all of its files', () => {
    const zip = zipOf({ 'a.xml': file('E1'), 'sub/b.xml': file('E2'), '__MACOSX/._a.xml': 'x', 'sub/.DS_Store': 'x' });
    expect(read(zip).accepted.map(({ row }) => row.serial)).toEqual(['E1', 'E2']);
  });

  it('in a zip, damaged, empty, with a password or with a file that is no statement is refused', () => {
    const sound = zipOf({ 'a.xml': file('E1') });
    const locked = Uint8Array.from(sound);
    locked[6] = (locked[6] ?? 0) | 1;
    expect(defects(zipOf({ 'a.xml': file('E1'), 'b.zip': sound }))).toEqual(['zipInZip']);
    expect(defects(sound.subarray(0, sound.length - 30))).toEqual(['zip']);
    expect(defects(zipOf({ 'dir/': new Uint8Array() }))).toEqual(['emptyFile']);
    expect(defects(locked)).toEqual(['zip']);
    expect(read(zipOf({ 'a.xml': file('E1'), 'b.pdf': '%PDF-1.4 x' })).fileDefects).toMatchObject([
      { code: 'picture', reason: expect.stringContaining('File 2 of the zip') as string },
    ]);
    expect(read(zipOf({ 'a.xml': file('E1'), 'b.txt': 'no statement' })).fileDefects).toMatchObject([
      { code: 'layoutUnknown', reason: expect.stringContaining('File 2 of the zip') as string },
    ]);
  });

  it('that is a bomb fills no memory, whatever it says of its size', () => {
    const bomb = zipOf({ 'a.xml': new Uint8Array(60 * 1024 * 1024) });
    expect(defects(bomb)).toEqual(['tooLarge']);
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.length);
    for (let at = 0; at + 4 < bomb.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    expect(defects(bomb)).toEqual(['notText']);
    expect(
      defects(zipOf(Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`${String(n)}.xml`, file('E1')])))),
    ).toEqual(['zip']);
  });

  it('that is a workbook is read as one, and a broken one called damaged', async () => {
    const broken = zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
    expect((await openBankStatement(broken, [])).fileDefects.map(({ code }) => code)).toEqual(['damaged']);
  });
});

describe('an entry', () => {
  const xml = (change: (text: string) => string) => entry(change(entryXml(ONE)));

  it('has the reference of its only detail, or of its file of payments, when it has none', () => {
    const details = '<TxDtls><Refs><AcctSvcrRef>DTL3</AcctSvcrRef></Refs></TxDtls>';
    expect(entry(entryXml({ yuan: '1.00', details }))?.row.serial).toBe('DTL3');
    expect(
      entry(entryXml({ yuan: '1.00', details: `<Btch><MsgId>M9</MsgId></Btch>${details}${details}` }))?.row.serial,
    ).toBe('M9');
    expect(entry(entryXml({ ...ONE, ref: 'NOTPROVIDED' }))).toMatchObject({
      row: { serial: '' },
      warnings: [{ code: 'noReference' }],
    });
  });

  it('has its day wherever the bank says it', () => {
    expect(
      xml((text) => text.replace(/<BookgDt>.*<\/BookgDt>/, '<ValDt><DtTm>2026-11-26T18:00:00Z</DtTm></ValDt>'))?.row
        .bookedOn,
    ).toBe('2026-11-27');
    expect(xml((text) => text.replace('<Dt>2026-11-26</Dt>', '<Dt>2026-11-26+02:00</Dt>'))?.row.bookedOn).toBe(
      '2026-11-26',
    );
    const dayless = statementXml([ONE], { from: '2026-11-25', closing: '1.00' }).replace(/<BookgDt>.*<\/BookgDt>/, '');
    expect(read(dayless).accepted[0]).toMatchObject({
      row: { bookedOn: '2026-11-25' },
      warnings: [{ code: 'dayOfStatement' }],
    });
  });

  it('written in red, reversed, or returned by the other bank takes back an earlier one', () => {
    const returned = '<TxDtls><RtrInf><Rsn><Cd>AC01</Cd></Rsn></RtrInf></TxDtls>';
    expect(xml((text) => text.replace('1.00', '-1.00'))?.row).toMatchObject({
      direction: 'debit',
      amountFen: 100,
      isReversal: true,
    });
    expect(entry(entryXml({ ...ONE, mark: 'DBIT', reversal: true }))?.row).toMatchObject({
      direction: 'debit',
      isReversal: true,
    });
    expect(entry(entryXml({ ...ONE, details: returned }))?.row).toMatchObject({
      direction: 'credit',
      isReversal: true,
    });
    const marked = (mark: string) =>
      xml((text) => text.replace('<Sts>', `<RvslInd>${mark}</RvslInd><Sts>`))?.row.isReversal;
    expect(['true', '1', 'TRUE', 'True', 'Y'].map(marked)).toEqual(Array(5).fill(true));
    expect(['false', '0', 'False', ''].map(marked)).toEqual(Array(4).fill(false));
  });

  it('has all that the bank says of it in its memo, each thing once', () => {
    const details =
      '<TxDtls><Refs><EndToEndId>IN20269000001</EndToEndId></Refs><RmtInf><Ustrd>养老转移</Ustrd><Ustrd>样例</Ustrd>' +
      '<Strd><RfrdDocInf><Nb>INV-1</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf><AddtlRmtInf>补充</AddtlRmtInf></Strd></RmtInf>' +
      '<AddtlTxInf>养老转移</AddtlTxInf></TxDtls>';
    expect(
      entry(entryXml({ ...ONE, details, more: '<AddtlNtryInf>来账 IN20269000001</AddtlNtryInf>' }))?.row.memo,
    ).toBe('养老转移\n样例 RF18 INV-1 补充 IN20269000001 来账 IN20269000001');
  });

  it('gives the amount of each detail, also as older versions write it, and never that of another currency', () => {
    const old = (yuan: string, ccy = 'CNY') =>
      `<TxDtls><AmtDtls><TxAmt><Amt Ccy="${ccy}">${yuan}</Amt></TxAmt></AmtDtls></TxDtls>`;
    expect(
      entry(entryXml({ ...ONE, yuan: '3.00', details: old('1.00') + old('2.00000') }))?.row.details.map(
        ({ amountFen }) => amountFen,
      ),
    ).toEqual([100, 200]);
    expect(
      entry(entryXml({ ...ONE, yuan: '3.00', details: old('1.00', 'USD') + old('2.00') }))?.warnings,
    ).toMatchObject([{ code: 'detailsDiffer' }]);
  });
});

describe('a statement', () => {
  it('checks balances of five decimals, and says when it cannot', () => {
    const balances = (opening: string, closing: string) =>
      read(statementXml([ONE], { opening, closing })).fileWarnings.map(({ code }) => code);
    expect(balances('10.00000', '11.00000')).toEqual([]);
    expect(balances('10.00000', '12.00000')).toEqual(['balanceDiffers']);
    expect(balances('10.00001', '11.00000')).toEqual(['balanceUnread']);
  });

  it('says when it holds fewer entries than it speaks of', () => {
    const summary = '<TxsSummry><TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries></TxsSummry>';
    expect(read(statementXml([ONE]).replace('<Ntry>', `${summary}<Ntry>`)).fileWarnings).toMatchObject([
      { code: 'entriesMissing' },
    ]);
  });
});
