/** The bank's own workbook: the sheet whose header a layout fits. */
import type { BankLayout } from '../../domain/money/bank-layout.ts';
import { unreadableBank, type BankFile } from './camt.ts';
import { readLayoutRows } from './layout-rows.ts';
import { findLayout, type FoundLayout } from './layouts.ts';
import { findHeader } from '../tables/header.ts';
import type { RefusedRow, TableRow } from '../tables/row-files.ts';
import type { Table } from '../tables/table.ts';
import { readBook, type Book } from '../workbook/book.ts';
import { workbookDefect, type Container } from '../workbook/container.ts';
import { tooLarge, WorkbookRefused } from '../workbook/part-stream.ts';
import { EMPTY, oneSheet, sheetTable, sheetTops, type SheetTop } from '../workbook/sheet-table.ts';

/** A statement is held in memory: its entries go in in the order of the bank. */
const MOST_ENTRIES = 100_000;

export async function readBankWorkbook(container: Container, layouts: readonly BankLayout[]): Promise<BankFile> {
  const defect = workbookDefect(container);
  if (defect) return unreadableBank(defect);
  try {
    return await readSheets(await readBook(container), layouts);
  } catch (error) {
    if (error instanceof WorkbookRefused) return unreadableBank(error.defect);
    throw error;
  }
}

async function readSheets(book: Book, layouts: readonly BankLayout[]): Promise<BankFile> {
  const tops = await sheetTops(book);
  const tried = tops.map((top) => ({ ...top, found: layoutOf(top, layouts) }));
  const one = oneSheet(tried.filter((top): top is SheetTop & { found: FoundLayout } => !Array.isArray(top.found)));
  if (one && 'code' in one) return unreadableBank(one);
  if (!one) return unreadableBank(...(tried.map(({ found }) => found).find(Array.isArray) ?? [EMPTY]));
  const header = findHeader(
    one.rows.filter(({ line }) => line === one.found.line),
    { required: [], optional: Object.values(one.found.columns).flat() },
  );
  if ('code' in header) return unreadableBank(header);
  const table = sheetTable(book, { sheet: one.sheet, header }, tops);
  return { ...readLayoutRows(table, await rowsOf(table), one.found), statements: [] };
}

const layoutOf = ({ rows }: SheetTop, layouts: readonly BankLayout[]) =>
  findLayout(
    layouts,
    layouts.flatMap((layout) =>
      rows.map(({ line, values }) => ({ layout, line, header: values.map((value) => value.trim()) })),
    ),
  );

/** Walked through twice: what is merged is known after the first time. */
async function rowsOf(table: Table): Promise<(TableRow | RefusedRow)[]> {
  let entries = 0;
  for await (const row of table.rows()) {
    void row;
    if (++entries > MOST_ENTRIES)
      throw tooLarge(`The statement has more than ${MOST_ENTRIES.toLocaleString('en')} rows; please send it in parts.`);
  }
  const rows: (TableRow | RefusedRow)[] = [];
  for await (const row of table.rows()) rows.push(row);
  return rows;
}
