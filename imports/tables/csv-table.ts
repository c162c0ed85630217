/** CSV text as a table: the header is found by its words, and every row has its physical line. */
import { parse } from 'csv-parse/sync';
import { withoutGuard } from '../../domain/formula-guard.ts';
import { csvRecords, isAllQuoted, type CsvDelimiter, type CsvRecord } from './csv-records.ts';
import { findHeader, MOST_ROWS_ABOVE, type Header, type TableColumns } from './header.ts';
import type { FileDefect, RefusedRow, RowDefect, TableRow } from './row-files.ts';
import { lostCharacters, nameCells, type Table } from './table.ts';

/** Decoded already; `truncated` when it breaks off inside a character. */
export interface CsvText {
  readonly text: string;
  readonly truncated: boolean;
  /** Absent: a comma. */
  readonly delimiter?: CsvDelimiter;
}

/** So many records are cut into cells at once. */
const AT_ONCE = 500;

export function csvTable(csv: CsvText, columns: TableColumns): Table | FileDefect {
  const header = findHeader(firstRows(csv), columns);
  return 'code' in header ? header : { header, epoch: '1900', rows: () => rowsBelow(csv, header) };
}

function firstRows({ text, delimiter = ',' }: CsvText) {
  const rows: { line: number; values: string[] }[] = [];
  for (const { line, text: record, fault } of csvRecords(text.slice(0, 100_000), isOfTitles, delimiter)) {
    if (rows.length === MOST_ROWS_ABOVE) break;
    if (!fault) rows.push({ line, values: splitRecords([record], delimiter)[0] ?? [] });
  }
  return rows;
}

/** Nobody writes a page into a title, nor into a cell of the header: what is longer would swallow it. */
const isOfTitles = (record: string): boolean => record.split('\n').length <= 30;

function* rowsBelow({ text, truncated, delimiter = ',' }: CsvText, header: Header): Iterable<TableRow | RefusedRow> {
  const width = header.names.length;
  const endsInside = truncated || !/[\r\n]$/.test(text);
  const all = csvRecords(text, (record) => isOneRow(record, width, delimiter), delimiter);
  for (const { records, isLast } of batches(all)) {
    const sound = records.filter(({ fault }) => !fault).map((record) => record.text);
    const cells = splitRecords(sound, delimiter);
    const last = isLast && endsInside ? records.at(-1) : undefined;
    for (const record of records) {
      const values = record.fault ? [] : (cells.shift() ?? []);
      if (record.line <= header.line) continue;
      yield record.fault ? strayQuote(record) : rowOf(record, values, { header, truncated, isLast: record === last });
    }
  }
}

interface Place {
  readonly header: Header;
  readonly truncated: boolean;
  /** The last of a file that does not end with a line break. */
  readonly isLast: boolean;
}

function rowOf(
  record: CsvRecord,
  values: readonly string[],
  { header, truncated, isLast }: Place,
): TableRow | RefusedRow {
  const { line } = record;
  const width = header.names.length;
  const broken =
    checkRecord(record, isLast && (truncated || values.length < width)) ?? checkCount(record, values.length, width);
  const cells = nameCells(header, values.map(withoutGuard));
  return broken ? { line, defects: [broken], cells } : { line, cells, warnings: [] };
}

function* batches(source: Iterable<CsvRecord>): Iterable<{ records: CsvRecord[]; isLast: boolean }> {
  let records: CsvRecord[] = [];
  for (const record of source) {
    if (records.length === AT_ONCE) {
      yield { records, isLast: false };
      records = [];
    }
    records.push(record);
  }
  yield { records, isLast: true };
}

/** A cell with line breaks, and not two stray quotes that would swallow the rows between them; what a program has quoted throughout is no stray. */
function isOneRow(record: string, columns: number, delimiter: CsvDelimiter): boolean {
  const isRowOfItsOwn = (line: string): boolean => line.split(delimiter).length >= Math.max(columns, 2);
  if (!isAllQuoted(record, delimiter) && record.split('\n').slice(1).some(isRowOfItsOwn)) return false;
  return splitRecords([record], delimiter)[0]?.length === columns;
}

/** Records are checked already: here nothing can fail, and the count of records stays. */
function splitRecords(records: readonly string[], delimiter: CsvDelimiter): string[][] {
  return parse(records.join('\n'), {
    delimiter,
    relax_column_count: true,
    relax_quotes: delimiter !== ',',
    record_delimiter: '\n',
    skip_empty_lines: false,
  });
}

function strayQuote({ line, text }: CsvRecord): RefusedRow {
  const reason = 'A quotation mark that opens or closes nothing; the row cannot be read.';
  return { line, defects: [{ line, field: '', code: 'quote', reason }], cells: { '#': text } };
}

/** A last row that breaks off may lack more than is seen. */
function checkRecord({ line, text }: CsvRecord, breaksOff: boolean): RowDefect | undefined {
  if (breaksOff) return { line, field: '', code: 'truncated', reason: 'The file breaks off inside this row.' };
  return lostCharacters(line, text);
}

/**
 * A comma too many or too few moves every cell behind it into its neighbour's column (`12,039.00` without quotes is 12), also when
 * only an empty cell is left over at the end: nothing of such a row can be trusted.
 */
function checkCount({ line }: CsvRecord, cells: number, columns: number): RowDefect | undefined {
  if (cells === columns) return undefined;
  const reason =
    cells < columns
      ? `The row has ${String(cells)} cells and the header ${String(columns)}: some cells may stand in the wrong column.`
      : `The row has ${String(cells)} cells and the header ${String(columns)}; a cell with a comma belongs in quotation marks.`;
  return { line, field: '', code: 'cellCount', reason };
}
