/** The details (`TxDtls`) of an entry: amounts, references and everything that may name whose money it is. */
import { dateOf, isDate } from '../../domain/time/shanghai-day.ts';
import { nodeAt, nodesAt, textAt, textsAt, type XmlNode } from '../rows/xml.ts';
import { readDecimal } from '../rows/decimal.ts';

/** What stands there when the payer gave no reference of his own. */
const NO_REFERENCE = /^(?:not ?provided|nonref|none|n\/?a|0+|-+)$/i;

export const detailsOf = (entry: XmlNode): XmlNode[] =>
  nodesAt(entry, 'NtryDtls').flatMap((node) => nodesAt(node, 'TxDtls'));

/** Fen; below zero when the detail goes the other way. Undefined without an amount in our currency. */
export function detailFen(detail: XmlNode, direction: string): number | undefined {
  const amount = [nodeAt(detail, 'Amt'), nodeAt(detail, 'AmtDtls', 'TxAmt', 'Amt'), detail].find(
    (node) => textAt(node, '@Ccy') !== '' || node === detail,
  );
  const written = [textAt(detail, 'Amt'), textAt(detail, 'AmtDtls', 'TxAmt', 'Amt')].find((text) => text !== '') ?? '';
  if (!isOurCurrency(textAt(amount, '@Ccy'))) return undefined;
  const fen = readDecimal(written);
  const own = textAt(detail, 'CdtDbtInd');
  return fen !== undefined && own !== '' && own !== direction ? -fen : fen;
}

export const isOurCurrency = (code: string): boolean => ['', 'CNY', 'RMB', '156', '人民币'].includes(code);

/** References that the bank gave, the surest first. */
export function bankReferences(detail: XmlNode): string[] {
  const refs = nodeAt(detail, 'Refs');
  const found = [textAt(refs, 'AcctSvcrRef'), textAt(refs, 'TxId'), textAt(refs, 'ClrSysRef'), textAt(refs, 'InstrId')];
  return found.filter(isReference);
}

/** References that the payer gave: some write the case number there and nowhere else. */
function payerReferences(detail: XmlNode): string[] {
  const refs = nodeAt(detail, 'Refs');
  const own = nodesAt(refs, 'Prtry').map((node) => textAt(node, 'Ref'));
  const remittance = nodesAt(detail, 'RltdRmtInf').map((node) => textAt(node, 'RmtId'));
  const plain = [textAt(refs, 'EndToEndId'), textAt(refs, 'InstrId'), textAt(refs, 'TxId'), textAt(refs, 'ChqNb')];
  return [...plain, ...own, ...remittance].filter(isReference);
}

export const isReference = (text: string): boolean => text !== '' && !NO_REFERENCE.test(text);

/** Lines of one text stay lines; what else speaks of the money stands beside it. */
export function memoOfDetail(detail: XmlNode): string {
  const remittance = nodeAt(detail, 'RmtInf');
  const written = textsAt(remittance, 'Ustrd').join('\n');
  const structured = nodesAt(remittance, 'Strd').flatMap(structuredTexts);
  const purpose = textAt(detail, 'Purp', 'Prtry');
  return joinTexts([written, ...structured, textAt(detail, 'AddtlTxInf'), purpose, ...payerReferences(detail)]);
}

function structuredTexts(structured: XmlNode): string[] {
  return [
    textAt(structured, 'CdtrRefInf', 'Ref'),
    ...nodesAt(structured, 'RfrdDocInf').map((document) => textAt(document, 'Nb')),
    ...textsAt(structured, 'AddtlRmtInf'),
  ];
}

/** What an earlier text says already is not said again. */
export function joinTexts(texts: readonly string[]): string {
  const kept: string[] = [];
  for (const text of texts) if (text !== '' && !kept.some((one) => one.includes(text))) kept.push(text);
  return kept.join(' ');
}

/** The other side; older versions have the name one level higher. */
export function partyOf(detail: XmlNode | undefined, role: 'Dbtr' | 'Cdtr'): { name: string; account: string } {
  const parties = nodeAt(detail, 'RltdPties');
  const account = nodeAt(parties, `${role}Acct`, 'Id');
  const names = [
    textAt(parties, role, 'Pty', 'Nm'),
    textAt(parties, role, 'Nm'),
    textAt(parties, role, 'Agt', 'FinInstnId', 'Nm'),
    textAt(parties, `Ultmt${role}`, 'Pty', 'Nm'),
    textAt(parties, `Ultmt${role}`, 'Nm'),
    textAt(detail, 'RltdAgts', `${role}Agt`, 'FinInstnId', 'Nm'),
  ];
  return { name: names.find(Boolean) ?? '', account: textAt(account, 'Othr', 'Id') || textAt(account, 'IBAN') };
}

/** The bank says that the money goes back, or came back, where it came from. */
export function isReturn(entry: XmlNode, details: readonly XmlNode[]): boolean {
  const families = [entry, ...details].map((node) => textAt(node, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd'));
  return (
    families.some((code) => ['RRTN', 'PRDD', 'ARET'].includes(code)) || details.some((node) => nodeAt(node, 'RtrInf'))
  );
}

/** A day, or an instant in whatever zone as a day here. */
export function dayAt(node: XmlNode | undefined, name: string): string {
  const day = textAt(node, name, 'Dt');
  const moment = textAt(node, name, 'DtTm') || (isDate(textAt(node, name).slice(0, 10)) ? textAt(node, name) : '');
  return dayOfMoment(day || moment);
}

/** `2026-06-15`, with a time, or with a zone of its own (`2026-06-15+08:00` is a day and no instant). */
export function dayOfMoment(moment: string): string {
  if (!isDate(moment.slice(0, 10))) return moment;
  const isInstant = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(moment) && !Number.isNaN(Date.parse(moment));
  return isInstant ? dateOf(moment) : moment.slice(0, 10);
}
