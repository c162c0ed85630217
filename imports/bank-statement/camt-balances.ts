/** Whether a statement holds what it says it holds: its balances, and the number and sum of its entries. */
import type { BankEntry } from './entry.ts';
import { fileWarning, type AcceptedRow, type RowDefect } from '../tables/row-files.ts';
import { nodeAt, nodesAt, textAt, type XmlNode } from '../rows/xml.ts';
import { isOurCurrency } from './camt-details.ts';
import { readDecimal } from '../rows/decimal.ts';

/** Refused entries are counted too: they moved the account all the same, so nothing can be said with them. */
export function checkStatement(
  statement: XmlNode,
  accepted: readonly AcceptedRow<BankEntry>[],
  entries: number,
): RowDefect[] {
  return [
    checkCount(statement, entries),
    accepted.length === entries ? checkBalances(statement, accepted) : undefined,
    entries === 0
      ? fileWarning('Ntry', 'noEntries', 'A statement without entries: nothing moved on its account.')
      : undefined,
    checkCurrency(statement),
  ].filter((defect) => defect !== undefined);
}

function checkCurrency(statement: XmlNode): RowDefect | undefined {
  const currency = textAt(statement, 'Acct', 'Ccy');
  if (isOurCurrency(currency)) return undefined;
  return fileWarning(
    'Ccy',
    'currency',
    'The account of this statement is kept in another currency than CNY; nothing of it is booked here.',
  );
}

function checkCount(statement: XmlNode, entries: number): RowDefect | undefined {
  const said = textAt(statement, 'TxsSummry', 'TtlNtries', 'NbOfNtries');
  if (!/^\d{1,9}$/.test(said) || Number(said) === entries) return undefined;
  return fileWarning(
    'NbOfNtries',
    'entriesMissing',
    `The statement speaks of ${said} entries and holds ${String(entries)}.`,
  );
}

/** Opening balance and entries must give the closing balance; a notification has none, a page of a statement not both. */
function checkBalances(statement: XmlNode, entries: readonly AcceptedRow<BankEntry>[]): RowDefect | undefined {
  const [opening, closing] = [
    balanceFen(statement, 'OPBD') ?? balanceFen(statement, 'PRCD'),
    balanceFen(statement, 'CLBD'),
  ];
  if (opening === undefined || closing === undefined) return unreadBalance(statement);
  const signed = ({ direction, amountFen }: BankEntry): number => (direction === 'credit' ? amountFen : -amountFen);
  const moved = entries.reduce((sum, { row }) => sum + signed(row), 0);
  if (opening + moved === closing) return undefined;
  const reason = 'The entries do not lead from the opening to the closing balance; some may be missing.';
  return fileWarning('Bal', 'balanceDiffers', reason);
}

/** A balance that nobody can read is said, not passed over. */
function unreadBalance(statement: XmlNode): RowDefect | undefined {
  const unread = nodesAt(statement, 'Bal').some((node) => readDecimal(textAt(node, 'Amt')) === undefined);
  return unread
    ? fileWarning(
        'Bal',
        'balanceUnread',
        'A balance of the statement is no amount in yuan; the entries were not checked against it.',
      )
    : undefined;
}

export const balanceOf = (statement: XmlNode, code: string): XmlNode | undefined =>
  nodesAt(statement, 'Bal').find((node) => textAt(node, 'Tp', 'CdOrPrtry', 'Cd') === code);

export function balanceFen(statement: XmlNode, code: string): number | undefined {
  const balance = balanceOf(statement, code);
  if (!isOurCurrency(textAt(nodeAt(balance, 'Amt'), '@Ccy'))) return undefined;
  const fen = readDecimal(textAt(balance, 'Amt'));
  if (fen === undefined) return undefined;
  return textAt(balance, 'CdtDbtInd') === 'DBIT' ? -fen : fen;
}
