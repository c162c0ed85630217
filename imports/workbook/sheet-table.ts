/** The sheet of a workbook that has the header, as a table like any other. */
import { findHeader, MOST_ROWS_ABOVE, type Header, type HeaderRow, type TableColumns } from '../tables/header.ts';
import { fileWarning, type FileDefect, type RefusedRow, type RowDefect, type TableRow } from '../tables/row-files.ts';
import { lostCharacters, nameCells, type Table } from '../tables/table.ts';
import type { CellFault } from '../tables/written-cell.ts';
import { readBook, type Book, type Sheet } from './book.ts';
import { openContainer, workbookDefect } from './container.ts';
import { MergedCells } from './merged-cells.ts';
import { tooLarge } from './part-stream.ts';
import { sheetRows, type SheetNotes, type SheetRow } from './sheet-rows.ts';

const MOST_SHEETS = 200;

/** Undefined: no workbook, and nothing like one. @throws WorkbookRefused */
export async function openBook(bytes: Uint8Array): Promise<Book | FileDefect | undefined> {
  const container = await openContainer(bytes);
  if (!container || 'code' in container) return container;
  return workbookDefect(container) ?? (await readBook(container));
}

/** The first rows of a sheet, among which its header stands. */
export interface SheetTop {
  readonly sheet: Sheet;
  readonly rows: readonly HeaderRow[];
}

export async function sheetTops(book: Book): Promise<SheetTop[]> {
  if (book.sheets.length > MOST_SHEETS) throw tooLarge(`The workbook has more than ${String(MOST_SHEETS)} sheets.`);
  const tops: SheetTop[] = [];
  for (const sheet of book.sheets) tops.push({ sheet, rows: await firstRows(book, sheet) });
  return tops.filter(({ rows }) => rows.length > 0);
}

async function firstRows(book: Book, sheet: Sheet): Promise<HeaderRow[]> {
  const rows: HeaderRow[] = [];
  for await (const row of sheetRows(book, sheet, { formulas: 0, merged: [] })) {
    rows.push(row);
    if (rows.length === MOST_ROWS_ABOVE) break;
  }
  return rows;
}

export async function workbookTable(book: Book, columns: TableColumns): Promise<Table | FileDefect> {
  const tops = await sheetTops(book);
  const tried = tops.map((top) => ({ ...top, header: findHeader(top.rows, columns) }));
  const found = oneSheet(tried.filter((top): top is SheetTop & { header: Header } => 'names' in top.header));
  if (found) return 'code' in found ? found : sheetTable(book, found, tops);
  // What is nearest says most: a header that lacks a column, before no header at all.
  const defects = tried.flatMap(({ header }) => ('code' in header ? header : []));
  return defects.find(({ field }) => field !== undefined) ?? defects[0] ?? EMPTY;
}

export const EMPTY: FileDefect = { code: 'emptyFile', reason: 'No sheet of the workbook has a row.' };

/** Which of two sheets is meant, nobody can tell. */
export function oneSheet<Top extends SheetTop>(fitting: readonly Top[]): Top | FileDefect | undefined {
  if (fitting.length <= 1) return fitting[0];
  const numbers = fitting.map(({ sheet }) => String(sheet.number)).join(', ');
  const reason = `The sheets ${numbers} all have the header; send one file for each.`;
  return { code: 'severalSheets', reason };
}

/** What its cells are merged with is known when all of it has been walked through once. */
export function sheetTable(
  book: Book,
  { sheet, header }: { readonly sheet: Sheet; readonly header: Header },
  tops: readonly SheetTop[],
): Table {
  const warnings: RowDefect[] = otherSheets(sheet, tops);
  let merged: MergedCells | undefined;
  return {
    header,
    warnings,
    epoch: book.epoch,
    async *rows() {
      const notes: SheetNotes = { formulas: 0, merged: [] };
      for await (const row of sheetRows(book, sheet, notes))
        if (row.line > header.line) yield tableRow(header, merged?.faulty(row) ?? row);
      if (merged) return;
      merged = new MergedCells(notes.merged, header.line);
      warnings.push(...aboutCells(notes.formulas, merged.count));
    },
  };
}

function tableRow(header: Header, { line, values, faults }: SheetRow): TableRow | RefusedRow {
  const cells = nameCells(header, values);
  const lost = lostCharacters(line, values.join(''));
  if (lost) return { line, defects: [lost], cells };
  if (faults.size === 0) return { line, cells, warnings: [] };
  const named = new Map<string, CellFault>();
  for (const [column, fault] of faults) named.set(header.names[column] ?? '', fault);
  return { line, cells, warnings: [], faults: named };
}

function otherSheets({ number }: Sheet, tops: readonly SheetTop[]): RowDefect[] {
  if (tops.length < 2) return [];
  const reason = `Only sheet ${String(number)} has the header; the others are not read.`;
  return [fileWarning('', 'otherSheets', reason)];
}

function aboutCells(formulas: number, merged: number): RowDefect[] {
  const told: RowDefect[] = [];
  if (formulas > 0)
    told.push(fileWarning('', 'formulas', `${String(formulas)} cells hold formulas; their last results are read.`));
  if (merged > 0)
    told.push(
      fileWarning(
        '',
        'merged',
        `${String(merged)} groups of cells are merged; only the first of each group has a value.`,
      ),
    );
  return told;
}
