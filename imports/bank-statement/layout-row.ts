/** One row of a bank's own table, its cells under the header's own words, read by the layout that the header shows. */
import { foldText } from '../../domain/folded-text.ts';
import { accountKey } from '../../domain/money/account-number.ts';
import { readLayoutDate, signWord, type LayoutField } from '../../domain/money/bank-layout.ts';
import { isOurCurrency } from './camt-details.ts';
import { amountFen, readDecimal, signedAmount } from '../rows/decimal.ts';
import type { BankEntry } from './entry.ts';
import type { FoundLayout } from './layouts.ts';
import { RowCells, type CellContext } from '../rows/row-cells.ts';
import type { TableRow } from '../tables/row-files.ts';
import { bareText, isScientific } from '../tables/written-cell.ts';

type Money = Pick<BankEntry, 'direction' | 'amountFen'> & { readonly isRed: boolean };

export class LayoutRow {
  readonly cells: RowCells;
  readonly #found: FoundLayout;

  constructor(row: TableRow, found: FoundLayout, context: CellContext) {
    this.#found = found;
    const date = found.columns.bookedOn?.[0] ?? '';
    const bookedOn = readLayoutDate(bareText(row.cells[date] ?? ''), found.layout.dateFormats);
    this.cells = new RowCells({ ...row, cells: { ...row.cells, [date]: bookedOn } }, context);
  }

  read() {
    const { isRed, ...money } = this.#money();
    this.#checkCurrency();
    const memo = (this.#found.columns.memo ?? []).map((name) => this.cells.text(name));
    if (isRed)
      this.cells.warn(
        this.#name('amount', 'credit', 'debit'),
        'reversal',
        'A red amount: it takes back an earlier entry.',
      );
    return this.cells.finish<BankEntry>({
      account: accountKey(this.#identifier('account')),
      serial: this.#found.columns.reference ? this.cells.requiredIdentifier(this.#name('reference')) : '',
      bookedOn: this.cells.requiredDate(this.#name('bookedOn')),
      payerName: this.#text('payerName'),
      payerAccount: this.#payerAccount(),
      memo: [...new Set(memo.filter(Boolean))].join(' '),
      isReversal: isRed,
      details: [],
      twin: 1,
      ...money,
    });
  }

  /** The bank's own, behind this entry; undefined: no amount. */
  balance(): number | undefined {
    return readDecimal(this.#text('balance'));
  }

  #money(): Money {
    if (!this.#found.columns.amount) return this.#ofTwoColumns();
    const name = this.#name('amount');
    const { fen, negative } = this.#amount(name);
    if (!this.#found.columns.sign) return { direction: negative ? 'debit' : 'credit', amountFen: fen, isRed: false };
    const mark = this.cells.required(this.#name('sign'));
    const { creditWords, debitWords } = this.#found.layout;
    const isCredit = creditWords.some((word) => signWord(word) === signWord(mark));
    if (mark !== '' && !isCredit && !debitWords.some((word) => signWord(word) === signWord(mark))) {
      const words = [creditWords[0], debitWords[0]].join(' nor ');
      this.cells.refuse(this.#name('sign'), 'direction', `Neither ${words}.`);
    }
    return { direction: isCredit === negative ? 'debit' : 'credit', amountFen: fen, isRed: negative };
  }

  /** One of the two has an amount; zero in the other is none. */
  #ofTwoColumns(): Money {
    const [credit, debit] = [this.#name('credit'), this.#name('debit')];
    const filled = [credit, debit].filter((name) => !isNothing(this.cells.text(name)));
    if (filled.length !== 1) {
      const reason = filled.length === 0 ? 'Neither a credit nor a debit.' : 'A credit and a debit in one row.';
      this.cells.refuse(credit, 'direction', reason);
      return { direction: 'credit', amountFen: 0, isRed: false };
    }
    const { fen, negative } = this.#amount(filled[0]!);
    return { direction: (filled[0] === credit) === negative ? 'debit' : 'credit', amountFen: fen, isRed: negative };
  }

  #amount(name: string): { fen: number; negative: boolean } {
    const written = this.cells.required(name);
    const { yuan, negative } = signedAmount(written);
    const fen = amountFen(yuan);
    if (written !== '' && fen === undefined)
      this.cells.refuse(name, 'amount', 'This is no amount in yuan with at most two decimals.');
    if (fen === 0) this.cells.warn(name, 'amountZero', 'An entry of nothing.');
    return { fen: fen ?? 0, negative };
  }

  /** Money is not refused for it: whose it is, the memo says. */
  #payerAccount(): string {
    const written = this.#text('payerAccount');
    if (!isScientific(written)) return written;
    const reason = 'A spreadsheet has shortened the number of the account; it is left out.';
    this.cells.warn(this.#name('payerAccount'), 'scientific', reason);
    return '';
  }

  #checkCurrency(): void {
    const currency = this.#text('currency').toUpperCase();
    if (!isOurCurrency(currency) && currency !== 'RMB元')
      this.cells.refuse(this.#name('currency'), 'currency', 'Only amounts in CNY are booked here.');
  }

  #name(...fields: LayoutField[]): string {
    return fields.map((field) => this.#found.columns[field]?.[0]).find((name) => name !== undefined) ?? '';
  }

  #text(field: LayoutField): string {
    const name = this.#found.columns[field]?.[0];
    return name === undefined ? '' : this.cells.text(name);
  }

  #identifier(field: LayoutField): string {
    const name = this.#found.columns[field]?.[0];
    return name === undefined ? '' : this.cells.identifier(name);
  }
}

/** An empty cell, a stroke, or zero in whatever writing. */
const isNothing = (written: string): boolean => /^[-/0.,]*$/.test(foldText(written)) || readDecimal(written) === 0;
