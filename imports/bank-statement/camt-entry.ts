/** One `Ntry` of a camt message. It is never divided: its serial number is the one of the bank's CSV. */
import { parseYuan } from '../../domain/money/money.ts';
import { dateOf, isDate } from '../../domain/time/shanghai-day.ts';
import type { BankEntry } from './entry.ts';
import { RowCells, type FinishedRow } from '../rows/row-cells.ts';
import { nodeAt, nodesAt, textAt, textsAt, type XmlNode } from '../rows/xml.ts';

export function readCamtEntry(entry: XmlNode, line: number): FinishedRow<BankEntry> {
  const details = nodesAt(entry, 'NtryDtls').flatMap((node) => nodesAt(node, 'TxDtls'));
  const direction = textAt(entry, 'CdtDbtInd') === 'DBIT' ? 'debit' : 'credit';
  const party = partyOf(details[0], direction);
  const cells = new RowCells({
    line,
    warnings: [],
    cells: {
      // The account servicer's reference is the serial number of the CSV; the other is only this message's.
      AcctSvcrRef: textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef'),
      BookgDt: dayOf(entry, 'BookgDt') || dayOf(entry, 'ValDt'),
      CdtDbtInd: textAt(entry, 'CdtDbtInd'),
      // Five decimals are legal there; zeros beyond the fen say nothing.
      Amt: textAt(entry, 'Amt').replace(/(\.\d\d)0+$/, '$1'),
      Ccy: textAt(nodeAt(entry, 'Amt'), '@Ccy'),
      Sts: textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts'),
      RvslInd: textAt(entry, 'RvslInd'),
      Nm: party.name,
      Acct: party.account,
      Ustrd: memoOf(entry, details),
    },
  });
  checkEntry(cells);
  return cells.finish({
    serial: cells.required('AcctSvcrRef'),
    bookedOn: cells.requiredDate('BookgDt'),
    direction,
    amountFen: cells.requiredAmount('Amt'),
    payerName: cells.text('Nm'),
    payerAccount: cells.text('Acct'),
    memo: cells.text('Ustrd'),
  });
}

function checkEntry(cells: RowCells): void {
  if (!['CRDT', 'DBIT'].includes(cells.text('CdtDbtInd')))
    cells.refuse('CdtDbtInd', 'direction', 'Neither CRDT nor DBIT.');
  if (!['', 'CNY'].includes(cells.text('Ccy'))) cells.refuse('Ccy', 'currency', 'Only amounts in CNY are booked here.');
  if (!['', 'BOOK'].includes(cells.text('Sts')))
    cells.refuse('Sts', 'notBooked', 'Not booked yet; it comes again when it is.');
  if (/[\0\uFFFD]/.test(cells.text('Ustrd') + cells.text('Nm')))
    cells.refuse('Ustrd', 'characters', 'The entry holds characters that were damaged on the way.');
  if (parseYuan(cells.text('Amt')) === 0) cells.warn('Amt', 'amountZero', 'An entry of nothing.');
  if (cells.text('RvslInd') === 'true') cells.warn('RvslInd', 'reversal', 'It reverses an earlier entry.');
}

function dayOf(entry: XmlNode, name: string): string {
  const day = textAt(entry, name, 'Dt');
  const moment = textAt(entry, name, 'DtTm');
  if (day !== '' || !isDate(moment.slice(0, 10))) return day || moment;
  return /(?:Z|[+-]\d\d:\d\d)$/.test(moment) && !Number.isNaN(Date.parse(moment))
    ? dateOf(moment)
    : moment.slice(0, 10);
}

/** The other side of the entry; older versions have the name one level higher. */
function partyOf(details: XmlNode | undefined, direction: BankEntry['direction']): { name: string; account: string } {
  const parties = nodeAt(details, 'RltdPties');
  const role = direction === 'credit' ? 'Dbtr' : 'Cdtr';
  const account = nodeAt(parties, `${role}Acct`, 'Id');
  return {
    name: textAt(parties, role, 'Pty', 'Nm') || textAt(parties, role, 'Nm') || textAt(parties, `Ultmt${role}`, 'Nm'),
    account: textAt(account, 'Othr', 'Id') || textAt(account, 'IBAN'),
  };
}

/** What the payer wrote, of all details; else what the bank added; else the payer's own reference. */
function memoOf(entry: XmlNode, details: readonly XmlNode[]): string {
  const written = details.flatMap((node) => textsAt(nodeAt(node, 'RmtInf'), 'Ustrd'));
  if (written.length > 0) return written.join(' ');
  const added = [...details.map((node) => textAt(node, 'AddtlTxInf')), textAt(entry, 'AddtlNtryInf')];
  const references = details.map((node) => textAt(node, 'Refs', 'EndToEndId')).filter((text) => text !== 'NOTPROVIDED');
  return [added, references].map((texts) => texts.filter(Boolean).join(' ')).find(Boolean) ?? '';
}
