/** CSV as Chinese spreadsheets open it: CRLF, UTF-8 with its mark or GB18030; no cell is taken for a formula, and none is lost by that. */
import iconv from 'iconv-lite';
import { withGuard } from '../../domain/formula-guard.ts';
import { formatYuan } from '../../domain/money/money.ts';
import { isInstant, momentOf, NO, YES, type Cell, type Column, type ColumnKind, type TableFile } from './table-file.ts';

export type Encoding = 'utf8' | 'gb18030';

export function csvFile(columns: readonly Column[], encoding: Encoding): TableFile {
  const encoded = (text: string): Buffer => iconv.encode(text, encoding);
  const header = line(columns.map(({ title }) => title));
  let waiting = (encoding === 'utf8' ? '\uFEFF' : '') + header;
  const take = (): Buffer => {
    const bytes = encoded(waiting);
    waiting = '';
    return bytes;
  };
  return {
    add(rows) {
      for (const row of rows) waiting += line(columns.map(({ kind }, index) => textOf(kind, row[index] ?? null)));
      return take();
    },
    end: take,
  };
}

/** A row of several lines has all its cells in quotes: so whoever reads it can tell it from rows behind a stray quote. */
function line(cells: readonly string[]): string {
  const isOfLines = cells.some((text) => /[\r\n]/.test(text));
  return `${cells.map((text) => (isOfLines || SPECIAL.test(text) ? inQuotes(text) : text)).join(',')}\r\n`;
}

const SPECIAL = /[",]|^\s|\s$/;
const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function textOf(kind: ColumnKind, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? YES : NO;
  if (typeof cell === 'number') return kind === 'fen' ? formatYuan(cell) : String(cell);
  return kind === 'instant' && isInstant(cell) ? momentOf(cell) : withGuard(cell);
}
