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

/** `202301`, `2023-01` → `2023年1月`. */
export const chineseMonth = (month: string): string => `${month.slice(0, 4)}年${String(Number(month.slice(-2)))}月`;

/** In figures and in capitals. */
export const amountTwice = (fen: number): string =>
  `¥${formatYuan(fen, { grouped: true })}（大写：${capitalYuan(fen)}）`;

/** Paragraphs of a block: every line of it is one, indented by two characters as letters are; whom the first one calls by a colon is named at the margin. */
export function paragraphs(
  words: string,
  { style = 'paragraph' }: { readonly style?: 'paragraph' | 'remark' } = {},
): Content[] {
  const lines = words.split('\n').filter((line) => line.trim() !== '');
  const isAddressed = lines.length > 1 && lines[0]!.endsWith('：');
  return lines.map((text, at) => ({ text, style: isAddressed && at === 0 ? 'addressee' : style }));
}

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
  const isShort = filled.every(([, value]) => typeof value !== 'string' || fitsOnPage(value));
  return { table: { widths, body, dontBreakRows: isShort }, layout: GRID, style: 'block' };
}

/** Of what is kept together pdfmake prints what one page holds and drops the rest: so what may be longer has to break. 200 characters fit even into a narrow column. */
export const fitsOnPage = (text: string, most = 200): boolean => text.length <= most;

const nameCell = (name: string): TableCell => ({ text: name, style: 'name' });
const valueCell = (value: string | Content): TableCell =>
  typeof value === 'string' ? { text: value, style: 'value', ...breaking(value) } : value;

/** Numbers of banks and couriers have no blank: one that no column holds breaks where it must, and never runs out of the sheet. */
export const breaking = (text: string): Pick<Text, 'wordBreak'> =>
  /[!-~]{18}/.test(text) ? { wordBreak: 'break-all' } : {};

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
  { dense = false, fontSize }: { readonly dense?: boolean; readonly fontSize?: number } = {},
): Content => ({
  table: {
    headerRows: 1,
    dontBreakRows: rows.flat().every((cell) => typeof cell !== 'string' || fitsOnPage(cell)),
    widths: columns.map(({ width }) => width ?? '*'),
    body: [
      columns.map(({ title }): TableCell => ({ text: title, style: 'head' })),
      ...rows.map((row) =>
        columns.map(({ alignment = 'left' }, at): TableCell => ({
          ...asContent(row[at] ?? ''),
          style: 'value',
          alignment,
          ...(fontSize !== undefined && { fontSize, lineHeight: 1 }),
        })),
      ),
    ],
  },
  layout: dense ? DENSE : GRID,
  style: 'block',
});

const asContent = (cell: Cell): Text | PageNumber =>
  typeof cell === 'string' ? { text: cell, ...breaking(cell) } : cell;

/** A heading within the paper. */
export const heading = (text: string): Content => ({ text, style: 'heading' });

/** Lines for a pen: who signs, and the day. */
export const signatures = (roles: readonly string[]): Content => ({
  columns: roles.map((role) => ({ text: `${role}：________________`, width: '*' })),
  columnGap: 12,
  margin: [0, 16, 0, 0],
});
