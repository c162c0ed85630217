/** One booking of a bank statement, in whichever format it came. */

export interface BankEntry {
  /** The bank's serial number (流水号): the key by which an entry seen before is known again. */
  readonly serial: string;
  readonly bookedOn: string;
  /** Only credits are judged; debits are kept. */
  readonly direction: 'credit' | 'debit';
  readonly amountFen: number;
  readonly payerName: string;
  readonly payerAccount: string;
  /** 附言 */
  readonly memo: string;
}

/** Entries are judged in the order of their serial numbers; figures inside them count as figures. */
export function bySerial(a: { readonly serial: string }, b: { readonly serial: string }): number {
  const [left, right] = [sortable(a.serial), sortable(b.serial)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortable(serial: string): string {
  return serial.replace(/\d+/g, (digits) => digits.padStart(40, '0'));
}
