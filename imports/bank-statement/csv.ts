/** The bank's own CSV, by the layout that its header shows. */
import { accountKey } from '../../domain/money/account-number.ts';
import { readLayoutDate, signWord, type BankLayout, type LayoutField } from '../../domain/money/bank-layout.ts';
import { parseYuan } from '../../domain/money/money.ts';
import { isOurCurrency } from './camt-details.ts';
import { signedAmount } from './decimal.ts';
import type { BankEntry } from './entry.ts';
import { findLayout, type FoundLayout } from './layouts.ts';
import { readCsvText } from '../rows/read-csv.ts';
import type { ReadText } from '../rows/read-text.ts';
import { RowCells } from '../rows/row-cells.ts';
import { unreadable, type AcceptedRow, type Cells, type ReadFile } from '../rows/row-files.ts';

/** A reference twice in one file is no defect: whether the later row is the same entry is decided with what is stored. */
export function readBankCsv(bytes: Uint8Array, read: ReadText, layouts: readonly BankLayout[]): ReadFile<BankEntry> {
  const found = findLayout(bytes, read, layouts);
  if (Array.isArray(found)) return unreadable(...found);
  const named = found;
  const optional = Object.values(named.columns).flat();
  const csv = readCsvText(named.text, { required: [], optional }, named.truncated);
  const accepted: AcceptedRow<BankEntry>[] = [];
  const refused = [...csv.refused];
  for (const row of csv.rows) {
    const finished = new LayoutRow(row, named).read();
    if ('accepted' in finished) accepted.push({ ...finished.accepted, cells: row.cells });
    else refused.push({ ...finished.refused, cells: row.cells });
  }
  refused.sort((a, b) => a.line - b.line);
  return { accepted, refused, fileDefects: csv.fileDefects, fileWarnings: csv.fileWarnings };
}

type Money = Pick<BankEntry, 'direction' | 'amountFen'> & { readonly isRed: boolean };

/** One row, its cells under the header's own words. */
class LayoutRow {
  readonly #cells: RowCells;
  readonly #found: FoundLayout;

  constructor(row: { readonly line: number; readonly cells: Cells }, found: FoundLayout) {
    this.#found = found;
    const date = found.columns.bookedOn?.[0] ?? '';
    const cells = Object.entries(row.cells).map(([name, value]) => [name, bareCell(value)] as const);
    const read = new Map(cells);
    read.set(date, readLayoutDate(read.get(date) ?? '', found.layout.dateFormats));
    this.#cells = new RowCells({ line: row.line, warnings: [], cells: Object.fromEntries(read) });
  }

  read() {
    const { isRed, ...money } = this.#money();
    this.#checkCurrency();
    const memo = (this.#found.columns.memo ?? []).map((name) => this.#cells.text(name));
    if (isRed)
      this.#cells.warn(
        this.#name('amount', 'credit', 'debit'),
        'reversal',
        'A red amount: it takes back an earlier entry.',
      );
    return this.#cells.finish<BankEntry>({
      account: accountKey(this.#text('account')),
      serial: this.#found.columns.reference ? this.#cells.required(this.#name('reference')) : '',
      bookedOn: this.#cells.requiredDate(this.#name('bookedOn')),
      payerName: this.#text('payerName'),
      payerAccount: this.#text('payerAccount'),
      memo: [...new Set(memo.filter(Boolean))].join(' '),
      isReversal: isRed,
      details: [],
      twin: 1,
      ...money,
    });
  }

  #money(): Money {
    if (!this.#found.columns.amount) return this.#ofTwoColumns();
    const name = this.#name('amount');
    const { fen, negative } = this.#amount(name);
    if (!this.#found.columns.sign) return { direction: negative ? 'debit' : 'credit', amountFen: fen, isRed: false };
    const mark = this.#cells.required(this.#name('sign'));
    const { creditWords, debitWords } = this.#found.layout;
    const isCredit = creditWords.some((word) => signWord(word) === signWord(mark));
    if (mark !== '' && !isCredit && !debitWords.some((word) => signWord(word) === signWord(mark))) {
      const words = [creditWords[0], debitWords[0]].join(' nor ');
      this.#cells.refuse(this.#name('sign'), 'direction', `Neither ${words}.`);
    }
    return { direction: isCredit === negative ? 'debit' : 'credit', amountFen: fen, isRed: negative };
  }

  /** One of the two has an amount; zero in the other is none. */
  #ofTwoColumns(): Money {
    const [credit, debit] = [this.#name('credit'), this.#name('debit')];
    const filled = [credit, debit].filter((name) => !/^[-0.,\s]*$/.test(this.#cells.text(name)));
    if (filled.length !== 1) {
      const reason = filled.length === 0 ? 'Neither a credit nor a debit.' : 'A credit and a debit in one row.';
      this.#cells.refuse(credit, 'direction', reason);
      return { direction: 'credit', amountFen: 0, isRed: false };
    }
    const { fen, negative } = this.#amount(filled[0]!);
    return { direction: (filled[0] === credit) === negative ? 'debit' : 'credit', amountFen: fen, isRed: negative };
  }

  #amount(name: string): { fen: number; negative: boolean } {
    const written = this.#cells.required(name);
    const { yuan, negative } = signedAmount(written);
    const fen = parseYuan(yuan);
    if (written !== '' && fen === undefined)
      this.#cells.refuse(name, 'amount', 'This is no amount in yuan with at most two decimals.');
    if (fen === 0) this.#cells.warn(name, 'amountZero', 'An entry of nothing.');
    return { fen: fen ?? 0, negative };
  }

  #checkCurrency(): void {
    const currency = this.#text('currency').toUpperCase();
    if (!isOurCurrency(currency) && currency !== 'RMB元')
      this.#cells.refuse(this.#name('currency'), 'currency', 'Only amounts in CNY are booked here.');
  }

  #name(...fields: LayoutField[]): string {
    return fields.map((field) => this.#found.columns[field]?.[0]).find((name) => name !== undefined) ?? '';
  }

  #text(field: LayoutField): string {
    const name = this.#found.columns[field]?.[0];
    return name === undefined ? '' : this.#cells.text(name);
  }
}

/** Spreadsheets protect long numbers as `="0012"`, with an apostrophe or a tab. */
const bareCell = (value: string): string =>
  value
    .replace(/^\s*="(.*)"\s*$/s, '$1')
    .replace(/^\s*'/, '')
    .trim();
