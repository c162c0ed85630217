/** One `Ntry` of a camt message. It is one row, as in the bank's CSV, whatever it is made of. */
import { parseYuan } from '../../domain/money/money.ts';
import type { BankEntry, EntryDetail } from './entry.ts';
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
import { signedAmount } from './decimal.ts';

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
  // A red amount is an entry the other way.
  const direction = (mark === 'DBIT') === negative ? 'credit' : 'debit';
  const party = details.map((detail) => partyOf(detail, direction === 'credit' ? 'Dbtr' : 'Cdtr'));
  const cells = new RowCells({
    line: place.line,
    warnings: [],
    cells: {
      AcctSvcrRef: referenceOf(entry, details),
      BookgDt: dayOf(entry, details) || place.day,
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
  const isReversal = negative || /^(?:true|1)$/.test(cells.text('RvslInd')) || isReturn(entry, details);
  checkEntry(cells, isReversal);
  if (dayOf(entry, details) === '' && place.day !== '')
    cells.warn('BookgDt', 'dayOfStatement', 'The entry has no day; that of the statement stands for it.');
  return cells.finish({
    account: place.account,
    serial: cells.text('AcctSvcrRef'),
    bookedOn: cells.requiredDate('BookgDt'),
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
  const settled = details.map((detail) => nodeAt(detail, 'RltdDts'));
  const days = [entry, ...settled].flatMap((node) =>
    node === entry
      ? [dayAt(node, 'BookgDt'), dayAt(node, 'ValDt')]
      : [dayAt(node, 'IntrBkSttlmDt'), dayAt(node, 'AccptncDtTm')],
  );
  return days.find((day) => day !== '') ?? '';
}

/** Of a batch only: what one detail says stands in the entry already. */
function detailAmounts(
  cells: RowCells,
  details: readonly XmlNode[],
  { mark, direction }: { mark: string; direction: BankEntry['direction'] },
): EntryDetail[] {
  if (details.length < 2 || direction !== 'credit') return [];
  const amounts = details.map((detail) => detailFen(detail, mark));
  if (amounts.every((amount) => amount === undefined)) return [];
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  if (sum !== parseYuan(cells.text('Amt')) || amounts.some((amount) => amount === undefined || amount < 0))
    cells.warn('TxDtls', 'detailsDiffer', 'The amounts of the details do not add up to the entry; a person must look.');
  return details.map((detail, index) => ({ amountFen: amounts[index] ?? 0, memo: memoOfDetail(detail) }));
}

function checkEntry(cells: RowCells, isReversal: boolean): void {
  if (!['CRDT', 'DBIT'].includes(cells.text('CdtDbtInd')))
    cells.refuse('CdtDbtInd', 'direction', 'Neither CRDT nor DBIT.');
  if (!isOurCurrency(cells.text('Ccy')))
    cells.refuse('Ccy', 'currency', `An amount in ${currencyOf(cells)}; only amounts in CNY are booked here.`);
  if (!['', 'BOOK'].includes(cells.text('Sts')))
    cells.refuse('Sts', 'notBooked', 'Not booked yet; it comes again when it is.');
  if (/[\0\uFFFD]/.test(cells.text('Ustrd') + cells.text('Nm')))
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
