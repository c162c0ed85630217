/** The bank's own CSV. */
import type { BankEntry } from './entry.ts';
import { readCsvText } from '../rows/read-csv.ts';
import { rowsOf } from '../rows/read-rows.ts';
import type { RowCells } from '../rows/row-cells.ts';
import type { ReadFile } from '../rows/row-files.ts';

const COLUMNS = {
  required: ['流水号', '记账日期', '借贷标志', '金额', '附言'],
  optional: ['对方户名', '对方账号'],
};

const DIRECTIONS: ReadonlyMap<string, BankEntry['direction']> = new Map([
  ...(['贷', '贷方', 'C', 'CRDT'] as const).map((mark) => [mark, 'credit'] as const),
  ...(['借', '借方', 'D', 'DBIT'] as const).map((mark) => [mark, 'debit'] as const),
]);

/** A serial number twice in one file is no defect: the later entry is unchanged, or contradicts, as in another file. */
export function readBankCsv(text: string, truncated: boolean): ReadFile<BankEntry> {
  return rowsOf(readCsvText(text, COLUMNS, truncated), undefined, (cells) => cells.finish(readEntry(cells)));
}

function readEntry(cells: RowCells): BankEntry {
  const mark = cells.required('借贷标志').normalize('NFKC').toUpperCase();
  const direction = DIRECTIONS.get(mark);
  if (mark !== '' && !direction) cells.refuse('借贷标志', 'direction', 'Neither 贷 nor 借.');
  return {
    serial: cells.required('流水号'),
    bookedOn: cells.requiredDate('记账日期'),
    direction: direction ?? 'credit',
    amountFen: readAmount(cells),
    payerName: cells.text('对方户名'),
    payerAccount: cells.text('对方账号'),
    memo: cells.text('附言'),
  };
}

function readAmount(cells: RowCells): number {
  const fen = cells.requiredAmount('金额');
  if (fen === 0 && /^[0.,]+$/.test(cells.text('金额'))) cells.warn('金额', 'amountZero', 'An entry of nothing.');
  return fen;
}
