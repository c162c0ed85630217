/** One booking of a bank statement, in whichever format it came. */

export interface BankEntry {
  /** Ours, as the statement names it; empty when it does not. */
  readonly account: string;
  /** The bank's reference (流水号); empty when it gives none. By itself it says little: many begin anew each day. */
  readonly serial: string;
  readonly bookedOn: string;
  /** Credits are judged; a debit is work for a person. */
  readonly direction: 'credit' | 'debit';
  readonly amountFen: number;
  readonly payerName: string;
  readonly payerAccount: string;
  /** 附言: all that the bank says about it. A line break may stand inside a word or a number. */
  readonly memo: string;
  /** It takes back an earlier entry: the bank says so, or the amount is written in red. */
  readonly isReversal: boolean;
  /** What it is made of, where the bank gives each its own amount. */
  readonly details: readonly EntryDetail[];
  /** Which of the entries of its file that are alike in account, day, direction, amount and reference. */
  readonly twin: number;
}

export interface EntryDetail {
  readonly amountFen: number;
  readonly memo: string;
}

/** What a file says about one statement in it, apart from its entries. */
export interface BankStatement {
  readonly account: string;
  /** The bank's own number of it, where there is one. */
  readonly sequence: number | undefined;
  /** First and last day that it covers; undefined where nobody can say. */
  readonly fromOn: string | undefined;
  readonly toOn: string | undefined;
  readonly openingFen: number | undefined;
  readonly closingFen: number | undefined;
  readonly entries: number;
}

/** As the bank booked: day by day, in the order of the references (figures inside them count as figures), money in before money out. */
export function byBooking(a: Ordered, b: Ordered): number {
  return (
    compare(a.bookedOn, b.bookedOn) ||
    compare(sortable(a.serial), sortable(b.serial)) ||
    compare(a.direction, b.direction)
  );
}

type Ordered = Pick<BankEntry, 'bookedOn' | 'serial' | 'direction'>;

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function sortable(serial: string): string {
  return serial.replace(/\d+/g, (digits) => digits.padStart(40, '0'));
}
