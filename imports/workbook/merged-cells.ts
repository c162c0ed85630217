/** Cells that are merged with another: a person sees a value in all of them, the file has it in the first. */
import type { CellFault } from '../tables/written-cell.ts';
import { damaged } from './part-stream.ts';
import { columnOf, type SheetRow } from './sheet-rows.ts';

const MOST_SIDE_BY_SIDE = 500;

const MERGED: CellFault = {
  code: 'merged',
  reason: 'This cell is merged with another, and only the first of them holds the value; write it into each.',
};

interface Range {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** Of the rows below the header. */
export class MergedCells {
  readonly #ranges: readonly Range[];
  #next = 0;
  #open: Range[] = [];
  #at = 0;

  constructor(references: readonly string[], headerLine: number) {
    this.#ranges = references
      .map(rangeOf)
      .filter(({ last }) => last > headerLine)
      .sort((a, b) => a.first - b.first);
    // In a sheet of a spreadsheet no two overlap. Said now, when none of its rows has gone in.
    if (mostSideBySide(this.#ranges) > MOST_SIDE_BY_SIDE) throw damaged();
  }

  get count(): number {
    return this.#ranges.length;
  }

  /** For rows in their order, as often as they are walked through. */
  faulty(row: SheetRow): SheetRow {
    const touching = this.#touching(row.line);
    if (touching.length === 0) return row;
    const faults = new Map(row.faults);
    for (const { first, from, to } of touching)
      for (let column = from; column <= to; column++) if (row.line > first || column > from) faults.set(column, MERGED);
    return { ...row, faults };
  }

  /** Rows come in their order, and so do the ranges by their first row. */
  #touching(line: number): Range[] {
    if (line < this.#at) [this.#next, this.#open] = [0, []];
    this.#at = line;
    while ((this.#ranges[this.#next]?.first ?? Infinity) <= line) this.#open.push(this.#ranges[this.#next++]!);
    this.#open = this.#open.filter(({ last }) => last >= line);
    return this.#open;
  }
}

/** Of ranges in the order of their first rows: how many there are of one row at most. */
function mostSideBySide(ranges: readonly Range[]): number {
  const ends = ranges.map(({ last }) => last).sort((a, b) => a - b);
  let [ended, most] = [0, 0];
  for (const [begun, { first }] of ranges.entries()) {
    while (ends[ended]! < first) ended += 1;
    most = Math.max(most, begun + 1 - ended);
  }
  return most;
}

function rangeOf(reference: string): Range {
  const [from = '', to = from] = reference.split(':');
  const line = (cell: string): number => Number(/\d+$/.exec(cell)?.[0] ?? 0);
  return { first: line(from), last: line(to), from: columnOf(from), to: columnOf(to) };
}
