/** The bank's own CSV with one payment, as the practice bank hands it in. Pure. */
import { formatYuan } from '../../../../domain/money/money.ts';

// The columns are the bank's words, not a text of this console.
const HEADER = '流水号,记账日期,借贷标志,金额,对方户名,对方账号,附言';

export interface Payment {
  readonly serial: string;
  readonly bookedOn: string;
  readonly amountFen: number;
  readonly payerName: string;
  readonly caseNo: string;
}

export function bankFile({ serial, bookedOn, amountFen, payerName, caseNo }: Payment): string {
  const cells = [serial, bookedOn, '贷', formatYuan(amountFen), payerName, '', caseNo];
  return `\uFEFF${HEADER}\r\n${cells.map(quoted).join(',')}\r\n`;
}

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
