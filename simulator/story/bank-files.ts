/** Bank statements as two banks write them: CSV in GB18030, and ISO 20022 camt.053. */
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { formatYuan } from '../../domain/money/money.ts';

export interface StatementLine {
  readonly serial: string;
  readonly bookedOn: string;
  readonly amountFen: number;
  /** Who is on the other side. */
  readonly payer: string;
  readonly memo: string;
  /** The money leaves. */
  readonly isDebit?: boolean;
  /** Of the other side, where the bank says it. */
  readonly otherAccount?: string;
}

/** Of the account that is told of. */
export interface StatementAbout {
  /** Absent: the bank does not say it in its tables. */
  readonly account?: string;
  /** What it held before; absent: a list of entries without balances. */
  readonly openingFen?: number;
}

const HEADER = ['流水号', '记账日期', '借贷标志', '金额', '对方户名', '对方账号', '附言'];
const ACCOUNT = '0200000000000000000';

export function statementCsv(lines: readonly StatementLine[], { account }: StatementAbout = {}): Uint8Array {
  const rows = lines.map(({ serial, bookedOn, amountFen, payer, memo, isDebit, otherAccount = ACCOUNT }) => [
    serial,
    bookedOn,
    isDebit ? '借' : '贷',
    formatYuan(amountFen, { grouped: true }),
    payer,
    otherAccount,
    memo,
    ...(account === undefined ? [] : [account]),
  ]);
  const header = account === undefined ? HEADER : [...HEADER, '本方账号'];
  return iconv.encode(stringify([header, ...rows], { record_delimiter: '\r\n' }), 'gb18030');
}

/** camt.053.001.08, with an opening and a closing balance where the first is known. */
export function statementCamt(
  name: string,
  lines: readonly StatementLine[],
  { account = ACCOUNT, openingFen }: StatementAbout,
): Uint8Array {
  const [first, last] = [lines[0]?.bookedOn ?? '', lines.at(-1)?.bookedOn ?? ''];
  return new TextEncoder().encode(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>',
      `<GrpHdr><MsgId>${escape(name)}</MsgId><CreDtTm>${last}T18:00:00+08:00</CreDtTm></GrpHdr>`,
      `<Stmt><Id>1</Id><Acct><Id><Othr><Id>${account}</Id></Othr></Id><Ccy>CNY</Ccy></Acct>`,
      ...(openingFen === undefined
        ? []
        : [balance('OPBD', openingFen, first), balance('CLBD', openingFen + movedFen(lines), last)]),
      ...lines.map(entry),
      '</Stmt></BkToCstmrStmt></Document>',
      '',
    ].join('\n'),
  );
}

const movedFen = (lines: readonly StatementLine[]): number =>
  lines.reduce((sum, { amountFen, isDebit }) => sum + (isDebit ? -amountFen : amountFen), 0);

function balance(code: string, fen: number, day: string): string {
  return (
    `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${formatYuan(fen)}</Amt>` +
    `<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`
  );
}

function entry({ serial, bookedOn, amountFen, memo, isDebit, ...other }: StatementLine): string {
  return (
    `<Ntry><NtryRef>${serial}</NtryRef><Amt Ccy="CNY">${formatYuan(amountFen)}</Amt>` +
    `<CdtDbtInd>${isDebit ? 'DBIT' : 'CRDT'}</CdtDbtInd>` +
    `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${bookedOn}</Dt></BookgDt><ValDt><Dt>${bookedOn}</Dt></ValDt>` +
    `<AcctSvcrRef>${serial}</AcctSvcrRef>` +
    `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${isDebit ? 'ICDT' : 'RCDT'}</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn></BkTxCd>` +
    `<NtryDtls><TxDtls><RltdPties>${party(isDebit ? 'Cdtr' : 'Dbtr', other)}</RltdPties>` +
    `<RmtInf><Ustrd>${escape(memo)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`
  );
}

function party(role: 'Cdtr' | 'Dbtr', { payer, otherAccount }: Pick<StatementLine, 'payer' | 'otherAccount'>): string {
  const name = `<${role}><Pty><Nm>${escape(payer)}</Nm></Pty></${role}>`;
  if (otherAccount === undefined) return name;
  return `${name}<${role}Acct><Id><Othr><Id>${otherAccount}</Id></Othr></Id></${role}Acct>`;
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}
