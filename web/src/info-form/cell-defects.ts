/** What of the yearly rows cannot be read, or is missing: told at once and at its cell, before the office is asked. Pure. */
import { CELLS, isBlank, isInterestOnly, readCell, type Cell, type YearDraft } from './cells.ts';
import { fenOf } from '../format/fen.ts';

export type CellDefectCode = 'month' | 'amount' | 'rate' | 'count';

export interface CellDefect {
  readonly row: number;
  readonly cell: Cell;
  readonly code: CellDefectCode;
}

export function cellDefects(years: readonly (YearDraft | undefined)[] | undefined): CellDefect[] {
  return (years ?? []).flatMap((year, row) =>
    year === undefined || isBlank(year)
      ? []
      : CELLS.flatMap((cell) => {
          const code = defectOf(year, cell);
          return code ? [{ row, cell, code }] : [];
        }),
  );
}

/** Of those alone that hold something: an empty cell is perhaps typed in a moment. */
export const unreadable = (years: readonly (YearDraft | undefined)[] | undefined): CellDefect[] =>
  cellDefects(years).filter(({ row, cell }) => Boolean(years?.[row]?.[cell]?.trim()));

function defectOf(year: YearDraft, cell: (typeof CELLS)[number]): CellDefectCode | undefined {
  const text = readCell(cell, year[cell] ?? '');
  const interestOnly = isInterestOnly(year);
  switch (cell) {
    case 'fromMonth':
      return /^(\d{4}|\d{6})$/.test(text) ? undefined : 'month';
    case 'toMonth':
      return /^\d{6}$/.test(text) || (interestOnly && text === '') ? undefined : 'month';
    case 'months':
      return /^\d{0,2}$/.test(text) ? undefined : 'count';
    case 'personalRate':
    case 'accountRate':
      return text === '' || (Number(text) >= 0 && Number(text) <= 100) ? undefined : 'rate';
    case 'baseFen':
      return text === '' || fenOf(text) !== undefined ? undefined : 'amount';
    default:
      return fenOf(text) !== undefined || (interestOnly && text === '') ? undefined : 'amount';
  }
}
