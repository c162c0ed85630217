/** What a cell says: the row with which a transfer came, or what is known here. */
import { amountOf } from './written-amount.ts';
import type { Cell, Column, ColumnKind } from '../files/table-file.ts';

/** By column; undefined: nothing is known here of it. */
export type Known = Readonly<Partial<Record<string, Cell>>>;

interface Came {
  readonly cells: Readonly<Record<string, string>> | undefined;
  readonly goneOnHere: boolean;
}

/**
 * Nothing has happened here since: every cell as it came, but for what names the person, which may have been put right. Otherwise what is
 * known here, and where nothing is, the cell.
 */
export function cellOf(column: Column, { cells, goneOnHere }: Came, known: Known, corrected: Known): Cell {
  const ours = known[column.title] ?? null;
  if (cells === undefined) return ours;
  const right = corrected[column.title];
  if (right !== undefined) return right;
  const came = typed(column.kind, cells[column.title] ?? '');
  if (!goneOnHere) return came;
  return ours === null || ours === '' ? came : ours;
}

/** As a day or an amount where it is written as one; else the text that it is, which reads as it did. */
function typed(kind: ColumnKind, written: string): Cell {
  if (written === '') return null;
  if (kind === 'fen') return amountOf(written) ?? written;
  return kind === 'count' && /^(?:0|[1-9]\d{0,2})$/.test(written) ? Number(written) : written;
}
