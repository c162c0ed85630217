/** The same bookings as the bank's CSV and as ISO 20022. */
import type { Row } from './files.ts';

export interface Booking {
  readonly serial: string;
  readonly yuan: string;
  readonly memo: string;
  readonly payer?: string;
  readonly mark?: '贷' | '借';
  readonly bookedOn?: string;
}

export function bankRow({ serial, yuan, memo, payer = '样例付款单位', mark = '贷', bookedOn }: Booking): Row {
  return {
    流水号: serial,
    记账日期: bookedOn ?? '2026-06-15',
    借贷标志: mark,
    金额: yuan,
    对方户名: payer,
    对方账号: '0200000000000000000',
    附言: memo,
  };
}

export function camtEntry({ serial, yuan, memo, payer = '样例付款单位', mark = '贷', bookedOn }: Booking): string {
  const side = mark === '贷' ? 'Dbtr' : 'Cdtr';
  return [
    `<Ntry><NtryRef>N-${serial}</NtryRef><Amt Ccy="CNY">${yuan.replaceAll(',', '')}</Amt>`,
    `<CdtDbtInd>${mark === '贷' ? 'CRDT' : 'DBIT'}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>`,
    `<BookgDt><Dt>${bookedOn ?? '2026-06-15'}</Dt></BookgDt><AcctSvcrRef>${serial}</AcctSvcrRef>`,
    `<NtryDtls><TxDtls><RltdPties><${side}><Pty><Nm>${payer}</Nm></Pty></${side}>`,
    `<${side}Acct><Id><Othr><Id>0200000000000000000</Id></Othr></Id></${side}Acct></RltdPties>`,
    `<RmtInf><Ustrd>${memo}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  ].join('');
}

const balance = (code: string, yuan: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${yuan}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>`;

/** One entry on each line from the third on. */
export function camt053(
  entries: readonly string[],
  { opening, closing }: { opening?: string; closing?: string } = {},
): string {
  const balances = (opening ? balance('OPBD', opening) : '') + (closing ? balance('CLBD', closing) : '');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id>${balances}`,
    ...entries,
    '</Stmt></BkToCstmrStmt></Document>',
  ].join('\n');
}

export function camt054(entries: readonly string[]): string {
  return camt053(entries)
    .replace('camt.053.001.08', 'camt.054.001.08')
    .replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')
    .replaceAll('Stmt>', 'Ntfctn>');
}
