/** One booking of a bank statement, in whichever format it came. */
import type { CreditDetail } from '../../domain/money/batch-plan.ts';
import { compareText } from '../../domain/text-order.ts';

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
  readonly details: readonly CreditDetail[];
  /** Which of the entries of its file that are alike in account, day, direction, amount and reference. */
  readonly twin: number;
}

/** As the bank booked: day by day, in the order of the references (figures inside them count as figures), money in before money out. */
export function byBooking(a: Ordered, b: Ordered): number {
  return (
    compareText(a.bookedOn, b.bookedOn) ||
    compareText(sortable(a.serial), sortable(b.serial)) ||
    compareText(a.direction, b.direction)
  );
}

type Ordered = Pick<BankEntry, 'bookedOn' | 'serial' | 'direction'>;

function sortable(serial: string): string {
  return serial.replace(/\d+/g, (digits) => digits.padStart(40, '0'));
}
