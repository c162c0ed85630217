/** The bank's own CSV. */
import { parse } from 'csv-parse/sync';
import { LAYOUT_DELIMITERS, type BankLayout, type LayoutDelimiter } from '../../domain/money/bank-layout.ts';
import type { BankEntry } from './entry.ts';
import { readLayoutRows } from './layout-rows.ts';
import { findLayout, type FoundLayout, type PossibleHeader } from './layouts.ts';
import { csvTable, type CsvText } from '../tables/csv-table.ts';
import { MOST_ROWS_ABOVE } from '../tables/header.ts';
import type { ReadText } from '../tables/read-text.ts';
import { unreadable, type ReadFile, type RefusedRow, type TableRow } from '../tables/row-files.ts';

const LINES = /\r\n|\n|\r/;

export function readBankCsv(bytes: Uint8Array, read: ReadText, layouts: readonly BankLayout[]): ReadFile<BankEntry> {
  const found = findLayout(
    layouts,
    layouts.flatMap((layout) => possibleHeaders(textFor(bytes, read, layout), layout)),
  );
  if (Array.isArray(found)) return unreadable(...found);
  const text = fromHeader(textFor(bytes, read, found.layout), found);
  const csv = { text, truncated: read.truncated, delimiter: LAYOUT_DELIMITERS[found.layout.delimiter] };
  return readFrom(csv, found);
}

function readFrom(csv: CsvText, found: FoundLayout): ReadFile<BankEntry> {
  const table = csvTable(csv, { required: [], optional: Object.values(found.columns).flat() });
  if ('code' in table) return unreadable(table);
  return readLayoutRows(table, [...(table.rows() as Iterable<TableRow | RefusedRow>)], found);
}

/** Each layout sees the file in its own characters and with its own delimiter. */
function possibleHeaders(text: string, layout: BankLayout): PossibleHeader[] {
  const lines = text.split(LINES, MOST_ROWS_ABOVE);
  return lines.map((line, index) => ({ layout, line: index + 1, header: cellsOf(line, layout.delimiter) }));
}

function textFor(bytes: Uint8Array, read: ReadText, { encoding }: BankLayout): string {
  if (encoding === 'auto' || encoding === read.encoding) return read.text;
  return new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, '');
}

function cellsOf(line: string, delimiter: LayoutDelimiter): string[] {
  try {
    const rows: string[][] = parse(line, {
      delimiter: LAYOUT_DELIMITERS[delimiter],
      relax_quotes: true,
      relax_column_count: true,
    });
    return (rows[0] ?? []).map((cell) => cell.trim());
  } catch {
    return [];
  }
}

/** With nothing above the header; the lines keep their numbers. */
function fromHeader(text: string, { line: headerLine }: FoundLayout): string {
  const lines = text.split(LINES);
  return [...lines.slice(0, headerLine - 1).map(() => ''), ...lines.slice(headerLine - 1)].join('\n');
}
