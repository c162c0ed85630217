/** All rows of a bank's own table. */
import type { BankEntry } from './entry.ts';
import { LayoutRow } from './layout-row.ts';
import type { FoundLayout } from './layouts.ts';
import { checkRunningBalance, type BalancedEntry } from './running-balance.ts';
import { DamageWatch } from '../rows/damage-watch.ts';
import { unknownColumns } from '../tables/header.ts';
import type { CellContext } from '../rows/row-cells.ts';
import {
  fileWarning,
  type AcceptedRow,
  type ReadFile,
  type RefusedRow,
  type RowDefect,
  type TableRow,
} from '../tables/row-files.ts';
import type { Table } from '../tables/table.ts';

/** A reference twice in one file is no defect: whether the later row is the same entry is decided with what is stored. */
export function readLayoutRows(
  { header, epoch, warnings = [] }: Omit<Table, 'rows'>,
  rows: readonly (TableRow | RefusedRow)[],
  found: FoundLayout,
): ReadFile<BankEntry> {
  // An entry is known by its day, amount, payer and memo too, and there are banks that number by tens.
  const watch = new DamageWatch(found.columns.reference);
  const first = readAll(rows, found, { epoch }, watch);
  const cut = watch.cutColumns();
  const { balanced, ...read } = cut.size === 0 ? first : readAll(rows, found, { epoch, cut });
  const balance = found.columns.balance?.[0];
  const fileWarnings: RowDefect[] = [
    ...unknownColumns(header),
    ...warnings,
    ...watch.warnings(),
    ...(rows.length === 0 ? [noEntries(found)] : []),
    // A refused entry moved the account all the same, so nothing can be said with it.
    ...(balance !== undefined && read.refused.length === 0 ? checkRunningBalance(balance, balanced) : []),
  ];
  return { ...read, fileDefects: [], fileWarnings };
}

const noEntries = ({ columns }: FoundLayout): RowDefect =>
  fileWarning(columns.bookedOn?.[0] ?? '', 'noEntries', 'A header and no entries: nothing moved on the account.');

interface ReadRows extends Pick<ReadFile<BankEntry>, 'accepted' | 'refused'> {
  readonly balanced: readonly BalancedEntry[];
}

function readAll(
  rows: readonly (TableRow | RefusedRow)[],
  found: FoundLayout,
  context: CellContext,
  watch?: DamageWatch,
): ReadRows {
  const accepted: AcceptedRow<BankEntry>[] = [];
  const refused: RefusedRow[] = [];
  const balanced: BalancedEntry[] = [];
  for (const row of rows) {
    if ('defects' in row) {
      refused.push(row);
      continue;
    }
    const layoutRow = new LayoutRow(row, found, context);
    // The day is kept as the bank writes it, whatever the layout makes of it.
    const finished = { ...layoutRow.read(), cells: row.cells };
    if ('row' in finished) {
      accepted.push(finished);
      balanced.push(balancedEntry(finished, layoutRow.balance()));
    } else refused.push(finished);
    watch?.note(finished, layoutRow.cells);
  }
  return { accepted, refused, balanced };
}

function balancedEntry({ line, row }: AcceptedRow<BankEntry>, balanceFen: number | undefined): BalancedEntry {
  const { account, bookedOn, direction, amountFen } = row;
  return { line, account, bookedOn, movedFen: direction === 'credit' ? amountFen : -amountFen, balanceFen };
}
