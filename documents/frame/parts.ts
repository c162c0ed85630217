/** Parts that papers have in common: pairs of name and value, tables with a head, paragraphs, amounts. */
import { capitalYuan } from '../../domain/money/capitals.ts';
import { formatYuan } from '../../domain/money/money.ts';
import type { Content, PageNumber, TableCell, Text } from './content.ts';
import { DENSE, GRID } from './layouts.ts';

/** `2026-01-05` → `2026年1月5日`. */
export function chineseDay(day: string): string {
  const [year = '', month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** In figures and in capitals. */
export const amountTwice = (fen: number): string =>
  `¥${formatYuan(fen, { grouped: true })}（大写：${capitalYuan(fen)}）`;

/** Paragraphs of a block: every line of it is one, indented by two characters as letters are. */
export const paragraphs = (words: string): Content[] =>
  words
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: line, style: 'paragraph' }));

/** To whom it is written: at the margin, with a colon. */
export const addressee = (name: string): Content => ({ text: `${name}：`, style: 'addressee' });

export type Pair = readonly [name: string, value: string | Content];

/** Name and value in a table of as many pairs a row as asked for; without those that have no value. */
export function pairs(rows: readonly Pair[], { across = 1 }: { across?: 1 | 2 } = {}): Content {
  const filled = rows.filter(([, value]) => value !== '');
  const body: TableCell[][] = [];
  for (let at = 0; at < filled.length; at += across) {
    const cells = filled.slice(at, at + across).flatMap(([name, value]) => [nameCell(name), valueCell(value)]);
    const lacks = across * 2 - cells.length;
    if (lacks > 0) cells[cells.length - 1] = { ...(cells.at(-1) as object), colSpan: lacks + 1 };
    body.push([...cells, ...Array.from({ length: lacks }, () => ({}))]);
  }
  const widths = across === 1 ? ([104, '*'] as const) : ([84, '*', 84, '*'] as const);
  return { table: { widths, body, dontBreakRows: true }, layout: GRID, style: 'block' };
}

const nameCell = (name: string): TableCell => ({ text: name, style: 'name' });
const valueCell = (value: string | Content): TableCell =>
  typeof value === 'string' ? { text: value, style: 'value' } : value;

export interface Column {
  readonly title: string;
  readonly width?: number | '*' | 'auto';
  readonly alignment?: 'left' | 'right' | 'center';
}

/** A text, or the number of the page on which something stands. */
export type Cell = string | PageNumber;

/** A table whose head is said again on every page; a dense one has a third more rows on it. */
export const table = (
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { dense = false }: { readonly dense?: boolean } = {},
): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: columns.map(({ width }) => width ?? '*'),
    body: [
      columns.map(({ title }): TableCell => ({ text: title, style: 'head' })),
      ...rows.map((row) =>
        columns.map(({ alignment = 'left' }, at): TableCell => ({
          ...asContent(row[at] ?? ''),
          style: 'value',
          alignment,
        })),
      ),
    ],
  },
  layout: dense ? DENSE : GRID,
  style: 'block',
});

const asContent = (cell: Cell): Text | PageNumber => (typeof cell === 'string' ? { text: cell } : cell);

/** A heading within the paper. */
export const heading = (text: string): Content => ({ text, style: 'heading' });

/** Lines for a pen: who signs, and the day. */
export const signatures = (roles: readonly string[]): Content => ({
  columns: roles.map((role) => ({ text: `${role}：________________`, width: '*' })),
  columnGap: 12,
  margin: [0, 24, 0, 0],
});
