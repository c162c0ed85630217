/** The common course of every kind of table: walked through once to see what it is, and again row by row as it goes in. */
import { foldNumber } from '../../domain/folded-text.ts';
import { setImmediate as breath } from 'node:timers/promises';
import { csvTable } from '../tables/csv-table.ts';
import { DamageWatch } from './damage-watch.ts';
import { headerWarnings, type TableColumns } from '../tables/header.ts';
import { markupDefect } from '../tables/markup-table.ts';
import { readText } from '../tables/read-text.ts';
import { RowCells, type CellContext, type FinishedRow } from './row-cells.ts';
import { unopened, type Cells, type FileDefect, type OpenFile, type TableRow } from '../tables/row-files.ts';
import type { Table } from '../tables/table.ts';
import { identifierText } from '../tables/written-cell.ts';
import { WorkbookRefused } from '../workbook/part-stream.ts';
import { openBook, workbookTable } from '../workbook/sheet-table.ts';

/** How the rows of one kind are read; `Known` is what a row is looked up in. */
export interface RowKind<Row, Known> {
  readonly columns: TableColumns;
  /** The column whose value may stand in one row only; the later row is refused, whatever became of the earlier. */
  readonly key?: string;
  /** What stands for that value where the column alone does not tell two rows apart. Empty: it says nothing. */
  identity?(cells: RowCells): string;
  read(cells: RowCells, known: Known): FinishedRow<Row>;
}

export async function openTable(bytes: Uint8Array, columns: TableColumns): Promise<Table | FileDefect> {
  const book = await openBook(bytes);
  if (book) return 'code' in book ? book : workbookTable(book, columns);
  const read = readText(bytes);
  return 'code' in read ? read : (markupDefect(read.text) ?? csvTable(read, columns));
}

/** `today`: of a ledger, which tells of what has happened; no day of it may lie behind. */
export async function openRows<Row, Known>(
  bytes: Uint8Array,
  kind: RowKind<Row, Known>,
  known: Known,
  today?: string,
): Promise<OpenFile<Row>> {
  try {
    const table = await openTable(bytes, kind.columns);
    if ('code' in table) return unopened(table);
    return await surveyed(table, kind, known, { epoch: table.epoch, ...(today !== undefined && { today }) });
  } catch (error) {
    if (error instanceof WorkbookRefused) return unopened(error.defect);
    throw error;
  }
}

/** The rows of one line are read alike in both walks, but for what only the whole file shows. */
async function surveyed<Row, Known>(
  table: Table,
  kind: RowKind<Row, Known>,
  known: Known,
  context: CellContext,
): Promise<OpenFile<Row>> {
  const watch = new DamageWatch();
  let lines = 0;
  for await (const { finished, cells } of walk(table, kind, known, context)) {
    if (++lines % ROWS_IN_A_BREATH === 0) await breath();
    watch.note(finished, cells);
  }
  const cut = watch.cutColumns();
  return {
    lines,
    fileDefects: [],
    fileWarnings: [...headerWarnings(table.header), ...(table.warnings ?? []), ...watch.warnings()],
    async *rows() {
      for await (const { finished } of walk(table, kind, known, { ...context, cut })) yield finished;
    },
  };
}

/** Whoever waits at the counter waits for so many rows at most. */
const ROWS_IN_A_BREATH = 500;

interface Walked<Row> {
  readonly finished: FinishedRow<Row>;
  readonly cells?: RowCells;
}

async function* walk<Row, Known>(
  table: Table,
  kind: RowKind<Row, Known>,
  known: Known,
  context: CellContext,
): AsyncIterable<Walked<Row>> {
  const seen = new Set<string>();
  for await (const row of table.rows()) {
    if ('defects' in row) {
      yield { finished: row };
      continue;
    }
    const cells = new RowCells(row, context);
    if (kind.key !== undefined) refuseRepeated(cells, kind.key, kind.identity?.(cells) ?? cells.text(kind.key), seen);
    yield { finished: kind.read(cells, known), cells };
  }
}

function refuseRepeated(cells: RowCells, key: string, written: string, seen: Set<string>): void {
  const value = foldNumber(identifierText(written));
  if (value === '') return;
  if (seen.has(value)) cells.refuse(key, 'repeated', 'An earlier row of this file has the same value.');
  seen.add(value);
}

/** A row that came before, from the cells that were kept of it. */
export const earlierRow = (cells: Cells): RowCells => new RowCells({ line: 1, cells, warnings: [] } satisfies TableRow);
