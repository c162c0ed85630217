/** Bank statements as two banks write them: CSV in GB18030, and ISO 20022 camt.053. */
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { formatYuan } from '../../domain/money/money.ts';

export interface StatementLine {
  readonly serial: string;
  readonly bookedOn: string;
  readonly amountFen: number;
  readonly payer: string;
  readonly memo: string;
}

const HEADER = ['流水号', '记账日期', '借贷标志', '金额', '对方户名', '对方账号', '附言'];
const ACCOUNT = '0200000000000000000';

export function statementCsv(lines: readonly StatementLine[]): Uint8Array {
  const rows = lines.map(({ serial, bookedOn, amountFen, payer, memo }) => [
    serial,
    bookedOn,
    '贷',
    formatYuan(amountFen, { grouped: true }),
    payer,
    ACCOUNT,
    memo,
  ]);
  return iconv.encode(stringify([HEADER, ...rows], { record_delimiter: '\r\n' }), 'gb18030');
}

/** camt.053.001.08 with an opening and a closing balance; `openingFen` is what the account held before. */
export function statementCamt(name: string, lines: readonly StatementLine[], openingFen: number): Uint8Array {
  const [first, last] = [lines[0]?.bookedOn ?? '', lines.at(-1)?.bookedOn ?? ''];
  const closingFen = lines.reduce((sum, line) => sum + line.amountFen, openingFen);
  return new TextEncoder().encode(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>',
      `<GrpHdr><MsgId>${escape(name)}</MsgId><CreDtTm>${last}T18:00:00+08:00</CreDtTm></GrpHdr>`,
      `<Stmt><Id>1</Id><Acct><Id><Othr><Id>${ACCOUNT}</Id></Othr></Id><Ccy>CNY</Ccy></Acct>`,
      balance('OPBD', openingFen, first),
      balance('CLBD', closingFen, last),
      ...lines.map(entry),
      '</Stmt></BkToCstmrStmt></Document>',
      '',
    ].join('\n'),
  );
}

function balance(code: string, fen: number, day: string): string {
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${formatYuan(fen)}</Amt>` +
    `<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
  );
}

function entry({ serial, bookedOn, amountFen, payer, memo }: StatementLine): string {
  return (
    `<Ntry><NtryRef>${serial}</NtryRef><Amt Ccy="CNY">${formatYuan(amountFen)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>` +
    `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${bookedOn}</Dt></BookgDt><ValDt><Dt>${bookedOn}</Dt></ValDt>` +
    `<AcctSvcrRef>${serial}</AcctSvcrRef>` +
    '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>' +
    `<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${escape(payer)}</Nm></Pty></Dbtr></RltdPties>` +
    `<RmtInf><Ustrd>${escape(memo)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
  );
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}
