/** Statements of a bank as XML, with as little or as much as banks write. */
import { zipSync } from 'fflate';
import { encoded } from './files.ts';

export interface Entry {
  readonly ref?: string;
  readonly yuan: string;
  readonly day?: string;
  readonly mark?: 'CRDT' | 'DBIT';
  readonly payer?: string;
  readonly memo?: string;
  readonly reversal?: boolean;
  /** Instead of one detail with payer and memo. */
  readonly details?: string;
  /** Behind the details. */
  readonly more?: string;
}

export interface Statement {
  readonly account?: string;
  readonly currency?: string;
  readonly from?: string;
  readonly to?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly message?: string;
}

const tag = (name: string, content: string | undefined): string =>
  content === undefined ? '' : `<${name}>${content}</${name}>`;

export function entryXml({ ref, yuan, day = '2026-11-26', mark = 'CRDT', ...rest }: Entry): string {
  const { payer = '样例省中心', memo, reversal, details, more = '' } = rest;
  const side = mark === 'CRDT' ? 'Dbtr' : 'Cdtr';
  const detail =
    tag('RltdPties', tag(side, tag('Pty', tag('Nm', payer)))) +
    tag('RmtInf', memo === undefined ? undefined : tag('Ustrd', memo));
  return [
    `<Ntry><Amt Ccy="CNY">${yuan}</Amt>${tag('CdtDbtInd', mark)}`,
    tag('RvslInd', reversal ? 'true' : undefined),
    `<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt>${tag('AcctSvcrRef', ref)}`,
    `<NtryDtls>${details ?? tag('TxDtls', detail)}</NtryDtls>${more}</Ntry>`,
  ].join('');
}

const balance = (code: string, yuan: string, day: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${yuan}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;

export function statementXml(entries: readonly Entry[], about: Statement = {}): string {
  const { account, currency, from, to, opening, closing, message = 'camt.053.001.08' } = about;
  const days =
    from === undefined
      ? ''
      : tag('FrToDt', tag('FrDtTm', `${from}T00:00:00`) + tag('ToDtTm', `${to ?? from}T23:59:59`));
  const last = to ?? from ?? '2026-11-26';
  return [
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}"><BkToCstmrStmt><Stmt><Id>1</Id>${days}`,
    account === undefined ? '' : tag('Acct', tag('Id', tag('Othr', tag('Id', account))) + tag('Ccy', currency)),
    opening === undefined ? '' : balance('OPBD', opening, from ?? last),
    closing === undefined ? '' : balance('CLBD', closing, last),
    ...entries.map(entryXml),
    '</Stmt></BkToCstmrStmt></Document>',
  ].join('\n');
}

export const statementFile = (entries: readonly Entry[], about: Statement = {}): Uint8Array =>
  encoded(statementXml(entries, about), { encoding: 'utf8' });

export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? encoded(content, { encoding: 'utf8' }) : content,
      ]),
    ),
  );
