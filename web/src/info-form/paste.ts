/** What was copied from a spreadsheet, as cells of the yearly rows: only what a form can have is taken, and what was left is counted. Pure. */
import { CELLS, isBlank, MOST_ROWS, readCell, type YearDraft } from './cells.ts';
import { fenOf } from '../format/fen.ts';

export interface Place {
  readonly row: number;
  /** Of the columns of the sheet, from 0. */
  readonly column: number;
}

export interface Pasted {
  readonly rows: readonly YearDraft[];
  readonly left: {
    /** Beyond what a form can have. */
    readonly rows: number;
    /** Cells beyond the last column. */
    readonly cells: number;
    /** Rows whose first cell names no month: headings, sums. */
    readonly headings: number;
  };
}

/** Undefined: a single cell, which goes where the cursor is. */
export function readPaste(text: string, { row, column }: Place): Pasted | undefined {
  const delimiter = delimiterOf(text);
  if (delimiter === undefined) return undefined;
  const most = MOST_ROWS - row;
  const rows: YearDraft[] = [];
  const left = { rows: 0, cells: 0, headings: 0 };
  for (const cells of linesOf(text, delimiter)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (isHeading(cells, column)) left.headings += 1;
    else if (rows.length < most) {
      rows.push(rowOf(cells, column));
      left.cells += cells.slice(CELLS.length - column).filter((cell) => cell.trim() !== '').length;
    } else left.rows += 1;
  }
  return { rows, left };
}

/** Tabs where there are any: then a comma groups thousands. One amount with such commas is one cell. */
function delimiterOf(text: string): string | undefined {
  if (text.includes('\t')) return '\t';
  const trimmed = text.trim();
  const [first = ''] = trimmed.split('\n', 1);
  const isAmount = fenOf(first) !== undefined;
  const found = [',', ';', '，', '；'].find((delimiter) => !isAmount && first.split(delimiter).length > 2);
  return found ?? (trimmed.includes('\n') ? '\t' : undefined);
}

const isHeading = (cells: readonly string[], column: number): boolean =>
  column === 0 ? !/\d/.test((cells[0] ?? '').normalize('NFKC')) : !cells.some((cell) => /\p{Nd}/u.test(cell));

function rowOf(cells: readonly string[], column: number): YearDraft {
  const places = CELLS.slice(column, column + cells.length);
  return Object.fromEntries(places.map((cell, index) => [cell, readCell(cell, cells[index] ?? '')]));
}

/** Lines of cells; between quotes a delimiter or a new line is a part of the cell. */
function* linesOf(text: string, delimiter: string): Generator<string[]> {
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at]!;
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === delimiter || sign === '\n') {
      cells.push(cell);
      cell = '';
      if (sign === '\n') {
        yield cells;
        cells = [];
      }
    } else if (sign !== '\r') cell += sign;
  }
  yield [...cells, cell];
}

/** Over what stood there, from that place on; blank rows at the end are none. */
export function withPasted(
  years: readonly (YearDraft | undefined)[],
  { row }: Place,
  { rows }: Pasted,
): readonly (YearDraft | undefined)[] {
  const length = Math.max(years.length, row + rows.length);
  const all = Array.from({ length }, (_, index) => ({ ...years[index], ...rows[index - row] }));
  return all.slice(0, all.findLastIndex((year) => !isBlank(year)) + 1);
}
