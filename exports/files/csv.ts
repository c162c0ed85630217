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

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

const quoted = (text: string): string => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function textOf(kind: ColumnKind, cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? YES : NO;
  if (typeof cell === 'number') return kind === 'fen' ? formatYuan(cell) : String(cell);
  return kind === 'instant' && isInstant(cell) ? momentOf(cell) : withGuard(cell);
}
