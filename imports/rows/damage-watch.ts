/** What a spreadsheet has done to a file, told for the file as a whole: one such cell is an accident, many are a way of saving. */
import type { ImportCode } from '../../domain/import-codes.ts';
import type { FinishedRow, RowCells } from './row-cells.ts';
import { fileWarning, type RowDefect } from '../tables/row-files.ts';
import { isCutByOne, mayBeCut } from '../tables/written-cell.ts';

/** Refused cells that are counted by their column. */
const DAMAGE: Readonly<Record<string, string>> = {
  scientific: 'shortened by a spreadsheet (as 2.02601E+17); their digits are gone',
  spreadsheetError: 'without a value, with the name of an error only',
  narrowColumn: 'saved while their column was too narrow: only # is left',
  formula: 'a formula without a result',
  merged: 'merged with another, which alone holds the value',
};

/** Some numbers end in zeros by chance, and so large a part of a column does not. */
const CUT_SHARE = 0.2;
/** Of 16 digits only one is cut, and every tenth number ends in a zero anyhow. */
const CUT_SHARE_OF_ONE_ZERO = 0.8;
/** Different ones: our own account stands in every row. */
const FEWEST_CUT = 2;

interface LongNumbers {
  all: number;
  cut: number;
  /** Of those with more than one zero that may have been a digit. */
  cutDeep: number;
  readonly different: Set<string>;
}

export class DamageWatch {
  readonly #damaged = new Map<string, { field: string; code: ImportCode; count: number }>();
  readonly #long = new Map<string, LongNumbers>();
  readonly #oneOfMany: ReadonlySet<string>;

  /** `oneOfMany`: columns that are not all that their row is known by. Numbers by tens are no sure damage there. */
  constructor(oneOfMany: readonly string[] = []) {
    this.#oneOfMany = new Set(oneOfMany);
  }

  note(row: FinishedRow<unknown>, cells: RowCells | undefined): void {
    if ('defects' in row) for (const { field, code } of row.defects) if (code in DAMAGE) this.#count(field, code);
    for (const [field, number] of cells?.longNumbers ?? []) this.#noteLong(field, number);
  }

  #noteLong(field: string, number: string): void {
    const long = this.#long.get(field) ?? { all: 0, cut: 0, cutDeep: 0, different: new Set<string>() };
    this.#long.set(field, long);
    long.all += 1;
    if (!mayBeCut(number)) return;
    long.cut += 1;
    if (!isCutByOne(number)) long.cutDeep += 1;
    if (long.different.size < FEWEST_CUT) long.different.add(number);
  }

  #count(field: string, code: ImportCode): void {
    const key = JSON.stringify([field, code]);
    const { count } = this.#damaged.get(key) ?? { count: 0 };
    this.#damaged.set(key, { field, code, count: count + 1 });
  }

  /** Valid each by itself, and not credible together. */
  cutColumns(): ReadonlySet<string> {
    const columns = [...this.#long].filter(([field, { all, cut, cutDeep, different }]) => {
      const isMany = cutDeep >= FEWEST_CUT && cut >= all * CUT_SHARE;
      const isNearlyAll = !this.#oneOfMany.has(field) && cut >= all * CUT_SHARE_OF_ONE_ZERO;
      return different.size >= FEWEST_CUT && (isMany || isNearlyAll);
    });
    return new Set(columns.map(([field]) => field));
  }

  warnings(): RowDefect[] {
    const cut = [...this.cutColumns()].map((field) => {
      const { all, cut: count } = this.#long.get(field)!;
      const reason = `${String(count)} of ${String(all)} long numbers end in zeros: a spreadsheet has cut them to 15 digits. They are refused; save the column as text.`;
      return fileWarning(field, 'cut', reason);
    });
    const others = [...this.#damaged.values()].map(({ field, code, count }) => {
      const reason = `${count === 1 ? '1 cell is' : `${String(count)} cells are`} ${DAMAGE[code]!}. ${count === 1 ? 'Its row is' : 'Their rows are'} refused.`;
      return fileWarning(field, code, reason);
    });
    return [...cut, ...others];
  }
}
