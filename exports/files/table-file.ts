/** A table on its way out. What kind of thing a column holds is said once; a cell that does not look like it is written as the text it is. */
import type { ExportFailure } from '../../domain/exported.ts';
import { isDate } from '../../domain/time/shanghai-day.ts';

/** `day` 2026-01-05 · `instant` ISO 8601 · `fen` integer fen, shown in yuan · `count` a number · `flag` true or false · `text` all else, numbers that name something too. */
export type ColumnKind = 'text' | 'day' | 'instant' | 'fen' | 'count' | 'flag';

export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
}

export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

/** Gives back the bytes that are ready; they are not kept. */
export interface TableFile {
  add(rows: readonly Row[]): Buffer;
  end(): Buffer;
}

/** More than a sheet holds: nothing of it is cut off in silence. */
export class BeyondSheet extends Error {
  readonly failure: Extract<ExportFailure, 'tooManyRows' | 'cellTooLong'>;

  constructor(failure: BeyondSheet['failure']) {
    super(failure);
    this.name = 'BeyondSheet';
    this.failure = failure;
  }
}

export const YES = '是';
export const NO = '否';

/** A wall clock of the office, to the minute. */
export const momentOf = (instant: string): string => {
  const local = new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
};

/** A day that there is: what only looks like one stays the text that somebody has typed. */
export const isDay = (cell: Cell): cell is string => typeof cell === 'string' && isDate(cell);
export const isInstant = (cell: Cell): cell is string =>
  typeof cell === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(cell);
