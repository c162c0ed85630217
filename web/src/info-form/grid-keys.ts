/** The keys of a sheet: from one cell to the next without the mouse. Pure. */
import { cellsOf, type Cell, type YearDraft } from './cells.ts';

export interface CellPlace {
  readonly row: number;
  readonly cell: Cell;
}

interface Caret {
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

type Move = 'next' | 'previous' | 'up' | 'down';

/** Left and right move on at the edge of the text only; a cell that was just entered is all edge. */
export function moveOf(
  {
    key,
    shiftKey,
    ctrlKey,
    metaKey,
    altKey,
  }: Record<'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey', boolean> & {
    readonly key: string;
  },
  { atStart, atEnd }: Caret,
): Move | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  if (key === 'Enter') return shiftKey ? 'previous' : 'next';
  if (shiftKey) return undefined;
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key === 'ArrowLeft' && atStart) return 'previous';
  if (key === 'ArrowRight' && atEnd) return 'next';
  return undefined;
}

/** Undefined: beyond the sheet. */
export function moved(rows: readonly YearDraft[], { row, cell }: CellPlace, move: Move): CellPlace | undefined {
  if (move === 'up' || move === 'down') return at(rows, row + (move === 'up' ? -1 : 1), cell);
  const cells = cellsOf(rows[row] ?? {});
  const next = cells[cells.indexOf(cell) + (move === 'next' ? 1 : -1)];
  if (next) return { row, cell: next };
  const beside = row + (move === 'next' ? 1 : -1);
  const others = cellsOf(rows[beside] ?? {});
  return at(rows, beside, move === 'next' ? others[0]! : others.at(-1)!);
}

function at(rows: readonly YearDraft[], row: number, cell: Cell): CellPlace | undefined {
  const there = rows[row];
  if (!there) return undefined;
  return { row, cell: cellsOf(there).includes(cell) ? cell : 'baseFen' };
}
