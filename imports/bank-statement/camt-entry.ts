/** One `Ntry` of a camt message. It is one row, as in the bank's CSV, whatever it is made of. */
import type { CreditDetail } from '../../domain/money/batch-plan.ts';
import { parseYuan } from '../../domain/money/money.ts';
import type { BankEntry } from './entry.ts';
import { RowCells, type FinishedRow } from '../rows/row-cells.ts';
import { nodeAt, textAt, type XmlNode } from '../rows/xml.ts';
import {
  bankReferences,
  dayAt,
  detailFen,
  detailsOf,
  isOurCurrency,
  isReference,
  isReturn,
  joinTexts,
  memoOfDetail,
  partyOf,
} from './camt-details.ts';
import { signedAmount } from '../rows/decimal.ts';
import { isDamaged } from '../tables/written-cell.ts';

/** What the statement says for all of its entries. */
export interface EntryPlace {
  readonly line: number;
  readonly account: string;
  readonly currency: string;
  /** Whose day stands for an entry without one. */
  readonly day: string;
}

export function readCamtEntry(entry: XmlNode, place: EntryPlace): FinishedRow<BankEntry> {
  const details = detailsOf(entry);
  const { yuan, negative } = signedAmount(textAt(entry, 'Amt'));
  const mark = textAt(entry, 'CdtDbtInd');
  const ownDay = dayOf(entry, details);
  // A red amount is an entry the other way.
  const direction = (mark === 'DBIT') === negative ? 'credit' : 'debit';
  const party = details.map((detail) => partyOf(detail, direction === 'credit' ? 'Dbtr' : 'Cdtr'));
  const cells = new RowCells({
    line: place.line,
    warnings: [],
    cells: {
      AcctSvcrRef: referenceOf(entry, details),
      BookgDt: ownDay || place.day,
      CdtDbtInd: mark,
      Amt: yuan,
      Ccy: textAt(nodeAt(entry, 'Amt'), '@Ccy') || place.currency,
      Sts: textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts', 'Prtry') || textAt(entry, 'Sts'),
      RvslInd: textAt(entry, 'RvslInd') || (negative ? '-' : ''),
      Nm: party.find(({ name }) => name !== '')?.name ?? '',
      Acct: party.find(({ account }) => account !== '')?.account ?? '',
      Ustrd: joinTexts([...details.map(memoOfDetail), textAt(entry, 'AddtlNtryInf'), ...batchReferences(entry)]),
      Id: place.account,
    },
  });
  // Whatever a bank writes there for yes: what is no reversal is none only where it says so.
  const isReversal = !/^(?:|false|0)$/i.test(cells.text('RvslInd')) || isReturn(entry, details);
  checkEntry(cells, isReversal);
  checkOnce(cells, entry);
  if (ownDay === '' && place.day !== '')
    cells.warn('BookgDt', 'dayOfStatement', 'The entry has no day; that of the statement stands for it.');
  return cells.finish({
    account: place.account,
    serial: cells.text('AcctSvcrRef'),
    bookedOn: bookedOn(cells),
    direction,
    amountFen: cells.requiredAmount('Amt'),
    payerName: cells.text('Nm'),
    payerAccount: cells.text('Acct'),
    memo: cells.text('Ustrd'),
    isReversal,
    details: detailAmounts(cells, details, { mark, direction }),
    twin: 1,
  });
}

/** The account servicer's own reference; where the entry has none, that of its only detail, or of its file of payments. */
function referenceOf(entry: XmlNode, details: readonly XmlNode[]): string {
  const own = [textAt(entry, 'AcctSvcrRef'), textAt(entry, 'NtryRef')].find(isReference);
  if (own !== undefined) return own;
  const [only] = details;
  return (only && details.length === 1 ? bankReferences(only)[0] : undefined) ?? batchReferences(entry)[0] ?? '';
}

function batchReferences(entry: XmlNode): string[] {
  const batch = nodeAt(entry, 'NtryDtls', 'Btch');
  return [textAt(batch, 'PmtInfId'), textAt(batch, 'MsgId')].filter(isReference);
}

function dayOf(entry: XmlNode, details: readonly XmlNode[]): string {
  const days = [
    dayAt(entry, 'BookgDt'),
    dayAt(entry, 'ValDt'),
    ...details.flatMap((detail) => {
      const dates = nodeAt(detail, 'RltdDts');
      return [dayAt(dates, 'IntrBkSttlmDt'), dayAt(dates, 'AccptncDtTm')];
    }),
  ];
  return days.find((day) => day !== '') ?? '';
}

/** A notification may come before the booking; its day is part of what an entry is known by, and cannot be guessed. */
function bookedOn(cells: RowCells): string {
  if (cells.text('BookgDt') !== '') return cells.requiredDate('BookgDt');
  const reason =
    'Neither the entry nor its statement says on which day it was booked; it comes with its day in camt.053.';
  cells.refuse('BookgDt', 'missing', reason);
  return '';
}

/** Of a batch only: what one detail says stands in the entry already. */
function detailAmounts(
  cells: RowCells,
  details: readonly XmlNode[],
  { mark, direction }: { mark: string; direction: BankEntry['direction'] },
): CreditDetail[] {
  if (details.length < 2 || direction !== 'credit') return [];
  const amounts = details.map((detail) => detailFen(detail, mark));
  if (amounts.every((amount) => amount === undefined)) return [];
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  if (sum !== parseYuan(cells.text('Amt')) || amounts.some((amount) => amount === undefined || amount < 0))
    cells.warn('TxDtls', 'detailsDiffer', 'The amounts of the details do not add up to the entry; a person must look.');
  return details.map((detail, index) => ({ amountFen: amounts[index] ?? 0, memo: memoOfDetail(detail) }));
}

/** Said twice it may be said in two ways, and the second would be lost. */
function checkOnce(cells: RowCells, entry: XmlNode): void {
  for (const name of ['Amt', 'CdtDbtInd', 'RvslInd', 'Sts', 'BookgDt'])
    if (Array.isArray(entry[name])) cells.refuse(name, 'repeated', 'It stands in the entry more than once.');
}

function checkEntry(cells: RowCells, isReversal: boolean): void {
  if (!['CRDT', 'DBIT'].includes(cells.text('CdtDbtInd')))
    cells.refuse('CdtDbtInd', 'direction', 'Neither CRDT nor DBIT.');
  if (!isOurCurrency(cells.text('Ccy')))
    cells.refuse('Ccy', 'currency', `An amount in ${currencyOf(cells)}; only amounts in CNY are booked here.`);
  if (!['', 'BOOK'].includes(cells.text('Sts')))
    cells.refuse('Sts', 'notBooked', 'Not booked yet; it comes again when it is.');
  if (isDamaged(cells.text('Ustrd') + cells.text('Nm')))
    cells.refuse('Ustrd', 'characters', 'The entry holds characters that were damaged on the way.');
  if (parseYuan(cells.text('Amt')) === 0) cells.warn('Amt', 'amountZero', 'An entry of nothing.');
  if (isReversal) cells.warn('RvslInd', 'reversal', 'It takes back an earlier entry.');
  if (!isReference(cells.text('AcctSvcrRef')))
    cells.warn(
      'AcctSvcrRef',
      'noReference',
      'The bank gives no reference; it is known again by all else that it says.',
    );
}

/** A code of the file, and nothing that could be anything else. */
function currencyOf(cells: RowCells): string {
  const code = cells.text('Ccy');
  return /^[A-Z]{3}$/.test(code) ? code : 'another currency';
}
