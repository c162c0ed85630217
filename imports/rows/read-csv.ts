/** CSV bytes to cells by column name, each with its line; the header decides, not the order of the columns. */
import { parse } from 'csv-parse/sync';
import { csvRecords, type CsvRecord } from './csv-records.ts';
import { readText } from './read-text.ts';
import type { Cells, FileDefect, RefusedRow, RowDefect } from './row-files.ts';

export interface CsvColumns {
  readonly required: readonly string[];
  /** Known, and read or kept when there. */
  readonly optional?: readonly string[];
}

export interface CsvRow {
  readonly line: number;
  readonly cells: Cells;
  readonly warnings: readonly RowDefect[];
}

export interface ReadCsv {
  readonly rows: readonly CsvRow[];
  readonly refused: readonly RefusedRow[];
  readonly fileDefects: readonly FileDefect[];
  readonly fileWarnings: readonly RowDefect[];
}

const NOTHING = { rows: [], refused: [], fileWarnings: [] };

export function readCsv(bytes: Uint8Array, columns: CsvColumns): ReadCsv {
  const read = readText(bytes);
  return 'code' in read ? { ...NOTHING, fileDefects: [read] } : readCsvText(read.text, columns, read.truncated);
}

/** Of text that is decoded already; `truncated` when it breaks off inside a character. */
export function readCsvText(text: string, columns: CsvColumns, truncated = false): ReadCsv {
  const [first] = csvRecords(text.slice(0, 20_000), () => true);
  const header = splitRecords(first && !first.fault ? [first.text] : [])[0]?.map((name) => name.trim()) ?? [];
  const fileDefects = checkHeader(header, columns);
  if (fileDefects.length > 0) return { ...NOTHING, fileDefects };
  const records = csvRecords(text, (record) => isOneRow(record, header.length)).slice(1);
  const endsInside = truncated || !/[\r\n]$/.test(text);
  const whole = records.filter(({ fault }) => !fault);
  const cells = splitRecords(whole.map((record) => record.text));
  const rows: CsvRow[] = [];
  const refused: RefusedRow[] = records.filter(({ fault }) => fault).map(strayQuote);
  for (const [index, record] of whole.entries()) {
    const values = cells[index] ?? [];
    const last = endsInside && record === records.at(-1);
    const broken =
      checkRecord(record, last && (truncated || values.length < header.length)) ??
      checkCount(record, values.length, header.length);
    const named = nameCells(header, values);
    if (broken) refused.push({ line: record.line, defects: [broken], cells: named });
    else rows.push({ line: record.line, cells: named, warnings: [] });
  }
  refused.sort((a, b) => a.line - b.line);
  return { rows, refused, fileDefects, fileWarnings: unknownColumns(header, columns) };
}

/** A cell with line breaks, and not two stray quotes that would swallow the rows between them. */
function isOneRow(record: string, columns: number): boolean {
  const swallowed = record.split('\n').slice(1);
  if (swallowed.some((line) => line.split(',').length >= Math.max(columns, 2))) return false;
  return splitRecords([record])[0]?.length === columns;
}

/** Records are checked already: here nothing can fail, and the count of records stays. */
function splitRecords(records: readonly string[]): string[][] {
  return parse(records.join('\n'), { relax_column_count: true, record_delimiter: '\n', skip_empty_lines: false });
}

function checkHeader(header: readonly string[], { required }: CsvColumns): FileDefect[] {
  const missing = required.filter((name) => !header.includes(name));
  const twice = header.filter((name, position) => name !== '' && header.indexOf(name) !== position);
  return [
    ...missing.map((field) => ({ code: 'columnMissing' as const, field, reason: 'The header lacks this column.' })),
    ...twice.map((field) => ({ code: 'columnTwice' as const, field, reason: 'The header has this column twice.' })),
  ];
}

function unknownColumns(header: readonly string[], { required, optional = [] }: CsvColumns): RowDefect[] {
  return header
    .filter((name) => name !== '' && !required.includes(name) && !optional.includes(name))
    .map((field) => ({ line: 1, field, code: 'columnUnknown', reason: 'Unknown column; kept, not read.' }));
}

function nameCells(header: readonly string[], values: readonly string[]): Cells {
  const cells: Record<string, string> = {};
  for (const [position, name] of header.entries()) cells[name || `#${String(position + 1)}`] = values[position] ?? '';
  for (let position = header.length; position < values.length; position++) {
    const value = values[position];
    if (value) cells[`#${String(position + 1)}`] = value;
  }
  return cells;
}

function strayQuote({ line, text }: CsvRecord): RefusedRow {
  const reason = 'A quotation mark that opens or closes nothing; the row cannot be read.';
  return { line, defects: [{ line, field: '', code: 'quote', reason }], cells: { '#': text } };
}

/** NUL and lost characters cannot be stored; a last row that breaks off may lack more than is seen. */
function checkRecord({ line, text }: CsvRecord, breaksOff: boolean): RowDefect | undefined {
  if (breaksOff) return { line, field: '', code: 'truncated', reason: 'The file breaks off inside this row.' };
  if (!/[\0\uFFFD]/.test(text)) return undefined;
  return { line, field: '', code: 'characters', reason: 'The row holds characters that were damaged on the way.' };
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
